#include "maintien/protocol/legal_rule.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(LegalRule, EachHasAVersionWithItsArticle) {
    for (const auto& term : terms_of<LegalRule>) {
        int versions = 0;
        for (const auto& version : legal_versions)
            versions += version.rule == term.value && !version.article.empty() ? 1 : 0;
        EXPECT_GT(versions, 0) << term.code;
    }
}

TEST(LegalRule, VersionsStandInOrder) {
    for (std::size_t i = 1; i < legal_versions.size(); ++i) {
        EXPECT_LE(legal_versions[i - 1].rule, legal_versions[i].rule);
        const bool same = legal_versions[i - 1].rule == legal_versions[i].rule;
        EXPECT_TRUE(!same || legal_versions[i - 1].valid_from <= legal_versions[i].valid_from) << i;
    }
}

TEST(LegalRule, TheDaySelectsTheVersion) {
    const auto* before = version_in_force(LegalRule::pre_return_visit, make_day(2022, 3, 31));
    const auto* after = version_in_force(LegalRule::pre_return_visit, make_day(2022, 4, 1));
    ASSERT_TRUE(before && after);
    EXPECT_EQ(before->unit, LimitUnit::months);
    EXPECT_EQ(before->threshold, 3);
    EXPECT_EQ(after->unit, LimitUnit::days);
    EXPECT_EQ(after->threshold, 30);
    EXPECT_EQ(version_in_force(LegalRule::liaison_meeting, make_day(2022, 3, 31)), nullptr) << "there was none";
}

TEST(LegalRule, TheKindOfAbsenceSelectsTheThresholdOfTheReturnVisit) {
    const auto threshold = [](AbsenceKind kind, Day start) { return version_in_force(LegalRule::return_visit, start, kind)->threshold; };
    EXPECT_EQ(threshold(AbsenceKind::other, make_day(2022, 3, 31)), 30);
    EXPECT_EQ(threshold(AbsenceKind::other, make_day(2022, 4, 1)), 60);
    EXPECT_EQ(threshold(AbsenceKind::work_accident, make_day(2024, 1, 1)), 30);
    EXPECT_EQ(threshold(AbsenceKind::occupational_disease, make_day(2024, 1, 1)), 0);
    EXPECT_EQ(threshold(AbsenceKind::maternity, make_day(2024, 1, 1)), 0);
}

TEST(LegalRule, OfCausesOnlyAccidentsAtWorkAndOccupationalDiseasesStandOut) {
    EXPECT_EQ(absence_kind(Cause::work_accident), AbsenceKind::work_accident);
    EXPECT_EQ(absence_kind(Cause::occupational_disease), AbsenceKind::occupational_disease);
    EXPECT_EQ(absence_kind(Cause::commuting_accident), AbsenceKind::other);
    EXPECT_EQ(absence_kind(Cause::non_occupational_illness), AbsenceKind::other);
}

}  // namespace
