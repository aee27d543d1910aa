#pragma once
/// @file
/// Days as people say them.

#include <array>
#include <string>
#include <string_view>

#include "maintien/vocabulary/day.hpp"
#include "maintien/vocabulary/language.hpp"
#include "maintien/vocabulary/working_day.hpp"

namespace maintien {

namespace detail {

inline constexpr std::array<std::array<std::string_view, 2>, 12> month_names{{{"janvier", "January"}, {"février", "February"}, {"mars", "March"},
                                                                              {"avril", "April"}, {"mai", "May"}, {"juin", "June"},
                                                                              {"juillet", "July"}, {"août", "August"}, {"septembre", "September"},
                                                                              {"octobre", "October"}, {"novembre", "November"}, {"décembre", "December"}}};

inline constexpr std::array<std::array<std::string_view, 2>, 7> weekday_names{{{"lundi", "Monday"}, {"mardi", "Tuesday"}, {"mercredi", "Wednesday"},
                                                                               {"jeudi", "Thursday"}, {"vendredi", "Friday"}, {"samedi", "Saturday"},
                                                                               {"dimanche", "Sunday"}}};

constexpr std::size_t column_of(Language language) { return language == Language::fr ? 0 : 1; }

}  // namespace detail

/// A day as people say it: 1er juin 2020, 1 June 2020; a dash for no day.
inline std::string day_in_words(Day day, Language language) {
    if (!known(day)) return "—";
    const auto date = calendar_date(day);
    const bool first_in_french = language == Language::fr && date.day == 1;
    const std::string number = std::to_string(date.day) + (first_in_french ? "er" : "");
    return number + " " + std::string(detail::month_names[date.month - 1][detail::column_of(language)]) + " " + std::to_string(date.year);
}

/// The day of the week as people say it: lundi, Monday; the day must be known.
inline std::string_view weekday_in_words(Day day, Language language) {
    return detail::weekday_names[static_cast<std::size_t>(weekday_of(day))][detail::column_of(language)];
}

}  // namespace maintien
