#pragma once
/// @file
/// Writing letters: whether one may be written as of a day, and what it says.

#include <algorithm>
#include <variant>

#include "maintien/sharing/letter.hpp"

namespace maintien {

namespace detail {

using Sheets = std::vector<AppointmentSheet>;

/// A letter with nothing in it but its frame.
inline Letter framed(const Knowledge& all, const LetterRequest& asked, const Reader& reader) {
    const auto rule = rule_of(asked.kind);
    Letter letter{.kind = asked.kind, .signer = rule.signer, .addressee = rule.addressee, .partner = reader.partner, .copies = rule.copies};
    letter.as_of = all.as_of;
    letter.service.text = all.history.service;
    if (rule.addressee != AudienceRole::employer) letter.case_id.text = all.history.case_id;
    letter.about = about_for(all, rule.addressee, marks_open_to(all, reader));
    return letter;
}

/// The appointment asked for among those that may do: by its number, or the first of the order given.
inline const AppointmentSheet* chosen(const std::vector<const AppointmentSheet*>& sheets, std::optional<int> number) {
    const auto at = std::find_if(sheets.begin(), sheets.end(), [&](const AppointmentSheet* sheet) { return !number || sheet->number == number; });
    return at == sheets.end() ? nullptr : *at;
}

/// The sheets that `fits`, by day, the earliest first.
template <class Fits>
std::vector<const AppointmentSheet*> sheets_by_day(const Sheets& sheets, Fits&& fits) {
    std::vector<const AppointmentSheet*> found;
    for (const auto& sheet : sheets)
        if (fits(sheet)) found.push_back(&sheet);
    std::stable_sort(found.begin(), found.end(), [](const auto* a, const auto* b) { return a->day < b->day; });
    return found;
}

/// Every action as it stands: the last word on each measure, partner and actor.
inline void add_actions(Letter& letter, const View& view) {
    for (const auto& entry : view.history) {
        const auto* action = std::get_if<Action>(&entry.fact);
        if (!action) continue;
        const auto same = [&](const Action& other) {
            return other.measure == action->measure && other.partner == action->partner && other.actor == action->actor;
        };
        std::erase_if(letter.actions, same);
        letter.actions.push_back(*action);
    }
}

/// The place of an appointment: its own, else the case's.
inline AppointmentSheet with_place(AppointmentSheet sheet, const CaseAttributes& about) {
    if (!known(sheet.centre)) sheet.centre = about.centre;
    return sheet;
}

inline LetterReply employer_notice(const Knowledge& all, const LetterRequest& asked) {
    const Reader employer{AudienceRole::employer, {}};
    const auto fits = [&](const AppointmentSheet& sheet) {
        return sheet.state == AppointmentState::planned && all.as_of <= sheet.day && employer_may_know(all, sheet);
    };
    const auto* sheet = closed_to(all, employer) ? nullptr : chosen(sheets_by_day(all.sheets, fits), asked.appointment);
    if (!sheet) return refusal_to_outside(asked.kind);
    Letter letter = framed(all, asked, employer);
    letter.appointment = with_place(*sheet, letter.about);
    letter.appointment->number.reset();
    letter.appointment->channel.reset();
    return {std::move(letter), {}};
}

inline LetterReply attendance_certificate(const Knowledge& all, const LetterRequest& asked) {
    auto held = sheets_by_day(all.sheets, [&](const AppointmentSheet& sheet) { return sheet.state == AppointmentState::held; });
    std::reverse(held.begin(), held.end());
    const auto* sheet = chosen(held, asked.appointment);
    if (!sheet)
        return {{}, {{"appointment_held", {"Ce rendez-vous n'est pas enregistré comme tenu.", "This appointment is not recorded as held."}}}};
    if (!sheet->starts || !sheet->ends)
        return {{}, {{"times", {"Les heures de début et de fin de ce rendez-vous ne sont pas enregistrées.", "The start and end times of this appointment are not recorded."}}}};
    Letter letter = framed(all, asked, {AudienceRole::worker, {}});
    letter.appointment = with_place(*sheet, letter.about);
    if (asked.copy_to_employer) letter.copies = letter.copies | AudienceSet{AudienceRole::employer};
    return {std::move(letter), {}};
}

inline LetterReply pre_return_invitation(const Knowledge& all, const LetterRequest& asked) {
    const auto leave = leave_on(all.history, all.as_of);
    if (!leave) return {{}, {{"on_sick_leave", {"Aucun arrêt de travail n'est enregistré à ce jour.", "No sick leave is recorded on this day."}}}};
    const Day since = pre_return_visit_since(*leave);
    if (!known(since) || all.as_of < since)
        return {{}, {{"pre_return_visit", {"L'arrêt de travail enregistré n'est pas assez long pour une visite de préreprise (R4624-29).",
                                           "The sick leave recorded is not long enough for a pre-return visit (R4624-29)."}}}};
    Letter letter = framed(all, asked, {AudienceRole::worker, {}});
    letter.leave = leave;
    letter.recommendations = recommendations_of(all);
    return {std::move(letter), {}};
}

/// The partner of the last relay, or none.
inline std::optional<Partner> partner_last_relayed_to(const Knowledge& all) {
    std::optional<Partner> last;
    for (const auto& mark : all.history.marks)
        if (mark.mark.event == Event::relay) last = static_cast<Partner>(mark.mark.partner);
    return last;
}

inline LetterReply relay_sheet(const Knowledge& all, const LetterRequest& asked) {
    const Reader partner{AudienceRole::partner, asked.partner ? asked.partner : partner_last_relayed_to(all)};
    if (!partner.partner || closed_to(all, partner)) return refusal_to_outside(asked.kind);
    Letter letter = framed(all, asked, partner);
    letter.consents = consents_for(all, partner);
    add_actions(letter, view_of(all, partner));
    return {std::move(letter), {}};
}

inline LetterReply worker_booklet(const Knowledge& all, const LetterRequest& asked) {
    const Reader worker{AudienceRole::worker, {}};
    const View view = view_of(all, worker);
    Letter letter = framed(all, asked, worker);
    for (const auto* sheet : sheets_by_day(all.sheets, [](const AppointmentSheet&) { return true; }))
        letter.appointments.push_back(with_place(*sheet, letter.about));
    for (const auto& entry : view.history)
        if (const auto* plan = std::get_if<ActionPlan>(&entry.fact)) letter.aspects = letter.aspects | plan->aspects;
    add_actions(letter, view);
    letter.consents = view.consents;
    return {std::move(letter), {}};
}

/// Whether the file tells that the worker died.
inline bool worker_is_dead(const Knowledge& all) {
    return std::any_of(all.history.marks.begin(), all.history.marks.end(), [](const DatedMark& dated) {
        const Mark& mark = dated.mark;
        return (mark.event == Event::outcome && mark.code == index_of(Outcome::death)) || (mark.event == Event::follow_up && mark.code == index_of(Answer::deceased));
    });
}

}  // namespace detail

/// Writes a letter of what there is to know, or says why not. Nothing is written to a worker who died; others learn nothing of it here.
inline LetterReply letter_of(const Knowledge& all, const LetterRequest& asked) {
    if (rule_of(asked.kind).addressee == AudienceRole::worker && detail::worker_is_dead(all))
        return {{}, {{"worker_deceased", {"Le salarié est décédé : rien ne lui est écrit.", "The worker died: nothing is written to them."}}}};
    switch (asked.kind) {
        case LetterKind::employer_notice: return detail::employer_notice(all, asked);
        case LetterKind::attendance_certificate: return detail::attendance_certificate(all, asked);
        case LetterKind::pre_return_invitation: return detail::pre_return_invitation(all, asked);
        case LetterKind::relay_sheet: return detail::relay_sheet(all, asked);
        default: return detail::worker_booklet(all, asked);
    }
}

/// Writes a letter about a case, or says why not. The protocol says on whose word recommendations go to the employer.
inline LetterReply letter_of(const CaseFile& file, const LetterRequest& asked, const ProtocolVersions& protocol) {
    return letter_of(knowledge_of(file, protocol, asked.as_of), asked);
}

}  // namespace maintien
