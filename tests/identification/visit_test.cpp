#include "maintien/identification/visit.hpp"

#include <gtest/gtest.h>

namespace maintien {
namespace {

TEST(VisitRecord, AKindIsAnOriginOrAnAbsence) {
    const auto kinds = visit_kinds();
    for (const auto& term : terms_of<Origin>) EXPECT_EQ(kinds[index_of(term.value)], term.value);
    EXPECT_EQ(kinds.back(), std::nullopt);
    EXPECT_EQ(visit_kind_code(Origin::return_visit), "return_visit");
    EXPECT_EQ(visit_kind_code(std::nullopt), "absence");
    EXPECT_FALSE(from_code<Origin>(absence_code)) << "no origin may be spelt like it";
}

TEST(VisitRecord, AKindHasItsWords) {
    EXPECT_EQ(visit_kind_label(Origin::pre_return_visit, Language::fr), "visite de préreprise");
    EXPECT_EQ(visit_kind_label(std::nullopt, Language::fr), "longue absence");
    EXPECT_EQ(visit_kind_label(std::nullopt, Language::en), "long absence");
}

TEST(VisitRecord, OnlyPreReturnVisitsAndAbsencesAreListed) {
    for (const auto kind : visit_kinds()) EXPECT_EQ(is_listed(kind), !kind || *kind == Origin::pre_return_visit) << visit_kind_code(kind);
    EXPECT_TRUE(is_absence(VisitRecord{}));
    EXPECT_FALSE(is_absence(VisitRecord{.kind = Origin::pre_return_visit}));
}

}  // namespace
}  // namespace maintien
