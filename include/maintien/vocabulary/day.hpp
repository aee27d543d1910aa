#pragma once
/// @file
/// Civil days: the only time of the field. There is no clock; the day is always an argument.

#include <date/date.h>

#include <array>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace maintien {

/// A civil day, or none. `days` counts from 1970-01-01; deadlines and durations are differences of civil days.
struct Day {
    std::int32_t days = std::numeric_limits<std::int32_t>::min();  ///< days since 1970-01-01; the least value means none
    constexpr auto operator<=>(const Day&) const = default;
};

/// No day: a milestone that has not come, a date that is not recorded. It sorts before every day.
inline constexpr Day no_day{};

/// Whether there is a day at all.
constexpr bool known(Day day) { return day != no_day; }

/// The day `count` civil days later (earlier when negative); the day must be known.
constexpr Day operator+(Day day, int count) { return Day{day.days + count}; }

/// The day `count` civil days earlier.
constexpr Day operator-(Day day, int count) { return Day{day.days - count}; }

/// The number of civil days from `from` to `to`: 0 on the same day.
constexpr int operator-(Day to, Day from) { return to.days - from.days; }

/// The day of a calendar date, or nothing when the calendar has no such date (31 February).
constexpr std::optional<Day> checked_day(int year, unsigned month, unsigned day) {
    if (year < 1 || year > 9999 || month > 12 || day > 31) return std::nullopt;
    const date::year_month_day ymd{date::year{year}, date::month{month}, date::day{day}};
    if (!ymd.ok()) return std::nullopt;
    return Day{static_cast<std::int32_t>(date::sys_days{ymd}.time_since_epoch().count())};
}

/// The day of a calendar date known to exist; `no_day` otherwise.
constexpr Day make_day(int year, unsigned month, unsigned day) {
    return checked_day(year, month, day).value_or(no_day);
}

/// A calendar date.
struct CalendarDate {
    int year = 0;        ///< four digits
    unsigned month = 0;  ///< 1 to 12
    unsigned day = 0;    ///< 1 to 31
    constexpr auto operator<=>(const CalendarDate&) const = default;
};

/// The calendar date of a day.
constexpr CalendarDate calendar_date(Day day) {
    const date::year_month_day ymd{date::sys_days{date::days{day.days}}};
    return {int{ymd.year()}, unsigned{ymd.month()}, unsigned{ymd.day()}};
}

/// The calendar year of a day.
constexpr int year_of(Day day) { return calendar_date(day).year; }

/// The number of days of a calendar year, 365 or 366.
constexpr int length_of_year(int year) { return date::year{year}.is_leap() ? 366 : 365; }

/// The same day of the month `months` later, clamped to the month's end: 29 February + 12 months = 28 February; no day stays no day.
constexpr Day months_after(Day day, int months) {
    if (!known(day)) return no_day;
    const auto moved = date::year_month_day{date::sys_days{date::days{day.days}}} + date::months{months};
    if (moved.ok()) return Day{static_cast<std::int32_t>(date::sys_days{moved}.time_since_epoch().count())};
    const auto last = date::sys_days{moved.year() / moved.month() / date::last};
    return Day{static_cast<std::int32_t>(last.time_since_epoch().count())};
}

namespace detail {

/// The number written in `text`, which must be digits only.
constexpr std::optional<unsigned> digits(std::string_view text) {
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

/// Writes `value` with leading zeros into `width` characters.
constexpr void write_digits(char* at, int width, unsigned value) {
    for (int i = width - 1; i >= 0; --i, value /= 10) at[i] = static_cast<char>('0' + value % 10);
}

}  // namespace detail

/// The day written `YYYY-MM-DD`, or nothing: no two-digit year, no trailing text, no 31 February.
constexpr std::optional<Day> parse_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto y = detail::digits(text.substr(0, 4)), m = detail::digits(text.substr(5, 2)), d = detail::digits(text.substr(8, 2));
    return y && m && d ? checked_day(static_cast<int>(*y), *m, *d) : std::nullopt;
}

/// The day written `dd/mm/yyyy`, as French spreadsheets keep it, or nothing; as strict as `parse_iso`.
constexpr std::optional<Day> parse_french(std::string_view text) {
    if (text.size() != 10 || text[2] != '/' || text[5] != '/') return std::nullopt;
    const auto d = detail::digits(text.substr(0, 2)), m = detail::digits(text.substr(3, 2)), y = detail::digits(text.substr(6, 4));
    return y && m && d ? checked_day(static_cast<int>(*y), *m, *d) : std::nullopt;
}

/// A day in the ten characters `YYYY-MM-DD`.
constexpr std::array<char, 10> iso_characters(Day day) {
    const auto date = calendar_date(day);
    std::array<char, 10> text{};
    detail::write_digits(text.data(), 4, static_cast<unsigned>(date.year));
    text[4] = text[7] = '-';
    detail::write_digits(text.data() + 5, 2, date.month);
    detail::write_digits(text.data() + 8, 2, date.day);
    return text;
}

/// A day written `YYYY-MM-DD`; an empty text for no day.
inline std::string iso(Day day) {
    if (!known(day)) return {};
    const auto text = iso_characters(day);
    return {text.data(), text.size()};
}

}  // namespace maintien
