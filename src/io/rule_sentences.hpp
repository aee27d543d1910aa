#pragma once
/// @file
/// Single rules in words, for the documents people read.

#include <string>

#include "io/phrases.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien::io::detail {

/// A label and a colon: « étiquette : », "label: ".
std::string colon(std::string_view label, Language language);

/// The unit of a time limit: days, months, working days.
std::string_view unit_words(LimitUnit unit, Language language);

/// The codes a condition speaks of: "outcome: death, retirement".
std::string alternatives_of(const Condition& condition, Language language);

/// What a guard asks for.
std::string guard_words(const Guard& guard, Language language);

/// The same, with the variants of the event it applies to.
std::string guard_sentence(const Guard& guard, Language language);

/// The stages a row starts from.
std::string origin_of_row(const Transition& row, Language language);

/// The stage a row leads to.
std::string target_of_row(const Transition& row, Language language);

/// What an expected rule looks for.
std::string expected_words(const ExpectedRule& rule, Language language);

/// The length of a time limit and where it begins: "15 days after referral".
std::string limit_length(const TimeLimit& limit, Language language);

/// The same, after its title.
std::string limit_words(const TimeLimit& limit, Language language);

/// Numbers in a row: 12, 24.
template <class Numbers>
std::string numbers_joined(const Numbers& numbers) {
    std::string text;
    for (const int number : numbers) text += (text.empty() ? "" : ", ") + std::to_string(number);
    return text;
}

/// The words of a set of codes in a row.
template <ClosedList Code>
std::string labels_joined(CodeSet<Code> set, Language language) {
    std::string text;
    for (const auto& term : terms_of<Code>)
        if (set.contains(term.value)) text += (text.empty() ? "" : ", ") + std::string(label_of(term.value, language));
    return text;
}

}  // namespace maintien::io::detail
