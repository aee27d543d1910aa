#pragma once
/// @file
/// Where a rule comes from, and how it is said.

#include <string_view>

#include "maintien/vocabulary/language.hpp"

namespace maintien {

/// A text of the field in both languages.
struct Text {
    std::string_view fr;  ///< French
    std::string_view en;  ///< English
    constexpr bool operator==(const Text&) const = default;
};

/// The text in one language.
constexpr std::string_view in_language(const Text& text, Language language) {
    return language == Language::fr ? text.fr : text.en;
}

/// The source of a rule: a document, an article, or the words "decided by us" with the reason.
using RuleSource = std::string_view;

}  // namespace maintien
