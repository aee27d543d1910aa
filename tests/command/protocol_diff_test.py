"""Two rule books compared in words."""

from program import ProgramTest, main


class Diff(ProgramTest):
    def test_two_versions_differ_by_their_first_day_and_the_age(self) -> None:
        said = self.succeed("protocol", "diff", "ast_btp_ain/1", "ast_btp_ain/2", "--lang", "en").out
        self.assertIn("- condition: 50 years or more at referral", said)
        self.assertIn("+ since 2020-01-01", said)

    def test_a_protocol_and_its_own_document_do_not_differ(self) -> None:
        self.write("same.json", self.succeed("protocol", "show", "aist43_cme", "--format", "json").bytes)
        self.assertIn("No difference.", self.succeed("protocol", "diff", "aist43_cme", "same.json", "--lang", "en").out)

    def test_an_unknown_protocol_is_refused(self) -> None:
        self.refuse("protocol", "diff", "common_core", "nobody")


if __name__ == "__main__":
    main()
