#include "maintien/vocabulary/outcome.hpp"

#include <gtest/gtest.h>

#include <optional>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::Codes;
using maintien::test::codes_where;
using maintien::test::expect_closed_list;

TEST(Outcome, HasTheOutcomesInTheirOrder) {
    expect_closed_list<Outcome>({"same_post",
                                 "adapted_post",
                                 "internal_redeployment",
                                 "external_post",
                                 "permanent_hire",
                                 "fixed_term_hire",
                                 "business_creation",
                                 "retraining",
                                 "training",
                                 "other_insertion",
                                 "unfitness",
                                 "invalidity",
                                 "dismissal",
                                 "mutual_termination",
                                 "resignation",
                                 "drop_out",
                                 "other_outcome",
                                 "contract_end",
                                 "prolonged_leave",
                                 "no_further_need",
                                 "handed_over",
                                 "moved_away",
                                 "lost_contact",
                                 "retirement",
                                 "transferred",
                                 "death"});
}

TEST(Family, IsCompanyElsewhereOrProject) { expect_closed_list<Family>({"company", "elsewhere", "project"}); }

TEST(Polarity, IsPositiveNegativeOrNeutral) { expect_closed_list<Polarity>({"positive", "negative", "neutral"}); }

/// The codes of one polarity.
Codes of_polarity(Polarity polarity) {
    return codes_where<Outcome>([=](Outcome outcome) { return default_polarity(outcome) == polarity; });
}

/// The codes of one family; of none for nothing.
Codes of_family(std::optional<Family> family) {
    return codes_where<Outcome>([=](Outcome outcome) { return default_family(outcome) == family; });
}

TEST(Outcome, PositiveOnesKeepTheWorkerInWork) {
    EXPECT_EQ(of_polarity(Polarity::positive),
              (Codes{"same_post", "adapted_post", "internal_redeployment", "external_post", "permanent_hire",
                     "fixed_term_hire", "business_creation", "retraining", "training", "other_insertion"}));
}

TEST(Outcome, NegativeOnesEndTheWork) {
    EXPECT_EQ(of_polarity(Polarity::negative), (Codes{"unfitness", "invalidity", "dismissal", "mutual_termination",
                                                      "resignation", "drop_out", "other_outcome"}));
}

TEST(Outcome, NeutralOnesCountNeitherForNorAgainstTheCell) {
    EXPECT_EQ(of_polarity(Polarity::neutral),
              (Codes{"contract_end", "prolonged_leave", "no_further_need", "handed_over", "moved_away", "lost_contact",
                     "retirement", "transferred", "death"}));
}

TEST(Outcome, FamiliesSplitThePositiveOnes) {
    EXPECT_EQ(of_family(Family::company), (Codes{"same_post", "adapted_post", "internal_redeployment"}));
    EXPECT_EQ(of_family(Family::elsewhere),
              (Codes{"external_post", "permanent_hire", "fixed_term_hire", "business_creation"}));
    EXPECT_EQ(of_family(Family::project), (Codes{"retraining", "training", "other_insertion"}));
}

TEST(Outcome, HasAFamilyExactlyWhenItIsPositive) {
    for (const auto& term : terms_of<Outcome>)
        EXPECT_EQ(term.family.has_value(), term.polarity == Polarity::positive) << term.code;
}

TEST(Outcome, IsWordedAsThePublishedTableWordsIt) {
    EXPECT_EQ(label_of(Outcome::adapted_post, Language::fr), "aménagement du poste");
    EXPECT_EQ(label_of(Outcome::internal_redeployment, Language::fr), "changement de poste interne");
    EXPECT_EQ(label_of(Outcome::permanent_hire, Language::fr), "embauche CDI");
    EXPECT_EQ(label_of(Outcome::business_creation, Language::fr), "création d'entreprise");
}

}  // namespace
