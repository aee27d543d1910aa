#pragma once
/// @file
/// Admission: live software asks whether an entry may be made.

#include <algorithm>

#include "maintien/pathway/laid_entry.hpp"
#include "maintien/pathway/verdict.hpp"

namespace maintien {

namespace detail {

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

/// The verdict on an entry tried among those of its case.
inline Verdict verdict_on(const TriedMarks& tried, const ProtocolVersions& protocol) {
    Verdict verdict;
    Judgement judgement;
    meet(tried, protocol, [&](const Position& position, const Mark& mark, const Protocol& version) {
        judgement = judge(position, mark, version);
        verdict = verdict_of(judgement, position, mark, version);
    });
    if (disturbs(tried, judgement, protocol)) {
        verdict.kind = VerdictKind::conditions_unmet;
        verdict.reasons = {disturbance(tried.marks[tried.at], *judgement.row)};
    }
    return verdict;
}

/// The verdict on a proposed entry, judged at its canonical place in the file, under the version of the protocol in force on
/// the referral day of its episode; nothing is changed. An entry that would put another entry of its day out of its place is
/// refused too, decided by us: what is admitted stays admitted.
inline Verdict verdict_on(const CaseFile& file, const Entry& proposed, const ProtocolVersions& protocol) {
    if (detail::has_entry(file, proposed.id)) return detail::verdict_on_taken_id();
    if (const auto* amendment = std::get_if<Amendment>(&proposed.fact)) return detail::verdict_on_amendment(file, *amendment);
    return verdict_on(tried_in(file, proposed), protocol);
}

/// Makes an entry in a file if the protocol allows it; refused, the file stays as it was and the verdict lists every reason.
inline Verdict admit(CaseFile& file, const Entry& proposed, const ProtocolVersions& protocol) {
    Verdict verdict = verdict_on(file, proposed, protocol);
    if (verdict) file.entries.push_back(proposed);
    return verdict;
}

}  // namespace maintien
