#pragma once
/// @file
/// Courses: episodes followed from a day on, until what ends them or as long as they were seen.

#include "maintien/indicators/survival_table.hpp"

namespace maintien {

/// A course whose curve is drawn: from which day on, and until which ends.
enum class Course : std::uint8_t {
    from_referral,  ///< from R until entry, refusal or closing
    from_entry,     ///< from E until a positive, negative or neutral exit
    first_delay     ///< and from here on the delays between stages, in the order of `Delay`: until the second stage
};

/// The course of a delay.
constexpr Course course_of(Delay delay) { return static_cast<Course>(static_cast<std::size_t>(Course::first_delay) + index_of(delay)); }

/// The survival table of a course, from the day tables of a tally; they must be merged. The causes of the end are in the order in which
/// `Course` names them.
inline SurvivalTable table_of(Course course, const std::array<DayCounts, stay_count>& stays) {
    const auto at = [&](Stay stay) { return stays[static_cast<std::size_t>(stay)]; };
    if (course == Course::from_referral)
        return {{at(Stay::referral_to_entering), at(Stay::referral_to_refusing), at(Stay::referral_to_closing)}, at(Stay::referral_to_now), {}};
    if (course == Course::from_entry)
        return {{at(Stay::entry_to_positive), at(Stay::entry_to_negative), at(Stay::entry_to_neutral)}, at(Stay::entry_to_now), {}};
    const auto delay = static_cast<std::size_t>(course) - static_cast<std::size_t>(Course::first_delay);
    return {{stays[static_cast<std::size_t>(Stay::first_delay) + delay]}, stays[static_cast<std::size_t>(Stay::first_running) + delay], {}};
}

}  // namespace maintien
