#pragma once
// How the kinds of rules are spelt in documents.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "maintien/pathway/refusal.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien::io::detail {

/// The key of a guard: its kind, as reasons spell it.
constexpr std::string_view key_of(GuardKind kind) { return maintien::detail::condition_code(kind); }

/// The key of a time limit's length: its unit.
constexpr std::string_view key_of(LimitUnit unit) {
    constexpr std::array<std::string_view, 3> keys{"days", "months", "working_days"};
    return keys[static_cast<std::size_t>(unit)];
}

/// Where a row leads: a stage, `same` or `before`.
constexpr std::string_view code_of_move(const Move& move) {
    if (move.kind == MoveKind::same) return "same";
    return move.kind == MoveKind::before ? "before" : code_of(move.stage);
}

/// The codes of a clause as they are spelt.
inline std::vector<std::string> codes_of(const Clause& clause) {
    const auto& shape = shape_of(clause.attribute);
    const bool truth = shape.kind == ValueKind::boolean;
    std::vector<std::string> codes;
    for (std::uint32_t i = 0; i < (truth ? 2 : shape.codes); ++i)
        if ((clause.codes >> i & 1) != 0) codes.emplace_back(truth ? (i == 0 ? "false" : "true") : shape.code(i));
    return codes;
}

}  // namespace maintien::io::detail
