// Protocols with something changed at random: rows dropped, doubled, redirected, moved; guards, time limits and teams changed.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "maintien/protocol/built_in/all.hpp"
#include "maintien/protocol/difference.hpp"

namespace maintien::test {

/// Changes one thing of a protocol after the other.
struct Mutator {
    std::mt19937_64 engine;
    std::vector<std::string> changes{};  ///< what was done, for a failing test to say

    explicit Mutator(std::uint64_t seed) : engine(seed) {}

    std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine() % count); }
    template <ClosedList Code>
    Code any_code() {
        return static_cast<Code>(below(count_of<Code>));
    }

    Transition& any_row(Protocol& protocol, const char* what) {
        auto& row = protocol.transitions[below(protocol.transitions.size())];
        changes.push_back(std::string(what) + " " + std::string(row.id));
        return row;
    }

    Guard any_guard() {
        switch (below(9)) {
            case 0: return needs_consent(any_code<ConsentScope>());
            case 1: return needs_age(below(2) == 0 ? 150 : 50);
            case 2: return needs_origin({any_code<Origin>(), any_code<Origin>()});
            case 3: return {.kind = GuardKind::on_sick_leave};
            case 4: return needs_anchor();
            case 5: return not_after(any_code<Milestone>());
            case 6: return needs_consent_by_recipient();
            default: return after(any_code<Milestone>());
        }
    }

    Move any_move() {
        const auto choice = below(6);
        return choice == 0 ? same_stage : choice == 1 ? stage_before : to(any_code<Stage>());
    }

    void drop_row(Protocol& protocol) {
        const auto i = below(protocol.transitions.size());
        changes.push_back("drop " + std::string(protocol.transitions[i].id));
        protocol.transitions.erase(i);
    }

    void double_row(Protocol& protocol) {
        if (protocol.transitions.size() >= 48) return;
        Transition twin = any_row(protocol, "double");
        twin.id = "twin";
        if (below(2) == 0) twin.from = {{any_code<Stage>()}};
        if (below(3) == 0) twin.move = any_move();
        protocol.transitions.push_back(twin);
    }

    void change_stages(Protocol& protocol) {
        auto& from = any_row(protocol, "change the stages of").from;
        if (below(4) == 0) from.none = !from.none;
        else from.stages.bits ^= CodeSet<Stage>{any_code<Stage>()}.bits;
    }

    void drop_any_guard(Protocol& protocol) {
        auto& guards = any_row(protocol, "drop a guard of").guards;
        if (!guards.empty()) guards.erase(below(guards.size()));
    }

    void add_guard(Protocol& protocol) {
        auto& guards = any_row(protocol, "add a guard to").guards;
        if (guards.size() < 12) guards.push_back(any_guard());
    }

    void change_condition(Protocol& protocol) {
        auto& row = any_row(protocol, "change the condition of");
        if (row.guards.size() > 0 && below(2) == 0) row.guards[below(row.guards.size())].when = {};
        else row.when = below(3) == 0 ? when(Attribute::by, CodeSet<Actor>{}) : Condition{};
    }

    void change_limits(Protocol& protocol) {
        changes.emplace_back("change the time limits");
        if (protocol.time_limits.empty()) return;
        auto& limit = protocol.time_limits[below(protocol.time_limits.size())];
        if (below(2) == 0) limit.from = any_code<Milestone>();
        else limit.to = any_code<Milestone>();
    }

    void change_rest(Protocol& protocol) {
        changes.emplace_back("change team, follow-up or what is relaxed");
        const auto choice = below(4);
        if (choice == 0) protocol.team.bits ^= CodeSet<Actor>{any_code<Actor>()}.bits;
        else if (choice == 1) protocol.follow_up.horizons = {};
        else if (choice == 2) protocol.follow_up.except = {any_code<Outcome>()};
        else protocol.relaxes = {};
    }

    void change(Protocol& protocol) {
        switch (below(12)) {
            case 0:
            case 1: return drop_row(protocol);
            case 2: any_row(protocol, "redirect").move = any_move(); return;
            case 3: return double_row(protocol);
            case 4:
            case 5: return change_stages(protocol);
            case 6:
            case 7: return drop_any_guard(protocol);
            case 8: return add_guard(protocol);
            case 9: return change_condition(protocol);
            case 10: return change_limits(protocol);
            default: return change_rest(protocol);
        }
    }

    /// A built-in protocol with one to three changes.
    Protocol mutated() {
        Protocol protocol = *built_in_protocols[below(built_in_protocols.size())];
        changes.push_back(std::string(protocol.name));
        for (auto left = 1 + below(3); left > 0; --left) change(protocol);
        return indexed(protocol);
    }
};

}  // namespace maintien::test
