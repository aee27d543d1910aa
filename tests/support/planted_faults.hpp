// Protocols with one fault planted in the core: each is refused at run time, and stops compilation where it is asserted sound.
#pragma once

#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/protocol/difference.hpp"

namespace maintien::test {

/// The core with one thing planted in it.
template <class Plant>
constexpr Protocol core_with(Plant plant) {
    Protocol protocol = variant_of(common_core, "planted", 1, make_day(2024, 1, 1));
    plant(protocol);
    return indexed(protocol);
}

constexpr void drop_row(Protocol& protocol, std::string_view id) {
    for (std::size_t i = 0; i < protocol.transitions.size(); ++i)
        if (protocol.transitions[i].id == id) return protocol.transitions.erase(i);
}

constexpr void keep_out_of(Protocol& protocol, std::string_view id, Stage stage) {
    row_to_change(protocol, id).from.stages.bits &= ~CodeSet<Stage>{stage}.bits;
}

constexpr void drop_guards_of(Protocol& protocol, std::string_view id, GuardKind kind) {
    auto& guards = row_to_change(protocol, id).guards;
    for (std::size_t i = guards.size(); i > 0; --i)
        if (guards[i - 1].kind == kind) guards.erase(i - 1);
}

constexpr Protocol planted_no_start() {
    return core_with([](Protocol& p) {
        drop_row(p, "referral");
        row_to_change(p, "first_contact").from.none = false;
    });
}

constexpr Protocol planted_unreachable_stage() {
    return core_with([](Protocol& p) { row_to_change(p, "interview_accepted").move = to(Stage::contacted); });
}

/// Nothing leads out of a suspension.
constexpr Protocol planted_dead_end() {
    return core_with([](Protocol& p) {
        drop_row(p, "resumption");
        for (const std::string_view id : {"refusal", "withdrawal", "outcome", "outcome_closing", "outcome_before_entry"}) keep_out_of(p, id, Stage::suspended);
    });
}

constexpr Protocol planted_overlapping_rows() {
    return core_with([](Protocol& p) { drop_guard(row_to_change(p, "refusal"), GuardKind::not_after, Milestone::entry); });
}

/// Whoever entered has been in touch.
constexpr Protocol planted_impossible_guard() {
    return core_with([](Protocol& p) { row_to_change(p, "team_review").guards = {after(Milestone::entry), not_after(Milestone::contact)}; });
}

constexpr Protocol planted_uncovered_sharing() {
    return core_with([](Protocol& p) { drop_guards_of(p, "relay", GuardKind::consent_by_recipient); });
}

/// The clock would run from the exit to the referral.
constexpr Protocol planted_impossible_limit() {
    return core_with([](Protocol& p) {
        p.time_limits[0].from = Milestone::exit;
        p.time_limits[0].to = Milestone::referral;
    });
}

constexpr Protocol planted_dropped_limit() {
    return core_with([](Protocol& p) { drop_limit(p, "contact_within_15_days"); });
}

constexpr Protocol planted_dropped_consent() {
    return core_with([](Protocol& p) { drop_guards_of(p, "referral", GuardKind::consent); });
}

/// Consents can be given and refused, but not taken back any more once somebody is in the cell.
constexpr Protocol planted_refused_withdrawal() {
    return core_with([](Protocol& p) {
        keep_out_of(p, "consent", Stage::in_support);
        Transition given = row_to_change(p, "consent");
        given.id = "consent_in_support";
        given.from = {{Stage::in_support}};
        given.when = when(Attribute::state, CodeSet<ConsentState>{ConsentState::given, ConsentState::refused});
        p.transitions.push_back(given);
    });
}

}  // namespace maintien::test
