#pragma once
/// @file
/// What every closed list owes its readers, checked in one place.

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "enumerator_name.hpp"
#include "maintien/vocabulary/code_list.hpp"

namespace maintien::test {

/// The codes of a list in its order.
using Codes = std::vector<std::string_view>;

/// The codes of a closed list, in the order of its table.
template <ClosedList Code>
Codes codes_of() {
    Codes codes;
    for (const auto& term : terms_of<Code>) codes.push_back(term.code);
    return codes;
}

/// The codes of those terms for which `holds` is true.
template <ClosedList Code, class Predicate>
Codes codes_where(Predicate holds) {
    Codes codes;
    for (const auto& term : terms_of<Code>)
        if (holds(term.value)) codes.push_back(term.code);
    return codes;
}

/// A text with its first letter in the other case; unchanged when it has none.
inline std::string in_other_case(std::string_view code) {
    std::string text{code};
    for (char& c : text) {
        const char letter = static_cast<char>(c | 0x20);
        if (letter < 'a' || letter > 'z') continue;
        c = static_cast<char>(c ^ 0x20);
        break;
    }
    return text;
}

/// Each code reads back as itself, and no near miss of it is read.
template <ClosedList Code>
void expect_strict_lookup() {
    for (const auto& term : terms_of<Code>) {
        const std::string code{term.code};
        EXPECT_EQ(from_code<Code>(code), term.value) << code;
        for (const auto& miss :
             {" " + code, code + " ", code + "_", code.substr(1), "\xEF\xBB\xBF" + code, code + '\0'})
            EXPECT_FALSE(from_code<Code>(miss) == term.value) << '"' << miss << '"';
        if (in_other_case(code) == code) continue;
        EXPECT_FALSE(from_code<Code>(in_other_case(code))) << code;
    }
    for (const std::string_view miss : {"", " ", "unknown", "null", "0"}) EXPECT_FALSE(from_code<Code>(miss)) << miss;
}

/// The codes that the enumerators of a list spell in its header.
template <ClosedList Code, std::size_t... I>
Codes codes_spelt_by_enumerators(std::index_sequence<I...>) {
    return {code_spelt_by(enumerator_name<static_cast<Code>(I)>())...};
}

/// Each enumerator is written like its code, and the enumeration like its list.
template <ClosedList Code>
void expect_one_spelling() {
    EXPECT_EQ(codes_spelt_by_enumerators<Code>(std::make_index_sequence<count_of<Code>>{}), codes_of<Code>());
    EXPECT_EQ(snake_case(type_name<Code>()), list_name_of<Code>);
}

/// A label is trimmed, has no line end, and no cell separator of a table.
inline void expect_clean_label(std::string_view label) {
    EXPECT_FALSE(label.empty());
    EXPECT_EQ(label.find_first_of("|\t\n\r;\""), std::string_view::npos) << label;
    EXPECT_FALSE(label.starts_with(' ') || label.ends_with(' ')) << label;
}

/// The words of a list are clean, and no two codes share a word in one language.
template <ClosedList Code>
void expect_distinct_labels() {
    for (const auto& term : terms_of<Code>) {
        expect_clean_label(label_of(term.value, Language::fr));
        expect_clean_label(label_of(term.value, Language::en));
        for (const auto& other : terms_of<Code>) {
            if (other.value == term.value) continue;
            EXPECT_NE(term.fr, other.fr);
            EXPECT_NE(term.en, other.en);
        }
    }
}

/// Everything a closed list owes: these codes in this order, strict lookup, one spelling, clean and distinct words.
template <ClosedList Code>
void expect_closed_list(const Codes& codes) {
    EXPECT_EQ(codes_of<Code>(), codes);
    expect_strict_lookup<Code>();
    expect_one_spelling<Code>();
    expect_distinct_labels<Code>();
}

}  // namespace maintien::test
