#pragma once
/// @file
/// Times of day on appointments and certificates.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "maintien/vocabulary/day.hpp"

namespace maintien {

/// A wall-clock time as written on an appointment notice, in minutes since midnight.
struct TimeOfDay {
    std::uint16_t minutes = 0;  ///< 0 to 1439
    constexpr auto operator<=>(const TimeOfDay&) const = default;
};

/// The time written `HH:MM`, or nothing.
constexpr std::optional<TimeOfDay> parse_time(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto h = detail::digits(text.substr(0, 2)), m = detail::digits(text.substr(3, 2));
    if (!h || !m || *h > 23 || *m > 59) return std::nullopt;
    return TimeOfDay{static_cast<std::uint16_t>(*h * 60 + *m)};
}

/// A time written `HH:MM`.
inline std::string time_text(TimeOfDay time) {
    std::string text = "00:00";
    detail::write_digits(text.data(), 2, time.minutes / 60u);
    detail::write_digits(text.data() + 3, 2, time.minutes % 60u);
    return text;
}

}  // namespace maintien
