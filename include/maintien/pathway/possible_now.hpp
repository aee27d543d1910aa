#pragma once
/// @file
/// What can happen next in a case.

#include <vector>

#include "maintien/pathway/history.hpp"
#include "maintien/pathway/verdict.hpp"

namespace maintien {

/// Whether an event may happen now, with which of its own codes, and why not.
struct Possibility {
    Event event = Event::referral;           ///< the event
    std::vector<std::string_view> codes{};   ///< the codes it may have; empty for an event without a code of its own
    Verdict verdict{};                       ///< accepted when it may happen with at least one code; else the verdict on its first code
};

namespace detail {

/// An event of today, with one code.
inline Mark mark_today(Event event, std::uint8_t code, Day as_of, const Protocol& protocol) {
    Mark mark;
    mark.on = as_of;
    mark.event = event;
    mark.code = code;
    if (event == Event::relay) mark.partner = code;
    if (event == Event::consent) mark.state = static_cast<std::uint8_t>(index_of(ConsentState::given));
    if (event == Event::follow_up && !protocol.follow_up.horizons.empty()) mark.horizon = static_cast<std::uint8_t>(protocol.follow_up.horizons[0]);
    return mark;
}

/// The verdict on one code of an event: a follow-up is possible when it is for one of the horizons.
inline Verdict verdict_today(const Position& position, Event event, std::uint8_t code, Day as_of, const Protocol& protocol) {
    Mark mark = mark_today(event, code, as_of, protocol);
    Verdict verdict = verdict_at(position, mark, protocol);
    for (std::size_t i = 1; event == Event::follow_up && !verdict && i < protocol.follow_up.horizons.size(); ++i) {
        mark.horizon = static_cast<std::uint8_t>(protocol.follow_up.horizons[i]);
        verdict = verdict_at(position, mark, protocol);
    }
    return verdict;
}

inline Possibility possibility(const Position& position, Event event, Day as_of, const Protocol& protocol) {
    const auto& shape = shape_of(code_attribute(event));
    if (code_attribute(event) == Attribute::by || shape.kind != ValueKind::code) return {event, {}, verdict_today(position, event, no_code, as_of, protocol)};
    Possibility found{.event = event};
    for (std::uint8_t code = 0; code < shape.codes; ++code) {
        if (event == Event::visit && !names_a_visit(static_cast<Origin>(code))) continue;
        Verdict verdict = verdict_today(position, event, code, as_of, protocol);
        if (verdict) found.codes.push_back(shape.code(code));
        if (code == 0 || (verdict && !found.verdict)) found.verdict = std::move(verdict);
    }
    return found;
}

}  // namespace detail

/// What can happen in a case on a day, event by event in the canonical order, and why not where it cannot. Amendments are always possible and left out.
inline std::vector<Possibility> possible_now(const CaseFile& file, const ProtocolVersions& protocol, Day as_of) {
    const Position position = position_of(file, protocol, as_of);
    std::vector<Possibility> all;
    for (const auto& term : terms_of<Event>)
        if (term.value != Event::amendment) all.push_back(detail::possibility(position, term.value, as_of, version_met(protocol, position, term.value, as_of)));
    return all;
}

}  // namespace maintien
