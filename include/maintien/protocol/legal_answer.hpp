#pragma once
/// @file
/// What the statutory time rules answer about one worker's days. Information with its source, never legal advice.

#include <algorithm>
#include <optional>

#include "maintien/protocol/legal_rule.hpp"
#include "maintien/vocabulary/period.hpp"
#include "maintien/vocabulary/working_day.hpp"

namespace maintien {

/// A sick leave as far as the rules ask: its first day, and its last as prescribed when it is known. Its length counts both.
struct LeaveDays {
    Day first{};  ///< first day off work
    Day last{};   ///< last day off work, or none while nobody knows
};

/// The first day on which an absence that began on `first` has lasted as long as a version asks; the first day counts as one.
constexpr Day lasts_enough_on(const LegalVersion& version, Day first) {
    const bool months = version.unit == LimitUnit::months;
    const Day past = months ? months_after(first, version.threshold) : first + version.threshold;
    return version.comparison == Comparison::more_than ? past : std::max(first, past - 1);
}

namespace detail {

/// Since when a rule about the length of a leave is met: from its first day when the prescribed length is enough [D: the articles speak
/// of the length of the leave], otherwise, the end not being known, from the day it has lasted long enough; none when it is too short.
constexpr Day met_since(LegalRule rule, LeaveDays leave, AbsenceKind absence = AbsenceKind::other) {
    const auto* version = version_in_force(rule, leave.first, absence);
    if (!version) return no_day;
    const Day enough = lasts_enough_on(*version, leave.first);
    if (!known(leave.last)) return enough;
    return enough <= leave.last ? leave.first : no_day;
}

}  // namespace detail

/// Since when a pre-return visit is possible (R4624-29), or no day when the leave is too short for one.
constexpr Day pre_return_visit_since(LeaveDays leave) { return detail::met_since(LegalRule::pre_return_visit, leave); }

/// Since when a liaison meeting is possible (D1226-8-1), or no day. The worker may decline it without consequence.
constexpr Day liaison_meeting_since(LeaveDays leave) { return detail::met_since(LegalRule::liaison_meeting, leave); }

/// Whether a return visit is required after an absence that ended (R4624-31); its last day must be known.
constexpr bool return_visit_required(LeaveDays leave, AbsenceKind absence) {
    return known(leave.last) && known(detail::met_since(LegalRule::return_visit, leave, absence));
}

/// When the return visit is held: from the day of return to eight days after it (R4624-31).
constexpr Period return_visit_days(LeaveDays leave) {
    const Day back = leave.last + 1;
    return {back, back + version_in_force(LegalRule::return_visit_delay, leave.first)->threshold};
}

/// The calendar years in which the mid-career visit is held: that of the 45th birthday, or up to two years before (L4624-2-2). A branch agreement may say otherwise.
constexpr Period mid_career_days(int birth_year) {
    const int age = version_in_force(LegalRule::mid_career_visit, detail::law_of_2021)->threshold / 12;
    const int early = version_in_force(LegalRule::mid_career_advance, detail::law_of_2021)->threshold / 12;
    return {make_day(birth_year + age - early, 1, 1), make_day(birth_year + age, 12, 31)};
}

/// The last day of a supervised trial that began on `first`, `used` working days having been spent on earlier trials (CSS D323-6 ff.):
/// at most 14 working days, 28 in total. The day before `first` when nothing is left; no day for a trial before the rule.
constexpr Day last_trial_day(Day first, int used, HolidayRegion region = HolidayRegion::metropolitan) {
    const auto* one = version_in_force(LegalRule::supervised_trial, first);
    const auto* all = version_in_force(LegalRule::supervised_trial_total, first);
    if (!one || !all) return no_day;
    return working_days_after(first - 1, std::clamp(all->threshold - used, 0, one->threshold), region);
}

/// The last day of a retraining in the company that began on `first`: at most 18 months (R5213-15 ff.); no day before the rule.
constexpr Day last_retraining_day(Day first) {
    const auto* version = version_in_force(LegalRule::retraining_in_company, first);
    return version ? months_after(first, version->threshold) - 1 : no_day;
}

/// The last day for the second examination, when one is needed after the first (R4624-42); no day before the rule.
constexpr Day second_examination_by(Day first_examination) {
    const auto* version = version_in_force(LegalRule::second_examination, first_examination);
    return version ? first_examination + version->threshold : no_day;
}

/// The last day for an appeal against an opinion notified on a day (R4624-45); no day before the rule.
constexpr Day unfitness_appeal_by(Day notified) {
    const auto* version = version_in_force(LegalRule::unfitness_appeal, notified);
    return version ? notified + version->threshold : no_day;
}

/// The day from which the employer pays the salary again to a worker neither redeployed nor dismissed (L1226-4).
constexpr Day salary_due_from(Day examination) {
    return months_after(examination, version_in_force(LegalRule::salary_due_again, examination)->threshold);
}

/// The last day the medical file is kept: 40 years after the last visit, at most 10 years after a death (R4624-45-9). The period
/// of a file that only the cell keeps is fixed by the service.
constexpr Day medical_file_kept_until(Day last_visit, Day died = no_day) {
    const Day today = legal_versions.back().valid_from;
    const Day after_visit = months_after(last_visit, version_in_force(LegalRule::medical_file, today)->threshold);
    if (!known(died)) return after_visit;
    return std::min(after_visit, months_after(died, version_in_force(LegalRule::medical_file_after_death, today)->threshold));
}

}  // namespace maintien
