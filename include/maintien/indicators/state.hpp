#pragma once
/// @file
/// States: the integers behind a report, which add up with those of other services without any case.

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "maintien/indicators/cell_names.hpp"
#include "maintien/indicators/row_rule.hpp"
#include "maintien/indicators/tally.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien {

/// Whose cases are counted in a state: those of a service, or one part of them. Of a whole service it is part 1 of 1.
struct StateSource {
    std::string service{};    ///< the service, empty for cases without one
    int part = 1;             ///< which part of its cases, from 1
    int parts = 1;            ///< how many parts they were divided into
    auto operator<=>(const StateSource&) const = default;
};

/// Where a stratum falls under each key, as a report spells it; empty for not given.
using StratumTexts = std::vector<std::string>;

/// The integers of one stratum in a state.
struct StateStratum {
    StratumTexts by{};                        ///< which stratum; empty for the whole
    StratumTally tally{};                     ///< its cells and day tables
    std::optional<std::int64_t> persons = 0;  ///< distinct persons referred; none when that needs identities across sources
};

/// What a report is worked out from, and nothing else: whole numbers by stratum, the question they answer, whose cases they count.
/// No case and no worker is in it. States that answer the same question add up (`merge`).
struct State {
    std::string protocol{};                            ///< the protocol, as it was asked for
    const Protocol* rules = nullptr;                   ///< how outcomes and refusals are read and what was promised; it must outlive the state
    Day as_of{};                                       ///< the day looked at
    Day known_on{};                                    ///< the day of knowledge, or none
    Period period{};                                   ///< the period the figures are about
    double level = default_level;                      ///< the level of the intervals
    IntervalMethod interval = IntervalMethod::wilson;  ///< the interval of proportions
    std::vector<StratumKey> by{};                      ///< what the cases are divided by
    std::vector<StateSource> sources{};                ///< whose cases, in order; no source twice
    std::vector<std::string> services{};               ///< the services with an episode, by their bytes, empty for not given last; tallies know them by their places
    bool linked = true;                                ///< whether a worker who comes again is recognised wherever he or she comes
    ReportInput input{};                               ///< what went in
    StateStratum whole{};                              ///< all cases
    std::vector<StateStratum> strata{};                ///< the observed strata, in the order of a report
};

/// Gives the services in the tallies of a state other numbers.
template <class Place>
void renumber_services(State& state, Place&& place) {
    const auto renumber = [&](StratumTally& tally) {
        ServiceShares shares;
        for (const auto& [service, share] : tally.services) shares[place(service)] = share;
        tally.services = std::move(shares);
    };
    renumber(state.whole.tally);
    for (auto& stratum : state.strata) renumber(stratum.tally);
}

/// Whether the cases of a state are those of several services: then nobody can tell whether a worker of one is known to another.
inline bool from_several_services(const State& state) {
    for (const auto& source : state.sources)
        if (source.service != state.sources.front().service) return true;
    return false;
}

/// Whether every part of every service is in.
inline bool is_complete(const State& state) {
    return std::all_of(state.sources.begin(), state.sources.end(), [](const StateSource& source) { return source.parts == 1; });
}

/// Whether a figure needs to know who is who: it counts what only who knows all cases of a worker can see.
inline bool needs_links(const RowRule& rule) {
    const auto uses = [&](const CellRange& block) {
        const auto overlaps = [&](const CellRange& range) { return range.first < block.end() && block.first < range.end(); };
        return std::any_of(rule.numerator.begin(), rule.numerator.end(), overlaps) || std::any_of(rule.denominator.begin(), rule.denominator.end(), overlaps);
    };
    return std::any_of(cell_names.begin(), cell_names.end(), [&](const NamedCells& block) { return block.needs_links && uses(block.range); });
}

namespace detail {

/// The position of a code in the closed list of a key; past all of them for not given, and for what is no code.
inline std::size_t code_place(StratumKey key, std::string_view text) {
    std::size_t place = 0;
    for (; place < stratum_codes(key); ++place)
        if (stratum_code_text(key, static_cast<StratumCode>(place)) == text) break;
    return place;
}

/// The order of two values under a key: codes in the order of their list, names and spans of time by their bytes, not given last.
inline std::strong_ordering compare_values(StratumKey key, const std::string& a, const std::string& b) {
    if (a == b) return std::strong_ordering::equal;
    if (a.empty() || b.empty()) return a.empty() ? std::strong_ordering::greater : std::strong_ordering::less;
    if (is_name(key) || divides_time(key)) return a.compare(b) <=> 0;
    return code_place(key, a) <=> code_place(key, b);
}

/// Forgets how workers are linked in a stratum; persons stay where a stratum is of one service.
inline void forget_links(StateStratum& stratum, bool of_one_service) {
    for (const auto& block : cell_names)
        if (block.needs_links) std::fill_n(stratum.tally.counts.begin() + block.range.first, block.range.count, 0);
    if (!of_one_service) stratum.persons.reset();
}

}  // namespace detail

/// Whether a stratum comes before another in a report divided by these keys.
inline bool stratum_before(const std::vector<StratumKey>& keys, const StratumTexts& a, const StratumTexts& b) {
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (const auto order = detail::compare_values(keys[i], a[i], b[i]); order != 0) return order < 0;
    return false;
}

/// Forgets in a state of several services who is who, so that it is the same however it came about: what would need identities across
/// services is no longer in it. What one service alone can tell stays.
inline void forget_links_across_services(State& state) {
    if (!from_several_services(state)) return;
    const bool by_service = std::find(state.by.begin(), state.by.end(), StratumKey::service) != state.by.end();
    state.linked = false;
    detail::forget_links(state.whole, false);
    for (auto& stratum : state.strata) detail::forget_links(stratum, by_service);
}

}  // namespace maintien
