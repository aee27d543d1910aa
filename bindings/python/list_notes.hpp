#pragma once
// What each closed list is in the field, for help(): the library's note, and what only Python has to add.
// A test checks that none is missing.

#include <array>
#include <string>
#include <string_view>

#include "maintien/vocabulary/list_note.hpp"

namespace maintien::python {

/// What a member of a list has beside its words.
inline constexpr auto member_notes = std::to_array<ListNote>({
    {"origin", "``names_a_visit`` tells the medical visits."},
    {"actor", "``insurance_body`` tells those who fall under the consent to exchange with the health insurance."},
    {"measure", "``recommendation`` tells what the occupational physician recommends to the employer."},
    {"partner", "``insurance_body`` tells those of the health insurance."},
    {"outcome", "``family`` and ``polarity`` hold unless the protocol says otherwise."},
    {"answer", "``answer_class`` tells how it counts."},
    {"outreach_kind", "``proven_by`` tells the documents that prove an action of this kind."},
});

/// What the lists are that the pathway, the register and the report have of their own.
inline constexpr auto further_notes = std::to_array<ListNote>({
    {"stage", "Where an episode stands on the pathway; the later in this list, the further along."},
    {"milestone", "A dated milestone of an episode; the first event that reaches it sets its day."},
    {"severity", "How much a deviation from the protocol weighs."},
    {"verdict_kind", "The four answers to \"may this event happen?\", kept apart."},
    {"consent_standing", "How a consent stands on a day; what was never recorded is not a refusal."},
    {"visit_sequel", "What became of a worker who was noticed in a visit or by a long absence."},
    {"mapping_obstacle", "Why a case does not map onto another protocol."},
    {"holiday_region", "Where the worker works, as far as public holidays differ."},
    {"stratum", "What a register may be divided by: an attribute of the case or of the episode, or the time of the counted event."},
    {"every", "How long each span of a trend is."},
    {"trend_over", "What follows one another in a trend."},
    {"follow_up_end", "How the follow-up of an exit stands at one horizon."},
    {"unit", "What a figure counts in."},
    {"null_reason", "Why a figure cannot be given."},
    {"verdict", "How a figure compares with its target."},
    {"unsoundness", "What can be wrong with a rule book by itself."},
    {"weakening", "In what a variant can ask less than its base."},
});

/// What a list is; empty when nothing is noted.
inline std::string help_of(std::string_view list) {
    std::string text(note_of(list));
    if (text.empty()) text = maintien::detail::note_among(further_notes, list);
    const auto members = maintien::detail::note_among(member_notes, list);
    return members.empty() ? text : text.append(" ").append(members);
}

}  // namespace maintien::python
