#include "maintien/io/digest_document.hpp"

#include <gtest/gtest.h>

namespace maintien::io {
namespace {

const std::vector<VisitRecord> digest_visits{
    {{"v1"}, {"w1"}, {"e1"}, {"m1"}, make_day(2024, 3, 4), Origin::pre_return_visit},
    {{"v2"}, {"worker2"}, {"e1"}, {"m1"}, make_day(2024, 3, 5), std::nullopt},
    {{"v3"}, {"w3"}, {"e3"}, {"m2"}, make_day(2024, 3, 6), Origin::pre_return_visit},
    {{"v4"}, {"w4"}, {"e3"}, {"m2"}, make_day(2024, 3, 7), Origin::return_visit},
};
const std::vector<WorkerReferral> digest_referrals{{{"w1"}, make_day(2024, 3, 9), {"s"}, {"12"}, no_day}, {{"w3"}, make_day(2024, 1, 9), {}, {"7"}, no_day}};

Digest digest_sample(Day on = make_day(2024, 3, 16)) { return make_digest(digest_visits, digest_referrals, twice_a_month, on); }

TEST(DigestDocument, IsTheFormatToTheByte) {
    EXPECT_EQ(digest_json(digest_sample()),
              R"({
  "format": "maintien-digest/1",
  "on": "2024-03-16",
  "digest_days": [1, 16],
  "period": {"from": "2024-03-02", "to": "2024-03-16"},
  "preview": false,
  "next_digest": "2024-03-16",
  "physicians": [
    {
      "physician": "m1",
      "visits": [
        {"visit": "v1", "worker": "w1", "employer": "e1", "on": "2024-03-04", "kind": "pre_return_visit", "sequel": "referred", "referral": {"service": "s", "case": "12", "on": "2024-03-09"}, "invite": false},
        {"visit": "v2", "worker": "worker2", "employer": "e1", "on": "2024-03-05", "kind": "absence", "sequel": "not_referred", "referral": null, "invite": true}
      ]
    },
    {
      "physician": "m2",
      "visits": [
        {"visit": "v3", "worker": "w3", "employer": "e3", "on": "2024-03-06", "kind": "pre_return_visit", "sequel": "already_followed", "referral": {"service": null, "case": "7", "on": "2024-01-09"}, "invite": false}
      ]
    }
  ],
  "not_listed": {"return_visit": 1}
}
)");
}

TEST(DigestDocument, TextHasOneListForEachPhysician) {
    EXPECT_EQ(digest_text(digest_sample(), Language::fr),
              "Visites de préreprise et longues absences, du 2 mars 2024 au 16 mars 2024\n"
              "2 médecins, 3 lignes, 1 signalée.\n"
              "\n"
              "Médecin m1\n"
              "  2024-03-04  w1       e1  visite de préreprise  signalé le 2024-03-09 (dossier s/12)\n"
              "  2024-03-05  worker2  e1  longue absence        pas de signalement, à inviter à une visite de préreprise\n"
              "\n"
              "Médecin m2\n"
              "  2024-03-06  w3  e3  visite de préreprise  déjà suivi depuis le 2024-01-09 (dossier 7)\n"
              "\n"
              "Non listées : visite de reprise 1\n");
}

TEST(DigestDocument, WithoutEventsNothingIsSaidOfReferrals) {
    const auto digest = make_digest(digest_visits, std::nullopt, twice_a_month, make_day(2024, 3, 16));
    EXPECT_NE(digest_json(digest).find("\"sequel\": null, \"referral\": null"), std::string::npos);
    const auto text = digest_text(digest, Language::en);
    EXPECT_EQ(text.find("referr"), std::string::npos);
    EXPECT_NE(text.find("  2024-03-05  worker2  e1  long absence      to be invited to a pre-return visit\n"), std::string::npos);
}

TEST(DigestDocument, APreviewSaysWhichListComesNext) {
    EXPECT_EQ(digest_text(digest_sample(make_day(2024, 3, 20)), Language::fr),
              "Visites de préreprise et longues absences, du 17 mars 2024 au 20 mars 2024\n"
              "Aperçu : la liste du 1er avril 2024 les reprendra.\n"
              "Aucune visite à lister.\n");
}

}  // namespace
}  // namespace maintien::io
