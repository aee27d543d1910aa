#pragma once
/// @file
/// Replaying one case: its history read event by event.

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

#include "maintien/pathway/advance.hpp"

namespace maintien {

namespace detail {

/// The position past the last mark of the day that begins at `first`.
inline std::size_t end_of_day(std::span<const Mark> marks, std::size_t first) {
    std::size_t last = first;
    while (last < marks.size() && marks[last].on == marks[first].on) ++last;
    return last;
}

/// Whether a mark is one that opens an episode.
constexpr bool opens(const Mark& mark) { return mark.event == Event::reopening || mark.event == Event::referral; }

/// Applies one mark: tells `seen` before, when it wants to know, and after.
template <class Seen>
void step(Position& position, std::span<const Mark> marks, std::size_t i, const Protocol& protocol, Seen& seen) {
    if constexpr (requires { seen.before(i); }) seen.before(i);
    seen(i, advance(position, marks[i], protocol));
}

/// The place in `order`, from `first` on, of the mark that ends the current episode of `trial`; the end of `order` when none does.
inline std::size_t place_of_ending(Position trial, std::span<const Mark> marks, const std::vector<std::size_t>& order, std::size_t first, const Protocol& protocol) {
    for (std::size_t at = first; at < order.size(); ++at) {
        advance(trial, marks[order[at]], protocol);
        if (ended(trial.current())) return at;
    }
    return order.size();
}

/// Replays the marks [first, last) of one day, the first of which meets an episode under way: a mark that opens an episode
/// on the very day the episode under way ends is applied right after the ending mark, those that wait together in their order.
template <class Seen>
void replay_with_waiting(Position& position, std::span<const Mark> marks, std::size_t first, std::size_t last, const Protocol& protocol, Seen& seen) {
    std::vector<std::size_t> order(last - first), waits_for(last, last);
    std::iota(order.begin(), order.end(), first);
    for (std::size_t at = 0; at < order.size();) {
        const std::size_t i = order[at];
        const bool may_wait = opens(marks[i]) && under_way(position.current());
        const std::size_t ending = may_wait ? place_of_ending(position, marks, order, at + 1, protocol) : order.size();
        if (ending == order.size()) {
            step(position, marks, i, protocol, seen);
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

/// Replays the marks [first, last) of one day.
template <class Seen>
void replay_day(Position& position, std::span<const Mark> marks, std::size_t first, std::size_t last, const Protocol& protocol, Seen& seen) {
    for (std::size_t i = first; i < last; ++i) {
        if (opens(marks[i]) && under_way(position.current()) && i + 1 < last) return replay_with_waiting(position, marks, i, last, protocol, seen);
        step(position, marks, i, protocol, seen);
    }
}

}  // namespace detail

/// Replays the history of one case: `marks` in canonical order, `position` freshly begun. Facts are facts: a deviating event
/// has its effect too, unless it is barred. `seen(i, judgement)` is called after each mark, in the order of application,
/// and `seen.before(i)` before it when there is such a member.
template <class Seen>
void replay_one(Position& position, std::span<const Mark> marks, const Protocol& protocol, Seen&& seen) {
    for (std::size_t first = 0; first < marks.size();) {
        const std::size_t last = detail::end_of_day(marks, first);
        detail::replay_day(position, marks, first, last, protocol, seen);
        first = last;
    }
}

}  // namespace maintien
