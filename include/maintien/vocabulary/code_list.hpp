#pragma once
/// @file
/// Closed lists: one table gives a code its spelling and its words.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

#include "maintien/vocabulary/language.hpp"

namespace maintien {

/// One line of a closed list: the enumerator, its code in every document, its words in French and in English.
template <class Code>
struct Term {
    Code value;             ///< the enumerator
    std::string_view code;  ///< the spelling in JSON, CSV, Python and the docs: the enumerator's own name
    std::string_view fr;    ///< the French word of the field
    std::string_view en;    ///< the English word
};

/// The lines of the closed list `Code`, in the order of the list; each list specialises it beside its enumeration.
template <class Code>
inline constexpr std::nullptr_t terms_of = nullptr;

/// The name of the closed list `Code` in documents (`outcome`, `channel` …).
template <class Code>
inline constexpr std::string_view list_name_of = "";

/// An enumeration that has its table of terms.
template <class Code>
concept ClosedList = std::is_enum_v<Code> && !std::is_same_v<decltype(terms_of<Code>), const std::nullptr_t>;

/// The number of codes of a closed list.
template <ClosedList Code>
inline constexpr std::size_t count_of = terms_of<Code>.size();

/// The position of a code in its closed list, from 0.
template <ClosedList Code>
constexpr std::size_t index_of(Code code) {
    return static_cast<std::size_t>(code);
}

/// The line of a code in its closed list, with the columns this list has beside the words.
template <ClosedList Code>
constexpr const auto& term_of(Code code) {
    return terms_of<Code>[index_of(code)];
}

/// The spelling of a code in every document.
template <ClosedList Code>
constexpr std::string_view code_of(Code code) {
    return term_of(code).code;
}

/// The word a person reads for a code.
template <ClosedList Code>
constexpr std::string_view label_of(Code code, Language language) {
    return language == Language::fr ? term_of(code).fr : term_of(code).en;
}

/// The code spelt `text`, or nothing: closed lists are strict, an unknown code is never a first value.
template <ClosedList Code>
constexpr std::optional<Code> from_code(std::string_view text) {
    for (const auto& term : terms_of<Code>)
        if (term.code == text) return term.value;
    return std::nullopt;
}

/// Whether a table of terms stands in the order of its enumeration, each code once and none empty.
template <class Terms>
constexpr bool well_formed(const Terms& terms) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (static_cast<std::size_t>(terms[i].value) != i) return false;
        if (terms[i].code.empty() || terms[i].fr.empty() || terms[i].en.empty()) return false;
        for (std::size_t j = 0; j < i; ++j)
            if (terms[j].code == terms[i].code) return false;
    }
    return true;
}

}  // namespace maintien
