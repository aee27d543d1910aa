#include "maintien/io/letter_document.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "maintien/io/errors.hpp"
#include "maintien/protocol/built_in/aist63_cme.hpp"
#include "maintien/sharing/letter_writing.hpp"
#include "support/sharing_stories.hpp"

namespace maintien::io {
namespace {

using namespace maintien::test;

Letter letter_about(LetterKind kind, std::vector<Entry> story = shared_story(), const Protocol& protocol = common_core) {
    CaseFile file = file_of(std::move(story));
    file.service.text = "s1";
    return letter_of(file, {.kind = kind, .as_of = day("2024-02-10")}, protocol).letter.value();
}

std::vector<Entry> on_leave_story() { return {on("2024-01-01", leave(LeaveState::started, day("2024-03-31")))}; }

bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

TEST(LetterDocument, NoticeTellsTheEmployerWhenAndWhereAndNothingElse) {
    const auto text = letter_text(letter_about(LetterKind::employer_notice));
    EXPECT_TRUE(says(text, "Il ou elle y sera reçu(e) le 1er mars 2024, à partir de 09:00 et jusqu'à 10:00 (centre c1)."));
    EXPECT_TRUE(says(text, "(copie adressée au salarié)"));
    EXPECT_TRUE(says(text, "Le médecin du travail : dr1"));
    for (const auto hidden : {"m1", "préreprise", "Cap emploi", "8 mars"}) EXPECT_FALSE(says(text, hidden)) << hidden;
}

TEST(LetterDocument, CertificateHasItsTimesAndACopyOnlyOnRequest) {
    auto letter = letter_about(LetterKind::attendance_certificate);
    EXPECT_TRUE(says(letter_text(letter), "le 1er février 2024, de 09:00 à 10:00"));
    EXPECT_TRUE(says(letter_text(letter), "Pour la cellule de maintien en emploi : m1"));
    EXPECT_FALSE(says(letter_text(letter), "Copie"));
    letter.copies = {AudienceRole::employer};
    EXPECT_TRUE(says(letter_text(letter), "Copie, à sa demande : employeur\n"));
}

TEST(LetterDocument, InvitationSaysWhoDecidesOnRecommendations) {
    EXPECT_TRUE(says(letter_text(letter_about(LetterKind::pre_return_invitation, on_leave_story())), "sauf si vous vous y opposez"));
    const auto opt_in = letter_text(letter_about(LetterKind::pre_return_invitation, on_leave_story(), aist63_cme));
    EXPECT_TRUE(says(opt_in, "qu'avec votre accord"));
    EXPECT_TRUE(says(opt_in, "depuis le 1er janvier 2024, prescrit jusqu'au 31 mars 2024."));
}

TEST(LetterDocument, RelaySheetHasTheConsentAndThePartnersOwnActions) {
    const auto text = letter_text(letter_about(LetterKind::relay_sheet));
    EXPECT_TRUE(says(text, "Accord du salarié : échanges avec les partenaires — vers Cap emploi : en vigueur"));
    EXPECT_TRUE(says(text, "- prestation spécifique d'orientation professionnelle (PSOP)\n"));
    EXPECT_FALSE(says(text, "psychologique"));
}

TEST(LetterDocument, BookletHasAppointmentsPlanConsentsAndRights) {
    const auto text = letter_text(letter_about(LetterKind::worker_booklet));
    EXPECT_TRUE(says(text, "- 1er février 2024, 09:00 – 10:00 (centre c1) : honoré\n- 1er mars 2024"));
    EXPECT_TRUE(says(text, "Volet professionnel\n- aménagement de poste"));
    EXPECT_TRUE(says(text, "droit d'accès, de rectification, d'effacement"));
    for (const auto& booklet : {text, letter_text(letter_about(LetterKind::worker_booklet, {}))})
        for (const auto* heading : {"\n\nVOS RENDEZ-VOUS\n- ", "\n\nVOTRE PLAN D'ACTIONS\n", "\n\nVOS ACCORDS\n", "\n\nSignature :\n", "\n\nVOS DROITS\n"})
            EXPECT_TRUE(says(booklet, heading)) << heading;
}

TEST(LetterDocument, LeavesNoTagAndNoDoubleBlankLineInAnyLetter) {
    for (const auto& term : terms_of<LetterKind>) {
        const bool invitation = term.value == LetterKind::pre_return_invitation;
        const auto text = letter_text(letter_about(term.value, invitation ? on_leave_story() : shared_story()));
        EXPECT_FALSE(says(text, "{{") || says(text, "\n\n\n")) << text;
    }
    EXPECT_FALSE(says(letter_text(letter_about(LetterKind::worker_booklet, {})), "\n\n\n"));
}

TEST(LetterDocument, EscapesNothingInATemplateOfOnesOwn) {
    auto letter = letter_about(LetterKind::worker_booklet);
    letter.about.worker.text = "<w & \"1\">";
    EXPECT_EQ(letter_text(letter, "{{worker}}, {{on_en}}", "own"), "<w & \"1\">, 10 February 2024");
}

TEST(LetterDocument, RefusesATemplateThatNamesWhatTheLetterDoesNotHave) {
    const auto letter = letter_about(LetterKind::employer_notice);
    for (const auto* form : {"{{shoe_size}}", "{{#ends}}{{shoe_size}}{{/ends}}", "{{^ends}}{{shoe_size}}{{/ends}}", "{{manager}}", "{{case}}", "{{#copies}}{{shoe_size}}{{/copies}}"})
        EXPECT_THROW(letter_text(letter, form, "own"), DocumentError) << form;
    EXPECT_THROW(letter_text(letter, "{{#ends}}", "own"), DocumentError) << "not well formed";
    EXPECT_THROW(letter_text(letter_about(LetterKind::worker_booklet, {}), "{{#actions}}{{shoe_size}}{{/actions}}", "own"), DocumentError) << "though there is no action";
}

TEST(LetterDocument, RefusesATemplateThatIsNoUtf8AtTheByte) {
    const auto letter = letter_about(LetterKind::employer_notice);
    try {
        letter_text(letter, "\xEF\xBB\xBF{{worker}},\né {{day_fr}} pr\xE9vu", "own");
        FAIL();
    } catch (const DocumentError& error) {
        EXPECT_EQ(text_of(error.problems.first.at(0)), "own:2:16: found a byte that is no UTF-8 expected UTF-8");
    }
    EXPECT_EQ(letter_text(letter, "\xEF\xBB\xBF" "é", "own"), "é") << "a byte order mark belongs to the file, not to the letter";
}

TEST(LetterDocument, GivesItsFieldsToAProgramThatHasItsOwnTemplates) {
    const auto document = nlohmann::ordered_json::parse(letter_json(letter_about(LetterKind::employer_notice)));
    Lines keys;
    for (const auto& [key, value] : document.items()) keys.push_back(key);
    EXPECT_EQ(keys, (Lines{"format", "kind", "signer", "addressee", "partner", "copies", "as_of", "fields"}));
    EXPECT_EQ(document["signer"], "physician");
    EXPECT_EQ(document["copies"], nlohmann::ordered_json::parse(R"(["worker"])"));
    EXPECT_EQ(document["fields"]["day"], "2024-03-01");
    EXPECT_EQ(document["fields"]["day_fr"], "1er mars 2024");
    EXPECT_FALSE(document["fields"].contains("manager") || document["fields"].contains("case"));
}

TEST(LetterDocument, RefusalIsALineForEachReason) {
    const auto reply = refusal_to_outside(LetterKind::employer_notice);
    EXPECT_EQ(refusal_text(reply, Language::en), std::string(rule_of(LetterKind::employer_notice).condition.en) + "\n");
}

/// Everything that comes of a request: the letter in both forms, or the refusal.
std::string bytes_of_reply(const CaseFile& file, const LetterRequest& request) {
    const auto reply = letter_of(file, request, common_core);
    return reply ? letter_json(*reply.letter) + letter_text(*reply.letter) : refusal_text(reply, Language::fr) + refusal_text(reply, Language::en);
}

TEST(LetterDocument, IsTheSameBytesForFilesThatDifferOnlyInWhatTheAddresseeMayNotKnow) {
    int written = 0, tried = 0;
    for (const auto& reader : {Reader{AudienceRole::employer, {}}, Reader{AudienceRole::partner, Partner::cap_emploi}})
        EXPECT_TRUE(rc::check("letters and refusals tell nothing that is closed", [&] {
            const bool to_partner = reader.audience == AudienceRole::partner;
            const LetterRequest request{.kind = to_partner ? LetterKind::relay_sheet : LetterKind::employer_notice, .as_of = day_of_views, .partner = reader.partner};
            const auto files = two_files_alike_for(reader);
            RC_ASSERT(bytes_of_reply(files.one, request) == bytes_of_reply(files.other, request));
            written += letter_of(files.one, request, common_core) ? 1 : 0;
            ++tried;
        })) << code_of(reader.audience);
    EXPECT_GT(10 * written, tried) << "refusals alone prove little";
}

}  // namespace
}  // namespace maintien::io
