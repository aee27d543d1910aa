#pragma once
/// @file
/// Paths: the shortest way from where a case stands to an event that is refused.

#include <optional>
#include <string_view>
#include <vector>

#include "maintien/pathway/admission.hpp"
#include "maintien/pathway/path_search.hpp"

namespace maintien {

/// One step of a path.
struct PathStep {
    Entry entry{};                          ///< an entry that does it; where a rule asks for an age nobody told, it says a year of birth that would do
    std::vector<std::string_view> codes{};  ///< the event's own codes that would do as well, the entry's own among them; empty for an event without
    Actor by = Actor::case_manager;         ///< who usually does it
};

/// The shortest way to an event: fewest steps first, then the earliest day.
struct Path {
    std::vector<PathStep> steps{};  ///< what is to happen first, in this order; none when only time is to pass
    Day day{};                      ///< the day from which the event is possible then
};

/// An entry as it would be made on another day.
inline Entry moved(Entry entry, Day day) {
    entry.on = day;
    if (known(entry.recorded_on) && entry.recorded_on < day) entry.recorded_on = no_day;
    return entry;
}

namespace detail {

/// The own codes with which a step of a way would lead there as well.
inline std::vector<std::string_view> codes_of_step(PathSearch& search, Way way, std::size_t step) {
    const Event event = way.steps[step].event;
    const Attribute own = code_attribute(event);
    std::vector<std::string_view> codes;
    const auto said = value_of(view_of(way.steps[step]), own);
    for (const auto code : own_codes(event)) {
        if (code == no_code) break;
        const auto value = shape_of(own).kind == ValueKind::code_set ? 1u << code : code;
        way.steps[step] = saying(way.steps[step], {own, value});
        if (value == said || (event != Event::consent && leads_there(search, way.steps, way.day))) codes.push_back(shape_of(own).code(code));
    }
    return codes;
}

/// Who usually does what an entry records.
inline Actor doer_of(const PackedEntry& entry) {
    const auto party = value_of(view_of(entry), Attribute::party);
    return party ? static_cast<Actor>(*party) : usual_actor(entry.event);
}

/// Whether a path to an entry can be: an amendment is no step, and an id is given once.
inline bool may_be_led_to(const CaseFile& file, const Entry& wanted) { return event_of(wanted) != Event::amendment && !has_entry(file, wanted.id); }

inline Path path_along(PathSearch& search, const Way& way) {
    Path path{{}, way.day};
    for (std::size_t i = 0; i < way.steps.size(); ++i)
        path.steps.push_back({unpacked(view_of(way.steps[i]), search.history.names), codes_of_step(search, way, i), doer_of(way.steps[i])});
    return path;
}

}  // namespace detail

/// The shortest path to a wanted entry: steps that may all be made one after the other, after which the entry may be made on the
/// path's day, its own or a later one. None when nothing leads there, such as an age that was too low at the referral; none for an
/// amendment or an id that is taken. It may lead through the end of the episode and a reopening, decided by us: it is the way there is.
inline std::optional<Path> path_to(const CaseFile& file, const Entry& wanted, const ProtocolVersions& protocol) {
    if (!detail::may_be_led_to(file, wanted)) return std::nullopt;
    auto until_then = detail::search_for(file, wanted, protocol), whole = detail::search_for(file, wanted, protocol);
    const auto way = detail::way_through(until_then, whole);
    return way ? std::optional(detail::path_along(whole, *way)) : std::nullopt;
}

/// The same as it looks on the wanted entry's day: what the file tells of later days is neither in the way nor a step.
inline std::optional<Path> path_as_of_its_day(const CaseFile& file, const Entry& wanted, const ProtocolVersions& protocol) {
    if (!detail::may_be_led_to(file, wanted)) return std::nullopt;
    auto search = detail::search_for(file, wanted, protocol);
    detail::stop_at_its_day(search);
    const auto way = detail::shortest_way(search);
    return way ? std::optional(detail::path_along(search, *way)) : std::nullopt;
}

}  // namespace maintien
