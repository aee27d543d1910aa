#pragma once
/// @file
/// Admission: live software asks whether an entry may be made.

#include <algorithm>

#include "maintien/pathway/history.hpp"
#include "maintien/pathway/verdict.hpp"

namespace maintien {

namespace detail {

/// Watches a replay for the moment just before one mark, and keeps the verdict on it.
struct VerdictWatch {
    const Position& position;
    std::span<const Mark> marks;
    std::size_t watched;
    Verdict verdict{};

    void before(std::size_t i, const Protocol& protocol) {
        if (i == watched) verdict = verdict_at(position, marks[i], protocol);
    }
    void operator()(std::size_t, const Judgement&) const {}
};

/// Whether a file has an entry with an id, which an amendment may name and no other entry may take.
inline bool has_entry(const CaseFile& file, const EntryId& id) {
    return known(id) && std::any_of(file.entries.begin(), file.entries.end(), [&](const Entry& entry) { return entry.id == id; });
}

/// The verdict on an entry whose id is taken: an id names one entry of a file.
inline Verdict verdict_on_taken_id() {
    return {VerdictKind::conditions_unmet, "id",
            {{"id", "unmet", {}, "Une autre inscription de ce dossier porte déjà cet identifiant.", "Another entry of this file already has this id.", {}, {}}}};
}

/// Whether an amendment puts an amendment in place, or another entry in the place of one: an amendment is only withdrawn.
inline bool replaces_an_amendment(const CaseFile& file, const Amendment& amendment) {
    const auto is_amendment = [](const Entry& entry) { return event_of(entry) == Event::amendment; };
    return std::any_of(amendment.replacement.begin(), amendment.replacement.end(), is_amendment) ||
           (!amendment.replacement.empty() && std::any_of(file.entries.begin(), file.entries.end(), [&](const Entry& entry) {
               return entry.id == amendment.amends && is_amendment(entry);
           }));
}

/// The verdict on an amendment: it must name an entry of the file, and either withdraw or replace it.
inline Verdict verdict_on_amendment(const CaseFile& file, const Amendment& amendment) {
    Verdict verdict{VerdictKind::accepted, "amendment", {}};
    if (replaces_an_amendment(file, amendment))
        verdict.reasons.push_back({"amendment", "unmet", {}, "Une rectification ne peut qu'être retirée.", "An amendment can only be withdrawn.", {}, {}});
    if (!has_entry(file, amendment.amends))
        verdict.reasons.push_back({"amends", "unmet", {}, "L'inscription à rectifier n'existe pas dans ce dossier.", "The entry to amend is not in this file.", {}, {}});
    if (amendment.withdraw == (amendment.replacement.size() == 1))
        verdict.reasons.push_back({"amendment", "unmet", {}, "Une rectification retire l'inscription ou la remplace, l'un des deux.",
                                   "An amendment either withdraws the entry or replaces it.", {}, {}});
    if (!verdict.reasons.empty()) verdict.kind = VerdictKind::conditions_unmet;
    return verdict;
}

}  // namespace detail

/// The verdict on a proposed entry, judged at its canonical place in the file, under the version of the protocol in force on
/// the referral day of its episode; nothing is changed.
inline Verdict verdict_on(const CaseFile& file, const Entry& proposed, const ProtocolVersions& protocol) {
    if (detail::has_entry(file, proposed.id)) return detail::verdict_on_taken_id();
    if (const auto* amendment = std::get_if<Amendment>(&proposed.fact)) return detail::verdict_on_amendment(file, *amendment);
    const History history = history_of(file, mask_of(proposed.on, no_day), &proposed);
    const auto place = static_cast<std::uint32_t>(history.entries.size() - 1);
    const auto at = std::find_if(history.marks.begin(), history.marks.end(), [&](const DatedMark& mark) { return mark.at.place == place; });
    const auto marks = marks_of(history);
    Position position = new_position(history.birth_year);
    detail::VerdictWatch watch{position, marks, static_cast<std::size_t>(at - history.marks.begin())};
    replay_one(position, std::span<const Mark>(marks), protocol, watch);
    return watch.verdict;
}

/// Makes an entry in a file if the protocol allows it; refused, the file stays as it was and the verdict lists every reason.
inline Verdict admit(CaseFile& file, const Entry& proposed, const ProtocolVersions& protocol) {
    Verdict verdict = verdict_on(file, proposed, protocol);
    if (verdict) file.entries.push_back(proposed);
    return verdict;
}

}  // namespace maintien
