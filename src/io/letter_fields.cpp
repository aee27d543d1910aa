#include "io/letter_fields.hpp"

#include "io/case_parts.hpp"
#include "io/phrases.hpp"

namespace maintien::io::detail {

namespace {

void add(MergeFields& fields, std::string name, std::string text) { fields.push_back({.name = std::move(name), .text = std::move(text)}); }

/// A day: as in documents, in French, in English.
void add_day(MergeFields& fields, const std::string& name, Day day) {
    add(fields, name, iso(day));
    add(fields, name + "_fr", known(day) ? day_in_words(day, Language::fr) : std::string());
    add(fields, name + "_en", known(day) ? day_in_words(day, Language::en) : std::string());
}

/// A code: as in documents, in French, in English.
template <ClosedList Code>
void add_code(MergeFields& fields, const std::string& name, std::optional<Code> code) {
    add(fields, name, code ? std::string(code_of(*code)) : std::string());
    add(fields, name + "_fr", code ? std::string(label_of(*code, Language::fr)) : std::string());
    add(fields, name + "_en", code ? std::string(label_of(*code, Language::en)) : std::string());
}

MergeField& add_rows(MergeFields& fields, std::string name) {
    fields.push_back({.name = std::move(name), .kind = MergeKind::rows});
    return fields.back();
}

template <ClosedList Code>
void add_codes(MergeFields& fields, std::string name, const std::string& each, CodeSet<Code> codes) {
    auto& list = add_rows(fields, std::move(name));
    for (const auto& term : terms_of<Code>)
        if (codes.contains(term.value)) add_code(list.rows.emplace_back(), each, std::optional{term.value});
}

void add_appointment(MergeFields& fields, const AppointmentSheet& sheet) {
    add_day(fields, "day", sheet.day);
    add(fields, "starts", sheet.starts ? time_text(*sheet.starts) : std::string());
    add(fields, "ends", sheet.ends ? time_text(*sheet.ends) : std::string());
    add(fields, "place", sheet.centre.text);
}

void add_actions(MergeFields& fields, const std::vector<Action>& actions) {
    auto& list = add_rows(fields, "actions");
    for (const auto& action : actions) {
        auto& row = list.rows.emplace_back();
        add_code(row, "measure", std::optional{action.measure});
        add_code(row, "progress", action.progress);
        add_code(row, "actor", action.actor);
        add_code(row, "partner", action.partner);
        add_day(row, "due", action.due);
        add_day(row, "starts_on", action.starts_on);
        add_day(row, "ends_on", action.ends_on);
    }
}

void add_consents(MergeFields& fields, const std::vector<ConsentLine>& lines) {
    auto& list = add_rows(fields, "consents");
    for (const auto& line : lines) {
        auto& row = list.rows.emplace_back();
        add_code(row, "scope", std::optional{line.scope});
        add_code(row, "party", std::optional{line.party});
        add_code(row, "towards", line.partner);
        add_code(row, "standing", std::optional{line.standing});
        add_day(row, "since", line.since);
        add_day(row, "until", line.until);
        add(row, "in_words_fr", consent_in_words(line, Language::fr));
        add(row, "in_words_en", consent_in_words(line, Language::en));
    }
}

void add_appointments(MergeFields& fields, const std::vector<AppointmentSheet>& sheets) {
    auto& list = add_rows(fields, "appointments");
    for (const auto& sheet : sheets) {
        auto& row = list.rows.emplace_back();
        add(row, "number", sheet.number ? std::to_string(*sheet.number) : std::string());
        add_code(row, "state", std::optional{sheet.state});
        add_appointment(row, sheet);
        add_code(row, "channel", sheet.channel);
    }
}

void add_frame(MergeFields& fields, const Letter& letter) {
    add_day(fields, "on", letter.as_of);
    add(fields, "service", letter.service.text);
    if (letter.addressee != AudienceRole::employer) add(fields, "case", letter.case_id.text);
    add_codes(fields, "copies", "copy", letter.copies);
    add(fields, "worker", letter.about.worker.text);
    if (letter.addressee != AudienceRole::partner) {
        add(fields, "employer", letter.about.employer.text);
        add(fields, "physician", letter.about.physician.text);
    }
    if (letter.addressee != AudienceRole::employer) add(fields, "manager", letter.about.manager.text);
    add(fields, "centre", letter.about.centre.text);
}

void add_leave(MergeFields& fields, const Letter& letter) {
    add_day(fields, "leave_since", letter.leave ? letter.leave->first : no_day);
    add_day(fields, "leave_until", letter.leave ? letter.leave->last : no_day);
    fields.push_back({.name = "recommendations_opt_in", .kind = MergeKind::flag, .flag = letter.recommendations == Recommendations::opt_in});
}

void add_booklet(MergeFields& fields, const Letter& letter) {
    add_appointments(fields, letter.appointments);
    add_codes(fields, "aspects", "aspect", letter.aspects);
    add_actions(fields, letter.actions);
    add_consents(fields, letter.consents);
}

}  // namespace

MergeFields fields_of(const Letter& letter) {
    MergeFields fields;
    add_frame(fields, letter);
    switch (letter.kind) {
        case LetterKind::employer_notice:
        case LetterKind::attendance_certificate: add_appointment(fields, letter.appointment.value_or(AppointmentSheet{})); break;
        case LetterKind::pre_return_invitation: add_leave(fields, letter); break;
        case LetterKind::relay_sheet:
            add_code(fields, "partner", letter.partner);
            add_actions(fields, letter.actions);
            add_consents(fields, letter.consents);
            break;
        case LetterKind::worker_booklet: add_booklet(fields, letter); break;
    }
    return fields;
}

MergeFields field_names_of(LetterKind kind) {
    const auto rule = rule_of(kind);
    Letter letter{.kind = kind, .signer = rule.signer, .addressee = rule.addressee, .copies = {AudienceRole::worker}};
    letter.appointments.resize(1);
    letter.aspects = {Aspect::medical};
    letter.actions.resize(1);
    letter.consents.resize(1);
    return fields_of(letter);
}

}  // namespace maintien::io::detail
