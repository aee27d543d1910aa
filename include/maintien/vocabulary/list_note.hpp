#pragma once
/// @file
/// What each closed list is in the field, in a sentence or two.

#include <algorithm>
#include <array>
#include <string_view>

namespace maintien {

/// What a closed list is.
struct ListNote {
    std::string_view list;  ///< the list's name in documents
    std::string_view text;  ///< what it is, in English
};

/// What the closed lists of the field are, in the order in which the docs show them.
inline constexpr auto list_notes = std::to_array<ListNote>({
    {"event", "What can happen in a case, in the canonical order of one day."},
    {"origin", "The occasion of a referral."},
    {"actor", "Who acts in a case."},
    {"cause", "The administrative cause of the trouble. Health data."},
    {"nature", "The broad class of the trouble, never a diagnosis. Health data."},
    {"consent_scope", "What a consent allows."},
    {"consent_state", "What was said about a consent: given, refused or withdrawn. Not recorded is not a code."},
    {"channel", "How the cell and a person reach each other."},
    {"aspect", "A side of the worker's situation that an action plan covers."},
    {"orientation", "The track decided at the qualification interview."},
    {"measure", "What is done for a worker."},
    {"progress", "How far an action has come."},
    {"partner", "A body outside the service."},
    {"relay_state", "Where the relay to a partner stands."},
    {"outcome", "How a worker leaves the cell."},
    {"family", "Where a positive outcome keeps the worker in work."},
    {"polarity", "How an exit counts: for the cell, against it, or neither."},
    {"answer", "The worker's situation at a follow-up; employer and post are those at referral."},
    {"answer_class", "How an answer at follow-up counts; the first two classes are substantive."},
    {"refusal_reason", "Why the worker refuses the help of the cell."},
    {"suspension_reason", "Why the support of a worker is paused."},
    {"reopening_reason", "Why an ended case starts a new episode."},
    {"participant_kind", "Who takes part in a collective action."},
    {"outreach_kind", "What kind of collective action it is."},
    {"source_document", "What proves who took part in a collective action."},
    {"letter_kind", "What the service writes about a case."},
    {"sex", "The sex of the worker as the service records it."},
    {"age_band", "The age of the worker at referral: year of the referral less year of birth, in bands."},
    {"sector", "The section of the employer's activity in the French nomenclature NAF, revision 2."},
    {"workforce", "The number of employees of the employer, in bands."},
    {"occupation", "The socio-professional group of the worker."},
    {"leave_state", "What happened to a sick leave."},
    {"appointment_state", "What became of an appointment between the worker and the cell."},
    {"decision", "What the qualification interview decides."},
    {"audience_role", "Who looks at a file."},
});

namespace detail {

/// The text of a list among notes; empty when nothing is noted.
template <class Notes>
constexpr std::string_view note_among(const Notes& notes, std::string_view list) {
    const auto note = std::find_if(notes.begin(), notes.end(), [=](const ListNote& one) { return one.list == list; });
    return note == notes.end() ? std::string_view{} : note->text;
}

}  // namespace detail

/// What the closed list with a name is; empty when it is none of the field's.
constexpr std::string_view note_of(std::string_view list) { return detail::note_among(list_notes, list); }

}  // namespace maintien
