#pragma once
/// @file
/// Merging states: the figures of several services, or of the parts of one, without their cases.

#include <cassert>
#include <iterator>
#include <limits>
#include <utility>

#include "maintien/indicators/state.hpp"

namespace maintien {

/// Why two states do not add up.
struct MergeConflict {
    std::string_view what;   ///< which fact of the added state stands in the way, as its document names it
    std::string found;       ///< what it says
    std::string expected;    ///< what it would have to say
};

/// The greatest number in a state: whole numbers up to here are exact in every program that reads the document.
inline constexpr std::int64_t greatest_state_count = (std::int64_t{1} << 53) - 1;

namespace detail {

/// Whether the cases and the days of a table are few enough to be added up.
inline bool fits(const DayCounts& table) {
    std::int64_t cases = 0, days = 0;
    for (const auto& row : table.rows) {
        if (row.count > greatest_state_count - cases) return false;
        cases += row.count;
        const std::int64_t length = row.days < 0 ? -row.days : row.days;
        if (length > 0 && row.count > (greatest_state_count - days) / length) return false;
        days += length * row.count;
    }
    return true;
}

}  // namespace detail

/// Whether all numbers of a stratum are within what a state can hold.
inline bool fits(const StateStratum& stratum) {
    const auto few = [](std::int64_t count) { return count <= greatest_state_count; };
    return few(stratum.persons.value_or(0)) && std::all_of(stratum.tally.counts.begin(), stratum.tally.counts.end(), few) &&
           std::all_of(stratum.tally.services.begin(), stratum.tally.services.end(), [&](const auto& service) { return few(service.second.n); }) &&
           std::all_of(stratum.tally.stays.begin(), stratum.tally.stays.end(), [](const DayCounts& stay) { return detail::fits(stay); });
}

/// Whether all numbers of a state are within what a state can hold.
inline bool fits(const State& state) {
    const auto few = [](std::int64_t count) { return count <= greatest_state_count; };
    const auto& input = state.input;
    return few(input.cases) && few(input.events) && few(input.rejected) && few(input.objected) && few(input.without_referral) &&
           std::all_of(input.deviations.begin(), input.deviations.end(), few) && fits(state.whole) &&
           std::all_of(state.strata.begin(), state.strata.end(), [](const StateStratum& stratum) { return fits(stratum); });
}

/// How a source is named to people: its service, and which part of its cases when they were divided.
inline std::string text_of(const StateSource& source) {
    const std::string service = source.service.empty() ? "the cases without a service" : source.service;
    return source.parts == 1 ? service : service + ", part " + std::to_string(source.part) + " of " + std::to_string(source.parts);
}

namespace detail {

inline std::string day_text(Day day) { return known(day) ? iso(day) : "none"; }
inline std::string period_text(Period period) { return day_text(period.from) + " to " + day_text(period.to); }

inline std::string keys_text(const std::vector<StratumKey>& keys) {
    std::string text;
    for (const auto key : keys) text += (text.empty() ? "" : ",") + std::string(code_of(key));
    return text.empty() ? "no strata" : text;
}

/// What differs between two rule books, as a protocol document names it; nothing when they are the same.
inline std::string_view difference_of_rules(const Protocol& a, const Protocol& b) {
    if (a == b) return {};
    if (a.version != b.version) return "version";
    if (a.outcomes != b.outcomes) return "outcomes";
    if (!(a.profile == b.profile)) return "profile";
    if (!(a.targets == b.targets)) return "targets";
    if (!(a.follow_up == b.follow_up)) return "follow_up";
    return "rules";
}

inline std::optional<MergeConflict> conflict_of_questions(const State& into, const State& added) {
    const auto differing = [](std::string_view what, std::string found, std::string expected) { return MergeConflict{what, std::move(found), std::move(expected)}; };
    if (into.protocol != added.protocol) return differing("protocol", added.protocol, into.protocol);
    if (const auto part = difference_of_rules(*into.rules, *added.rules); !part.empty())
        return differing("rules", "a protocol with other " + std::string(part == "rules" ? "rows" : part), "the very same protocol");
    if (into.as_of != added.as_of) return differing("as_of", day_text(added.as_of), day_text(into.as_of));
    if (into.known_on != added.known_on) return differing("known_on", day_text(added.known_on), day_text(into.known_on));
    if (into.period != added.period) return differing("period", period_text(added.period), period_text(into.period));
    if (into.level != added.level) return differing("level", "another level", "the same level of the intervals");
    if (into.interval != added.interval) return differing("interval", std::string(method_code(added.interval)), std::string(method_code(into.interval)));
    if (into.by != added.by) return differing("by", keys_text(added.by), keys_text(into.by));
    return std::nullopt;
}

/// Why a source cannot join those that are in: it is in already, or its cases were divided otherwise.
inline std::optional<MergeConflict> conflict_of_source(const std::vector<StateSource>& in, const StateSource& source) {
    for (const auto& other : in) {
        if (other.service != source.service) continue;
        if (other == source || other.parts == 1) return MergeConflict{"sources", text_of(source), "a source that is not in already: " + text_of(other) + " is"};
        if (other.parts != source.parts) return MergeConflict{"sources", text_of(source), "cases divided as those of " + text_of(other)};
    }
    return std::nullopt;
}

}  // namespace detail

/// Why a state cannot be added to another, or nothing: they answer different questions, were counted under different rules, or have
/// cases in common.
inline std::optional<MergeConflict> conflict_between(const State& into, const State& added) {
    if (auto conflict = detail::conflict_of_questions(into, added)) return conflict;
    for (const auto& source : added.sources)
        if (auto conflict = detail::conflict_of_source(into.sources, source)) return conflict;
    return std::nullopt;
}

namespace detail {

/// Adds the sources, and puts one in place of a complete set of parts.
inline void add_sources(std::vector<StateSource>& into, const std::vector<StateSource>& added) {
    into.insert(into.end(), added.begin(), added.end());
    std::sort(into.begin(), into.end());
    std::vector<StateSource> all;
    for (std::size_t first = 0; first < into.size();) {
        const std::size_t last = static_cast<std::size_t>(
            std::find_if(into.begin() + static_cast<std::ptrdiff_t>(first), into.end(), [&](const StateSource& s) { return s.service != into[first].service; }) - into.begin());
        if (last - first == static_cast<std::size_t>(into[first].parts)) all.push_back({into[first].service, 1, 1});
        else all.insert(all.end(), into.begin() + static_cast<std::ptrdiff_t>(first), into.begin() + static_cast<std::ptrdiff_t>(last));
        first = last;
    }
    into = std::move(all);
}

/// Whether a service comes before another in a state: by the bytes of its name, not given last.
inline bool service_before(const std::string& a, const std::string& b) { return a.empty() != b.empty() ? b.empty() : a < b; }

/// Puts the services of a state at their places in a longer list.
inline void take_services(State& state, const std::vector<std::string>& services) {
    renumber_services(state, [&](StratumCode place) {
        return static_cast<StratumCode>(std::lower_bound(services.begin(), services.end(), state.services[place], service_before) - services.begin());
    });
    state.services = services;
}

/// Gives two states one list of services.
inline void share_services(State& into, State& added) {
    if (into.services == added.services) return;
    std::vector<std::string> all;
    std::set_union(into.services.begin(), into.services.end(), added.services.begin(), added.services.end(), std::back_inserter(all), service_before);
    take_services(into, all);
    take_services(added, all);
}

inline void add_stratum(StateStratum& into, const StateStratum& added) {
    into.tally += added.tally;
    if (into.persons && added.persons) *into.persons += *added.persons;
    else into.persons.reset();
}

/// Adds strata, both lists in the order of a report.
inline void merge_strata(State& into, const State& added) {
    std::vector<StateStratum> all;
    auto next = into.strata.begin();
    for (const auto& stratum : added.strata) {
        while (next != into.strata.end() && stratum_before(into.by, next->by, stratum.by)) all.push_back(std::move(*next++));
        const bool same = next != into.strata.end() && next->by == stratum.by;
        all.push_back(same ? std::move(*next++) : stratum);
        if (same) add_stratum(all.back(), stratum);
    }
    std::move(next, into.strata.end(), std::back_inserter(all));
    into.strata = std::move(all);
}

inline void add_input(ReportInput& into, const ReportInput& added) {
    into.cases += added.cases;
    into.events += added.events;
    into.rejected += added.rejected;
    into.objected += added.objected;
    into.without_referral += added.without_referral;
    for (std::size_t i = 0; i < into.deviations.size(); ++i) into.deviations[i] += added.deviations[i];
}

}  // namespace detail

/// Adds a state to another; there must be no conflict between them, and both must fit (`fits`, which the sum must be asked again).
///
/// The result does not depend on the order: any division of the same cases that keeps a worker's cases together gives the same state. A
/// complete set of parts becomes one source. In a state of several services distinct persons and re-referrals are no longer known.
inline void merge(State& into, State added) {
    assert(!conflict_between(into, added));
    detail::share_services(into, added);
    detail::add_sources(into.sources, added.sources);
    detail::add_input(into.input, added.input);
    detail::add_stratum(into.whole, added.whole);
    detail::merge_strata(into, added);
    into.linked = into.linked && added.linked;
    forget_links_across_services(into);
}

}  // namespace maintien
