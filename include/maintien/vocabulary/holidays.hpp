#pragma once
/// @file
/// French public holidays, computed: no list of years to keep up.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "maintien/vocabulary/code_list.hpp"
#include "maintien/vocabulary/day.hpp"

namespace maintien {

/// Where the worker works, as far as public holidays differ.
enum class HolidayRegion : std::uint8_t {
    metropolitan,      ///< the days of the whole country (L3133-1)
    alsace_moselle,    ///< Good Friday and 26 December too (L3134-13)
    guadeloupe,        ///< abolition of slavery, 27 May (L3422-2)
    martinique,        ///< abolition of slavery, 22 May
    guyane,            ///< abolition of slavery, 10 June
    reunion,           ///< abolition of slavery, 20 December
    mayotte,           ///< abolition of slavery, 27 April
    saint_barthelemy,  ///< abolition of slavery, 9 October
    saint_martin       ///< abolition of slavery, 28 May
};

template <>
inline constexpr std::string_view list_name_of<HolidayRegion> = "holiday_region";

template <>
inline constexpr auto terms_of<HolidayRegion> = std::to_array<Term<HolidayRegion>>({
    {HolidayRegion::metropolitan, "metropolitan", "métropole", "metropolitan France"},
    {HolidayRegion::alsace_moselle, "alsace_moselle", "Alsace et Moselle", "Alsace and Moselle"},
    {HolidayRegion::guadeloupe, "guadeloupe", "Guadeloupe", "Guadeloupe"},
    {HolidayRegion::martinique, "martinique", "Martinique", "Martinique"},
    {HolidayRegion::guyane, "guyane", "Guyane", "French Guiana"},
    {HolidayRegion::reunion, "reunion", "La Réunion", "Réunion"},
    {HolidayRegion::mayotte, "mayotte", "Mayotte", "Mayotte"},
    {HolidayRegion::saint_barthelemy, "saint_barthelemy", "Saint-Barthélemy", "Saint Barthélemy"},
    {HolidayRegion::saint_martin, "saint_martin", "Saint-Martin", "Saint Martin"},
});
static_assert(well_formed(terms_of<HolidayRegion>));

/// Easter Sunday of a year of the Gregorian calendar, by Butcher's rule.
constexpr Day easter(int year) {
    const int golden = year % 19, century = year / 100, in_century = year % 100;
    const int leap_centuries = century / 4, correction = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - leap_centuries - correction + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
    const int month_and_day = epact + to_sunday - 7 * late + 114;
    return make_day(year, static_cast<unsigned>(month_and_day / 31), static_cast<unsigned>(month_and_day % 31 + 1));
}

namespace detail {

/// A holiday of the same date every year.
struct FixedHoliday {
    unsigned month = 1;  ///< 1 to 12
    unsigned day = 1;    ///< 1 to 31
};

/// 1 January, 1 and 8 May, 14 July, 15 August, 1 and 11 November, 25 December (L3133-1).
inline constexpr std::array<FixedHoliday, 8> fixed_holidays{{{1, 1}, {5, 1}, {5, 8}, {7, 14}, {8, 15}, {11, 1}, {11, 11}, {12, 25}}};

/// Days from Easter Sunday to Easter Monday, Ascension and Whit Monday (L3133-1).
inline constexpr std::array<int, 3> holidays_after_easter{1, 39, 50};

/// The day an overseas region remembers the abolition of slavery (L3422-2), the last two since they are regions of their own, 2012.
constexpr bool is_abolition_day(CalendarDate date, HolidayRegion region) {
    const auto is = [&](unsigned month, unsigned day) { return date.month == month && date.day == day; };
    switch (region) {
        case HolidayRegion::guadeloupe: return is(5, 27);
        case HolidayRegion::martinique: return is(5, 22);
        case HolidayRegion::guyane: return is(6, 10);
        case HolidayRegion::reunion: return is(12, 20);
        case HolidayRegion::mayotte: return is(4, 27);
        case HolidayRegion::saint_barthelemy: return is(10, 9) && date.year >= 2012;
        case HolidayRegion::saint_martin: return is(5, 28) && date.year >= 2012;
        default: return false;
    }
}

}  // namespace detail

/// Whether a day is a public holiday of the labour code in a region, by the rules in force since 1982. Days that are only customary (Good Friday or mid-Lent in
/// Guadeloupe, 21 July in the Antilles) are none; Whit Monday is one, also where the solidarity day is worked on it.
constexpr bool is_public_holiday(Day day, HolidayRegion region = HolidayRegion::metropolitan) {
    const auto date = calendar_date(day);
    for (const auto& holiday : detail::fixed_holidays)
        if (date.month == holiday.month && date.day == holiday.day) return true;
    const int after_easter = day - easter(date.year);
    for (const int days : detail::holidays_after_easter)
        if (after_easter == days) return true;
    if (region == HolidayRegion::alsace_moselle) return after_easter == -2 || (date.month == 12 && date.day == 26);
    return detail::is_abolition_day(date, region);
}

/// The public holidays of a calendar year in a region, in order; a day on which two fall is there once.
inline std::vector<Day> public_holidays(int year, HolidayRegion region = HolidayRegion::metropolitan) {
    std::vector<Day> found;
    const Day first = make_day(year, 1, 1);
    for (int i = 0; i < length_of_year(year); ++i)
        if (is_public_holiday(first + i, region)) found.push_back(first + i);
    return found;
}

}  // namespace maintien
