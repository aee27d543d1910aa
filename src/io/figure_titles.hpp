#pragma once
/// @file
/// What people call the figures: titles of indicators and variants, words for categories, strata and exclusions.

#include <string>
#include <string_view>

#include "maintien/vocabulary/language.hpp"

namespace maintien::io::detail {

/// The title of an indicator; its own name when it has no title yet.
std::string indicator_title(std::string_view indicator, Language language);

/// The words for one variant of an indicator; its own name when there are none yet.
std::string variant_title(std::string_view indicator, std::string_view variant, Language language);

/// The word for a category of a figure: the label of the closed list it comes from.
std::string category_title(std::string_view indicator, std::string_view variant, std::string_view category, Language language);

/// The words for a figure within its indicator: its variant with the horizon in its place, or its category.
std::string figure_title(std::string_view indicator, std::string_view variant, std::string_view category, Language language);

/// The words for a figure by itself: its indicator, its variant and its category.
std::string whole_title(std::string_view indicator, std::string_view variant, std::string_view category, Language language);

/// What a register can be divided by, in words.
std::string stratum_key_title(std::string_view key, Language language);

/// One value of a stratum, in words where it comes from a closed list.
std::string stratum_value_title(std::string_view key, std::string_view value, Language language);

/// Why something was left out of a figure, in words that follow a number.
std::string exclusion_title(std::string_view reason, Language language);

}  // namespace maintien::io::detail
