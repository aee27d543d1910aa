// A slow explorer of protocols: it drives the real engine with real days through every event it can think of, and knows
// nothing of how the library checks protocols.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "maintien/pathway/advance.hpp"

namespace brute {

/// What the explorer found: each flaw as "kind rule" or "kind stage".
struct Findings {
    std::set<std::string> flaws{};      ///< what is unsound
    std::set<std::string> weakened{};   ///< the rules in which the protocol asks less than its base, relaxed ones aside
    bool refuses_withdrawal = false;    ///< somewhere a consent can no longer be taken back although the base lets it be
    std::set<std::string> stuck{};      ///< the stages at which a case can be stuck
    std::size_t positions = 0;          ///< how many kinds of position there are
};

/// Explores a protocol, beside its base when there is one.
Findings explore(const maintien::Protocol& protocol, const maintien::Protocol* base = nullptr);

/// Whether somebody outside learns something from an event without a live consent of the worker.
bool tells_without_consent(const maintien::Position& position, const maintien::Mark& mark, const maintien::Protocol& protocol);

/// How many rows of a protocol an event at a position falls under.
int rows_matching(const maintien::Position& position, const maintien::Mark& mark, const maintien::Protocol& protocol);

}  // namespace brute
