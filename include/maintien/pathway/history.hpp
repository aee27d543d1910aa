#pragma once
/// @file
/// Histories: one case file as the rules read it.

#include <vector>

#include "maintien/case/case_file.hpp"
#include "maintien/case/packing.hpp"
#include "maintien/pathway/amendments.hpp"
#include "maintien/pathway/replay_one.hpp"

namespace maintien {

/// The entries of one case as numbers, and what they come to once amendments are in: the marks in canonical order.
struct History {
    NamePool names{};                      ///< the names of the file
    std::string service{};                 ///< the service of the case
    std::string case_id{};                 ///< its number in the service
    std::vector<PackedEntry> entries{};    ///< the entries of the file, in its order
    std::vector<DatedMark> marks{};        ///< those that count, in canonical order
    int birth_year = 0;                    ///< the worker's year of birth, 0 when not known
};

/// The entry at a place of a history.
inline EntryView entry_at(const History& history, EntryPlace at) {
    const auto& entry = history.entries[at.position()];
    return view_of(at.is_replacement() ? entry.replacement.front() : entry);
}

/// The place of the entry that an amendment puts in place of another.
inline EntryPlace replacement_of(const History&, EntryPlace amendment) { return {amendment.place | EntryPlace::replacement_bit}; }

/// The key of the case of a history.
inline CaseKey key_of(const History& history, CaseIndex) { return {history.service, history.case_id}; }

namespace detail {

/// The first year of birth said in canonical order, or 0.
inline int birth_year_of(const History& history) {
    for (const auto& mark : history.marks)
        if (const auto year = value_of(entry_at(history, mark.at), Attribute::birth_year)) return static_cast<int>(*year);
    return 0;
}

/// Adds an entry to a history; the entry an amendment puts in place inherits the id.
inline void add_entry(History& history, const Entry& entry) {
    history.entries.push_back(packed(entry, history.names));
    auto& added = history.entries.back();
    for (auto& replacement : added.replacement) replacement.id = value_of(view_of(added), Attribute::amends).value_or(0);
}

}  // namespace detail

/// The history of a case file: what counts under a mask, with `proposed` as its last entry when given.
inline History history_of(const CaseFile& file, const Mask& mask, const Entry* proposed = nullptr) {
    History history{.service = file.service.text, .case_id = file.case_id.text};
    for (const Entry& entry : file.entries) detail::add_entry(history, entry);
    if (proposed) detail::add_entry(history, *proposed);
    std::vector<DatedMark> all;
    for (std::uint32_t i = 0; i < history.entries.size(); ++i) all.push_back(dated_mark_at(history, 0, {i}));
    history.marks = with_amendments<History>(all, mask, history);
    sort_canonically<History>(history.marks, history);
    history.birth_year = detail::birth_year_of(history);
    return history;
}

/// The marks of a history alone.
inline std::vector<Mark> marks_of(const History& history) {
    std::vector<Mark> marks;
    for (const auto& mark : history.marks) marks.push_back(mark.mark);
    return marks;
}

/// Where a case stands as of a day; each episode is read under the version of the protocol in force on its referral day.
inline Position position_of(const CaseFile& file, const ProtocolVersions& protocol, Day as_of) {
    const History history = history_of(file, mask_of(as_of, no_day));
    Position position = new_position(history.birth_year);
    const auto marks = marks_of(history);
    replay_one(position, std::span<const Mark>(marks), protocol, detail::Unwatched{});
    return position;
}

/// The stage of a case as of a day: that of its current episode.
inline MaybeStage stage_of(const CaseFile& file, const ProtocolVersions& protocol, Day as_of) {
    return stage_as_of(position_of(file, protocol, as_of).current(), latest(protocol).follow_up, as_of);
}

}  // namespace maintien
