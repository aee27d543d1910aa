#pragma once
/// @file
/// Replaying one case: its history read event by event.

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

#include "maintien/pathway/advance.hpp"
#include "maintien/pathway/version_in_force.hpp"

namespace maintien {

namespace detail {

/// The position past the last mark of the day that begins at `first`.
inline std::size_t end_of_day(std::span<const Mark> marks, std::size_t first) {
    std::size_t last = first;
    while (last < marks.size() && marks[last].on == marks[first].on) ++last;
    return last;
}

/// Whether a mark is one that opens an episode.
constexpr bool opens(const Mark& mark) { return maintien::opens(mark.event); }

/// One version for every mark.
struct OneVersion {
    const Protocol& protocol;
    const Protocol& operator()(const Position&, const Mark&) const { return protocol; }
};

/// One version for every mark, with its lookups.
struct OneIndex {
    const RuleIndex& index;
    const RuleIndex& operator()(const Position&, const Mark&) const { return index; }
};

constexpr const Protocol& protocol_of(const Protocol& protocol) { return protocol; }
constexpr const Protocol& protocol_of(const RuleIndex& index) { return *index.protocol; }

/// The version of the episode a mark belongs to.
struct VersionOfEpisode {
    const std::vector<const Protocol*>& by_episode;
    const Protocol& operator()(const Position& position, const Mark& mark) const {
        const std::size_t next = opens(mark) && ended(position.current()) ? 1 : 0;
        return *by_episode[position.episodes.size() - 1 + next];
    }
};

/// Applies one mark: tells `seen` before, when it wants to know, and after.
template <class Version, class Seen>
[[gnu::noinline]] void step_in_full(Position& position, std::span<const Mark> marks, std::size_t i, const Version& version, Seen& seen) {
    const Protocol& protocol = protocol_of(version(position, marks[i]));
    if constexpr (requires { seen.before(i, protocol); }) seen.before(i, protocol);
    else if constexpr (requires { seen.before(i); }) seen.before(i);
    seen(i, advance(position, marks, i, protocol));
}

/// Whether marks are looked up rather than judged in full: with an index, by whoever does not want to know before.
template <class Version, class Seen>
inline constexpr bool looks_up = std::is_same_v<Version, OneIndex> && !requires(Seen& seen) { seen.before(0); } &&
                                 !requires(Seen& seen, const Protocol& protocol) { seen.before(0, protocol); };

/// The judgement of a mark that was applied at once.
constexpr Judgement judged_at_once(const Transition* row, const RuleIndex& index) { return {.row = row, .stage_fits = true, .protocol = index.protocol}; }

/// Watches nothing: only where the case comes to is asked.
struct Unwatched {
    void operator()(std::size_t, const Judgement&) const {}
};

/// Applies the marks from `first` on up to one that has to be judged in full, and tells its position. A function of its own, small
/// enough for everything in it to stay in registers; what is looked up of a mark is fetched while the one before it is applied.
template <class Seen>
[[gnu::noinline]] std::size_t advance_while_at_once(Position& position, std::span<const Mark> marks, std::size_t first, const RuleIndex& index, Seen& seen) {
    if (first >= marks.size()) return first;
    auto episode = at_hand(position);
    keep_first(episode.episode->reached.back(), marks[first].on);
    const QuickRow* next_rows = looked_up(marks[first], index);
    for (std::size_t i = first; i < marks.size(); ++i) {
        const QuickRow* const rows = next_rows;
        next_rows = looked_up(marks[i + (i + 1 < marks.size())], index);
        const auto* row = advance_episode(position, episode, marks[i], rows, *index.protocol);
        if (!row) return i;
        seen(i, judged_at_once(row, index));
    }
    return marks.size();
}

/// Applies one mark.
template <class Version, class Seen>
void step(Position& position, std::span<const Mark> marks, std::size_t i, const Version& version, Seen& seen) {
    if constexpr (looks_up<Version, Seen>)
        if (const auto* row = advance_at_once(position, marks[i], version.index)) return seen(i, judged_at_once(row, version.index));
    step_in_full(position, marks, i, version, seen);
}

/// The place in `order`, from `first` on, of the mark that ends the current episode of `trial`; the end of `order` when none does.
template <class Version>
std::size_t place_of_ending(Position trial, std::span<const Mark> marks, const std::vector<std::size_t>& order, std::size_t first, const Version& version) {
    for (std::size_t at = first; at < order.size(); ++at) {
        const Mark& mark = marks[order[at]];
        advance(trial, mark, protocol_of(version(trial, mark)));
        if (ended(trial.current())) return at;
    }
    return order.size();
}

/// Replays the marks [first, last) of one day, the first of which meets an episode under way: a mark that opens an episode
/// on the very day the episode under way ends is applied right after the ending mark, those that wait together in their order.
template <class Version, class Seen>
[[gnu::noinline]] void replay_with_waiting(Position& position, std::span<const Mark> marks, std::size_t first, std::size_t last, const Version& version, Seen& seen) {
    std::vector<std::size_t> order(last - first), waits_for(last, last);
    std::iota(order.begin(), order.end(), first);
    for (std::size_t at = 0; at < order.size();) {
        const std::size_t i = order[at];
        const bool may_wait = opens(marks[i]) && under_way(position.current());
        const std::size_t ending = may_wait ? place_of_ending(position, marks, order, at + 1, version) : order.size();
        if (ending == order.size()) {
            step(position, marks, i, version, seen);
            ++at;
            continue;
        }
        waits_for[i] = order[ending];
        std::size_t place = ending + 1;
        while (place < order.size() && waits_for[order[place]] == order[ending]) ++place;
        const auto begin = order.begin() + static_cast<std::ptrdiff_t>(at);
        std::rotate(begin, begin + 1, order.begin() + static_cast<std::ptrdiff_t>(place));
    }
}

/// Whether a mark may have to wait for the end of its day: it opens an episode while another is under way.
inline bool may_wait(const Position& position, std::span<const Mark> marks, std::size_t i) {
    return opens(marks[i]) && under_way(position.current()) && i + 1 < marks.size() && marks[i + 1].on == marks[i].on;
}

/// Replays marks of whole days.
template <class Version, class Seen>
void replay_days(Position& position, std::span<const Mark> marks, const Version& version, Seen& seen) {
    for (std::size_t i = 0; i < marks.size();) {
        if constexpr (looks_up<Version, Seen>) i = advance_while_at_once(position, marks, i, version.index, seen);
        if (i == marks.size()) return;
        if (!may_wait(position, marks, i)) {
            step_in_full(position, marks, i++, version, seen);
            continue;
        }
        const std::size_t last = end_of_day(marks, i);
        replay_with_waiting(position, marks, i, last, version, seen);
        i = last;
    }
}

/// The version of each episode of a history. Where an episode begins and ends is told by the facts, under whichever rules.
inline std::vector<const Protocol*> versions_by_episode(Position& scratch, std::span<const Mark> marks, const ProtocolVersions& versions) {
    Unwatched unwatched;
    replay_days(scratch, marks, OneVersion{*versions.list[0]}, unwatched);
    std::vector<const Protocol*> by_episode;
    for (const auto& episode : scratch.episodes) by_episode.push_back(&version_of(versions, episode));
    return by_episode;
}

/// The only version that can be in force between the first and the last of some marks, or none.
inline const Protocol* only_version(const ProtocolVersions& versions, std::span<const Mark> marks) {
    if (versions.size() == 1 || marks.empty()) return versions.list[0];
    const Protocol& first = version_on(versions, marks.front().on);
    return &first == &version_on(versions, marks.back().on) ? &first : nullptr;
}

}  // namespace detail

/// Replays the history of one case: `marks` in canonical order, `position` freshly begun; each episode under the version in
/// force on its referral day. Facts are facts: a deviating event has its effect too, unless it is barred. `seen(i, judgement)`
/// is called after each mark, in the order of application, and `seen.before(i)` or `seen.before(i, protocol)` before it when there is such a member.
template <class Seen>
void replay_one(Position& position, std::span<const Mark> marks, const ProtocolVersions& versions, Seen&& seen) {
    if (const Protocol* only = detail::only_version(versions, marks)) return detail::replay_days(position, marks, detail::OneVersion{*only}, seen);
    const auto by_episode = detail::versions_by_episode(position, marks, versions);
    begin_case(position, position.birth_year);
    detail::replay_days(position, marks, detail::VersionOfEpisode{by_episode}, seen);
}

/// The versions of a protocol with their lookups, for many cases; the protocols must outlive them.
struct IndexedVersions {
    ProtocolVersions versions{};          ///< the versions
    std::vector<RuleIndex> indexes{};     ///< the index of each
};

/// The lookups of the versions of a protocol.
inline IndexedVersions indexed_versions(const ProtocolVersions& versions) {
    IndexedVersions indexed{.versions = versions};
    for (const Protocol* version : versions) indexed.indexes.push_back(index_of_rules(*version));
    return indexed;
}

/// The same with the rules of one version looked up; a history that spans several is read without.
template <class Seen>
void replay_one(Position& position, std::span<const Mark> marks, const IndexedVersions& indexed, Seen&& seen) {
    const Protocol* only = detail::only_version(indexed.versions, marks);
    if (!only) return replay_one(position, marks, indexed.versions, seen);
    const auto at = std::find(indexed.versions.begin(), indexed.versions.end(), only) - indexed.versions.begin();
    detail::replay_days(position, marks, detail::OneIndex{indexed.indexes[static_cast<std::size_t>(at)]}, seen);
}

}  // namespace maintien
