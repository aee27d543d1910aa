// Rules in words, so that a table typed by hand can be compared with the one the engine runs.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "maintien/case/shape.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien::test {

/// A clause: `outcome: death retirement`, `incoming: false`.
inline std::string in_words(const Clause& clause) {
    const auto& shape = shape_of(clause.attribute);
    std::string words = std::string(code_of(clause.attribute)) + ":";
    if (shape.kind == ValueKind::boolean) return words + (clause.codes == 1 ? " false" : clause.codes == 2 ? " true" : " ?");
    for (std::uint32_t i = 0; i < shape.codes; ++i)
        if ((clause.codes >> i & 1) != 0) words += " " + std::string(shape.code(i));
    return words;
}

inline std::string in_words(const Condition& condition) {
    std::string words;
    for (const auto& clause : condition) words += " when " + in_words(clause);
    return words;
}

/// A guard: `after plan when outcome: same_post …`, `consent referral of worker`.
inline std::string in_words(const Guard& guard) {
    const auto milestone = std::string(code_of(guard.milestone));
    std::string words;
    switch (guard.kind) {
        case GuardKind::consent:
            words = "consent " + std::string(code_of(guard.scope)) + " of " + std::string(code_of(guard.party));
            if (guard.implied_by) words += " implied by " + std::string(code_of(*guard.implied_by));
            break;
        case GuardKind::consent_by_recipient: words = "consent by recipient"; break;
        case GuardKind::after: words = "after " + milestone; break;
        case GuardKind::not_after: words = "not after " + milestone; break;
        case GuardKind::age_at_least: words = "age " + std::to_string(guard.age); break;
        case GuardKind::origin_in: words = "origin " + std::to_string(guard.origins.bits); break;
        case GuardKind::on_sick_leave: words = "on sick leave"; break;
        case GuardKind::anchored: words = "anchored"; break;
    }
    return words + in_words(guard.when);
}

inline std::string in_words(const Move& move) {
    if (move.kind == MoveKind::same) return "same";
    return move.kind == MoveKind::before ? "before" : std::string(code_of(move.stage));
}

inline std::string in_words(const StageSet& set) {
    std::string words = set.none ? "none" : "";
    for (const auto& term : terms_of<Stage>)
        if (set.contains(term.value)) words += (words.empty() ? "" : " ") + std::string(term.code);
    return words;
}

/// The guards of a row, sorted: their order says nothing.
inline std::vector<std::string> guards_in_words(const Transition& row) {
    std::vector<std::string> words;
    for (const auto& guard : row.guards) words.push_back(in_words(guard));
    std::sort(words.begin(), words.end());
    return words;
}

/// A whole row on one line.
inline std::string in_words(const Transition& row) {
    std::string words = std::string(code_of(row.event)) + in_words(row.when) + " | " + in_words(row.from) + " | " + in_words(row.move);
    for (const auto& guard : guards_in_words(row)) words += " | " + guard;
    return words;
}

}  // namespace maintien::test
