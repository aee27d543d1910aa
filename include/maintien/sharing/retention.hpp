#pragma once
/// @file
/// Retention: which items of a file the law keeps when the worker asks for erasure, and until when.

#include <algorithm>
#include <vector>

#include "maintien/pathway/history.hpp"
#include "maintien/protocol/legal_answer.hpp"
#include "maintien/sharing/audience.hpp"
#include "maintien/vocabulary/follow_up_answer.hpp"
#include "maintien/vocabulary/outcome.hpp"

namespace maintien {

/// Where the retention of medical items comes from.
inline constexpr RuleSource medical_retention_source = version_in_force(LegalRule::medical_file, legal_versions.back().valid_from)->article;
/// The retention of medical items, in words.
inline constexpr Text medical_retention_text{
    "Élément du dossier médical en santé au travail : conservé 40 ans après la dernière visite, au plus 10 ans après le décès.",
    "Item of the occupational medical file: kept 40 years after the last visit, at most 10 years after death."};

/// What the law keeps of a file.
struct Retention {
    std::vector<bool> kept{};  ///< of each entry of the file, in its order: whether it is a medical item or corrects one
    Day until{};               ///< the last day on which they are kept, inclusive; none when nothing is kept
};

namespace detail {

/// The number of the entry that an amendment corrects in the end, through amendments of amendments; `entry` itself when it corrects none.
inline std::size_t corrected_in_the_end(const History& history, std::size_t entry) {
    for (std::size_t steps = 0; steps < history.entries.size(); ++steps) {
        const auto amended = value_of(view_of(history.entries[entry]), Attribute::amends);
        const auto named = [&](const PackedEntry& other) { return amended && other.id == *amended; };
        const auto at = std::find_if(history.entries.begin(), history.entries.end(), named);
        if (at == history.entries.end()) return entry;
        entry = static_cast<std::size_t>(at - history.entries.begin());
    }
    return entry;
}

/// Whether an entry is a medical item, or puts one in place of another.
inline bool is_medical_entry(const PackedEntry& entry) {
    if (entry.event != Event::amendment) return is_medical(view_of(entry));
    return !entry.replacement.empty() && is_medical(view_of(entry.replacement.front()));
}

/// Whether an entry tells that the worker died.
inline bool tells_of_death(const EntryView& entry) {
    return (entry.event == Event::outcome && value_of(entry, Attribute::outcome) == index_of(Outcome::death)) ||
           (entry.event == Event::follow_up && value_of(entry, Attribute::answer) == index_of(Answer::deceased));
}

/// The last day of retention that a history comes to: 40 years after the last visit (else the last medical item), at most 10 after the day a death was told.
inline Day retained_until(const History& history) {
    Day last_visit{}, last_item{}, death{};
    for (const auto& mark : history.marks) {
        const EntryView entry = entry_at(history, mark.at);
        if (entry.event == Event::visit) last_visit = std::max(last_visit, entry.on);
        if (is_medical(entry)) last_item = std::max(last_item, entry.on);
        if (tells_of_death(entry) && !known(death)) death = entry.on;
    }
    if (!known(last_item)) return no_day;
    return medical_file_kept_until(known(last_visit) ? last_visit : last_item, death);
}

}  // namespace detail

/// What the law keeps of a file on a day: its medical items with everything that corrects them, until their time is over. An entry
/// and its amendments are one item, kept whole when one of them is medical.
inline Retention retention_of(const CaseFile& file, Day day) {
    const History history = history_of(file, Mask{Day{INT32_MAX}, no_day});
    Retention retention{std::vector<bool>(history.entries.size(), false), detail::retained_until(history)};
    if (!known(retention.until) || retention.until < day) return {std::move(retention.kept), no_day};
    std::vector<bool> medical(history.entries.size(), false);
    for (std::size_t i = 0; i < history.entries.size(); ++i)
        if (detail::is_medical_entry(history.entries[i])) medical[detail::corrected_in_the_end(history, i)] = true;
    for (std::size_t i = 0; i < history.entries.size(); ++i) retention.kept[i] = medical[detail::corrected_in_the_end(history, i)];
    return retention;
}

}  // namespace maintien
