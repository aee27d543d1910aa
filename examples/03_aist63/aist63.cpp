// AIST La Prévention Active, six steps: two workers, one at work and one on sick leave, followed entry by entry. Each entry is
// proposed to the rules; then come the letter it calls for, what has become due, and what the employer may see from now on.
#include <iostream>
#include <set>

#include "maintien/io/events.hpp"
#include "maintien/io/letter_document.hpp"
#include "maintien/io/text_file.hpp"
#include "maintien/maintien.hpp"

using namespace maintien;

namespace {

const std::string folder = "examples/03_aist63/";

template <ClosedList Code>
std::string label(Code code) { return std::string(label_of(code, Language::fr)); }

/// An entry as a line of the screen.
std::string in_words(const Entry& entry) {
    std::string words = iso(entry.on) + " " + label(event_of(entry));
    if (const auto* said = std::get_if<Consent>(&entry.fact))
        words += " : " + label(said->scope) + ", " + label(said->party.value_or(Actor::worker));
    if (const auto* action = std::get_if<Action>(&entry.fact)) words += " : " + label(action->measure);
    if (const auto* appointment = std::get_if<Appointment>(&entry.fact)) words += " : " + label(appointment->state);
    if (const auto* outcome = std::get_if<OutcomeRecord>(&entry.fact)) words += " : " + label(outcome->outcome);
    if (const auto* relay = std::get_if<Relay>(&entry.fact)) words += " : " + label(relay->partner);
    return words;
}

/// The letter that an entry calls for, if any.
std::optional<LetterKind> letter_after(const Entry& entry) {
    const auto* leave = std::get_if<SickLeave>(&entry.fact);
    const auto* appointment = std::get_if<Appointment>(&entry.fact);
    const auto* relay = std::get_if<Relay>(&entry.fact);
    if (leave && leave->state != LeaveState::ended) return LetterKind::pre_return_invitation;
    if (appointment && appointment->state == AppointmentState::planned) return LetterKind::employer_notice;
    if (appointment && appointment->state == AppointmentState::held) return LetterKind::attendance_certificate;
    if (relay && relay->state != RelayState::answered) return LetterKind::relay_sheet;
    return std::nullopt;
}

/// A letter in the words of the cell's own template, or why it is not written.
void write_letter(const CaseFile& file, LetterKind kind, Day day) {
    const auto reply = letter_of(file, {.kind = kind, .as_of = day}, aist63_cme);
    const auto form = folder + "lettres/" + std::string(code_of(kind)) + ".mustache";
    std::cout << "    " << label(kind) << (reply ? " : " : ", non écrite. ")
              << (reply ? io::letter_text(*reply.letter, io::read_whole({form}), form) : io::refusal_text(reply, Language::fr));
}

/// What has become due or late since it was last looked at.
void write_agenda(const CaseFile& file, Day day, std::set<std::string>& told) {
    for (const auto& item : agenda_of(file, aist63_cme, {.as_of = day, .within = 366})) {
        const auto line = item.title.fr + (item.late_days > 0 ? ", EN RETARD" : "") + ". " + item.computation.fr;
        if (known(item.due) && told.insert(line).second)
            std::cout << "    à faire pour le " << iso(item.due) << " : " << line << '\n';
    }
}

/// What the employer may see that he could not see before.
void write_employer_view(const CaseFile& file, Day day, std::set<std::string>& told) {
    for (const auto& entry : view_of(file, {AudienceRole::employer, {}}, aist63_cme, day).history)
        if (told.insert(in_words(entry)).second) std::cout << "    visible de l'employeur : " << in_words(entry) << '\n';
}

void play(const CaseFile& recorded) {
    CaseFile file{recorded.case_id, recorded.service, {}};
    std::set<std::string> due, seen;
    std::cout << "Dossier " << file.case_id.text << '\n';
    for (const Entry& entry : recorded.entries) {
        write_agenda(file, entry.on, due);
        const Verdict verdict = admit(file, entry, aist63_cme);
        std::cout << "  " << in_words(entry) << " : " << label(verdict.kind) << '\n';
        for (const Reason& reason : verdict.reasons) std::cout << "    - " << reason.fr << '\n';
        if (!verdict) continue;
        if (const auto kind = letter_after(entry)) write_letter(file, *kind, entry.on);
        write_agenda(file, entry.on, due);
        write_employer_view(file, entry.on, seen);
    }
    const Day last = recorded.entries.back().on;
    std::cout << "  Étape le " << iso(last) << " : " << label(*stage_of(file, aist63_cme, last)) << '\n';
    write_letter(file, LetterKind::worker_booklet, last);
}

}  // namespace

int main() {
    const io::Source source{folder + "dossiers.jsonl"};
    const auto events = io::read_events(std::span(&source, 1)).table;
    for (CaseIndex i = 0; i < events.cases(); ++i) play(case_file_of(events, i));
}
