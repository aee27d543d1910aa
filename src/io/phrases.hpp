#pragma once
/// @file
/// Words, numbers and columns of what people read, in French and in English.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "maintien/pathway/severity.hpp"
#include "maintien/protocol/source.hpp"
#include "maintien/vocabulary/day.hpp"
#include "maintien/vocabulary/day_in_words.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io::detail {

/// The columns of a terminal that text output keeps to.
inline constexpr std::size_t page_width = 100;

/// One of two texts.
constexpr std::string_view said(Language language, std::string_view fr, std::string_view en) {
    return language == Language::fr ? fr : en;
}

/// The columns a UTF-8 text takes on a terminal: one for each character. The text of a report has neither combining
/// marks nor wide characters, unless a service's own names have.
std::size_t display_width(std::string_view text);

/// A text filled up with spaces on the right to `width` columns.
std::string padded(std::string_view text, std::size_t width);

/// A text filled up with spaces on the left to `width` columns.
std::string padded_left(std::string_view text, std::size_t width);

/// A text broken at its spaces (never at its no-break spaces) into lines of the page, each with its line end; the first
/// line begins `first` columns in, the others `indent` columns in.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t first);

// A day in words is the library's own.
using maintien::day_in_words;

/// A number with its noun: 0 signalement, 2 signalements; 0 referrals, 1 referral.
std::string counted(std::int64_t count, const Text& one, const Text& many, Language language);

/// The deviations of each severity in a row: 0 manquement, 103 non enregistrés, 0 remarque.
std::string deviations_phrase(const std::array<std::int64_t, count_of<Severity>>& counts, Language language);

/// A proportion as a percentage with no more decimals than it needs, at most two: 95 %, 99,8 %.
std::string short_percentage(double proportion, Language language);

}  // namespace maintien::io::detail
