#include "maintien/protocol/legal_answer.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

/// A leave of so many days, the first included.
constexpr LeaveDays lasting(int days, Day first = make_day(2024, 1, 1)) { return {first, first + days - 1}; }

TEST(LegalAnswer, APreReturnVisitIsPossibleInALeaveOfMoreThanThirtyDays) {
    EXPECT_EQ(pre_return_visit_since(lasting(30)), no_day);
    EXPECT_EQ(pre_return_visit_since(lasting(31)), make_day(2024, 1, 1)) << "the prescribed length is enough";
    EXPECT_EQ(pre_return_visit_since({make_day(2024, 1, 1), no_day}), make_day(2024, 1, 31)) << "the 31st day";
}

TEST(LegalAnswer, BeforeApril2022APreReturnVisitTookMoreThanThreeMonths) {
    const Day first = make_day(2022, 1, 1);
    EXPECT_EQ(pre_return_visit_since({first, make_day(2022, 3, 31)}), no_day) << "three months to the day";
    EXPECT_EQ(pre_return_visit_since({first, make_day(2022, 4, 1)}), first);
    EXPECT_EQ(pre_return_visit_since({make_day(2021, 11, 30), no_day}), make_day(2022, 2, 28)) << "the month's end";
}

TEST(LegalAnswer, ALiaisonMeetingIsPossibleFromThirtyDays) {
    EXPECT_EQ(liaison_meeting_since(lasting(29)), no_day);
    EXPECT_EQ(liaison_meeting_since(lasting(30)), make_day(2024, 1, 1));
    EXPECT_EQ(liaison_meeting_since({make_day(2024, 1, 1), no_day}), make_day(2024, 1, 30));
    EXPECT_EQ(liaison_meeting_since(lasting(200, make_day(2021, 1, 1))), no_day);
}

TEST(LegalAnswer, AReturnVisitIsRequiredByCauseAndLength) {
    EXPECT_FALSE(return_visit_required(lasting(59), AbsenceKind::other));
    EXPECT_TRUE(return_visit_required(lasting(60), AbsenceKind::other));
    EXPECT_FALSE(return_visit_required(lasting(29), AbsenceKind::work_accident));
    EXPECT_TRUE(return_visit_required(lasting(30), AbsenceKind::work_accident));
    EXPECT_TRUE(return_visit_required(lasting(1), AbsenceKind::occupational_disease));
    EXPECT_TRUE(return_visit_required(lasting(1), AbsenceKind::maternity));
    EXPECT_TRUE(return_visit_required(lasting(30, make_day(2022, 3, 31)), AbsenceKind::other)) << "the leave began under the older rule";
    EXPECT_FALSE(return_visit_required(lasting(30, make_day(2022, 4, 1)), AbsenceKind::other));
    EXPECT_FALSE(return_visit_required({make_day(2024, 1, 1), no_day}, AbsenceKind::maternity)) << "nobody has returned";
}

TEST(LegalAnswer, AReturnVisitIsHeldOnTheReturnOrInTheEightDaysAfter) {
    EXPECT_EQ(return_visit_days({make_day(2023, 12, 1), make_day(2024, 2, 28)}), (Period{make_day(2024, 2, 29), make_day(2024, 3, 8)}));
}

TEST(LegalAnswer, TheMidCareerVisitIsInTheYearOfTheFortyFifthBirthdayOrTwoYearsBefore) {
    EXPECT_EQ(mid_career_days(1980), (Period{make_day(2023, 1, 1), make_day(2025, 12, 31)}));
}

TEST(LegalAnswer, ASupervisedTrialLastsFourteenWorkingDaysAndTwentyEightInTotal) {
    const Day monday = make_day(2024, 3, 4);
    EXPECT_EQ(last_trial_day(monday, 0), make_day(2024, 3, 19)) << "two weeks of six days, and two";
    EXPECT_EQ(last_trial_day(monday, 14), make_day(2024, 3, 19)) << "renewed once";
    EXPECT_EQ(last_trial_day(monday, 20), make_day(2024, 3, 12)) << "eight are left";
    EXPECT_EQ(last_trial_day(monday, 28), make_day(2024, 3, 3)) << "none is left";
    EXPECT_EQ(last_trial_day(make_day(2024, 3, 25), 0), make_day(2024, 4, 10)) << "across Easter Monday";
    EXPECT_EQ(last_trial_day(make_day(2024, 3, 25), 0, HolidayRegion::alsace_moselle), make_day(2024, 4, 11)) << "and Good Friday";
    EXPECT_EQ(last_trial_day(make_day(2022, 3, 30), 0), no_day);
}

TEST(LegalAnswer, ARetrainingInTheCompanyLastsEighteenMonths) {
    EXPECT_EQ(last_retraining_day(make_day(2024, 1, 1)), make_day(2025, 6, 30));
    EXPECT_EQ(last_retraining_day(make_day(2024, 8, 31)), make_day(2026, 2, 27)) << "the month's end";
    EXPECT_EQ(last_retraining_day(make_day(2022, 3, 30)), no_day);
}

TEST(LegalAnswer, UnfitnessHasItsDays) {
    EXPECT_EQ(second_examination_by(make_day(2024, 2, 14)), make_day(2024, 2, 29));
    EXPECT_EQ(second_examination_by(make_day(2016, 12, 31)), no_day);
    EXPECT_EQ(unfitness_appeal_by(make_day(2024, 2, 15)), make_day(2024, 3, 1));
    EXPECT_EQ(salary_due_from(make_day(2024, 1, 31)), make_day(2024, 2, 29));
}

TEST(LegalAnswer, TheMedicalFileIsKeptFortyYearsOrTenAfterADeath) {
    EXPECT_EQ(medical_file_kept_until(make_day(2024, 2, 29)), make_day(2064, 2, 29));
    EXPECT_EQ(medical_file_kept_until(make_day(2024, 2, 29), make_day(2025, 6, 1)), make_day(2035, 6, 1));
    EXPECT_EQ(medical_file_kept_until(make_day(1990, 1, 1), make_day(2025, 6, 1)), make_day(2030, 1, 1));
}

}  // namespace
