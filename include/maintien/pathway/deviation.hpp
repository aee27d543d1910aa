#pragma once
/// @file
/// Deviations: events of a history that the protocol did not allow.

#include <algorithm>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "maintien/pathway/refusal.hpp"
#include "maintien/pathway/severity.hpp"
#include "maintien/vocabulary/event.hpp"

namespace maintien {

/// One event that deviates from the protocol, with the rule and all the reasons.
struct Deviation {
    std::string service{};                    ///< the service, empty when the file has none
    std::string case_id{};                    ///< the case's number in its service
    std::uint32_t episode = 1;                ///< the episode's number in the case, from 1
    Event event = Event::referral;            ///< the event
    Day on{};                                 ///< the day it happened
    std::string rule{};                       ///< the rule it deviates from; see `rule_of`
    Severity severity = Severity::violation;  ///< how much it weighs
    std::vector<Reason> reasons{};            ///< why
};

/// What deviates in a register, seen on one day.
struct DeviationList {
    std::string protocol{};               ///< the protocol, as it was asked for
    Day as_of{};                          ///< the day looked at
    std::vector<Deviation> deviations{};  ///< the deviations
};

/// Whether one deviation is listed before another: by service, case, day, canonical order of events.
inline bool listed_before(const Deviation& a, const Deviation& b) {
    const auto place = [](const Deviation& d) { return std::tie(d.service, d.case_id, d.on, d.event); };
    return place(a) < place(b);
}

/// Puts deviations in the order of the list; what is equal keeps its order, which is that of the replay.
inline void sort_deviations(std::vector<Deviation>& deviations) {
    std::stable_sort(deviations.begin(), deviations.end(), listed_before);
}

}  // namespace maintien
