// A case with something for every reader, and pairs of files that differ only in what one reader may not know.
#pragma once

#include <rapidcheck.h>

#include "arbitrary_entry.hpp"
#include "case_stories.hpp"
#include "maintien/sharing/view.hpp"

namespace maintien::test {

inline Fact planned_for(std::string_view iso, int number, bool in_working_time = true) {
    return Appointment{.number = number, .day = day(iso), .starts = TimeOfDay{540}, .ends = TimeOfDay{600}, .in_working_time = in_working_time};
}
inline Fact consent_to(Partner partner, ConsentScope scope = ConsentScope::partner_exchange, ConsentState state = ConsentState::given) {
    return Consent{.scope = scope, .state = state, .partner = partner};
}
inline Fact action_with(Measure measure, Partner partner) { return Action{.measure = measure, .partner = partner}; }
inline Fact action_for(Measure measure, CodeSet<AudienceRole> audience) { return Action{.measure = measure, .audience = audience}; }

/// A file in support with a visit, appointments in and out of working time, actions and a relay; Cap emploi is agreed to.
inline std::vector<Entry> shared_story() {
    auto story = supported("2024-01-01");
    auto& form = story.front();
    form.about.worker.text = "w1";
    form.about.employer.text = "e1";
    form.about.physician.text = "dr1";
    form.about.manager.text = "m1";
    form.about.centre.text = "c1";
    form.about.birth_year = 1970;
    return then(std::move(story), {on("2023-12-20", visit(Origin::pre_return_visit)),
                                   on("2024-01-16", consent_to(Partner::cap_emploi)),
                                   on("2024-01-17", action_with(Measure::career_guidance, Partner::cap_emploi)),
                                   on("2024-01-17", action(Measure::job_adjustment)),
                                   on("2024-01-17", action(Measure::psychological_support)),
                                   on("2024-01-18", relay(Partner::cap_emploi)),
                                   on("2024-01-18", planned_for("2024-02-01", 1)),
                                   on("2024-02-01", Appointment{.state = AppointmentState::held, .number = 1}),
                                   on("2024-02-01", planned_for("2024-03-01", 2)),
                                   on("2024-02-01", planned_for("2024-03-08", 3, false))});
}

// ---- files that differ only in what a reader may not know -----------------------------------------------------------
// What follows is written from DOMAIN's words on confidentiality and knows nothing of how the library decides.

inline constexpr Day first_day_of_files = make_day(2024, 1, 1), day_of_views = make_day(2024, 3, 1);

/// A random entry near the day of the views, with an id of its own; it says nothing of the case.
inline Entry any_entry_in_file(Event event, int id) {
    Entry entry = any_entry(event, false);
    entry.on = first_day_of_files + *rc::gen::inRange(0, 70);
    entry.recorded_on = *rc::gen::arbitrary<bool>() ? entry.on + *rc::gen::inRange(0, 9) : no_day;
    entry.id.text = "entry-" + std::to_string(id);
    entry.about = {};
    if (auto* appointment = std::get_if<Appointment>(&entry.fact)) {
        if (appointment->number) appointment->number = *rc::gen::inRange(1, 5);
        if (known(appointment->day)) appointment->day = entry.on + *rc::gen::inRange(0, 40);
    }
    return entry;
}

inline bool names_nobody_outside(CodeSet<AudienceRole> audience) {
    return audience.bits != 0 && !audience.contains(AudienceRole::employer) && !audience.contains(AudienceRole::partner) &&
           !audience.contains(AudienceRole::cell) && !audience.contains(AudienceRole::statistician) && !audience.contains(AudienceRole::public_);
}

/// Whether the employer may neither learn of an entry nor of anything that hangs on it.
inline bool closed_to_employer(const Entry& entry) {
    if (const auto* action = std::get_if<Action>(&entry.fact))
        return action->audience.bits != 0 ? !action->audience.contains(AudienceRole::employer) : !is_recommendation(action->measure);
    if (const auto* consent = std::get_if<Consent>(&entry.fact))
        return consent->scope != ConsentScope::employer_contact && consent->scope != ConsentScope::recommendations;
    if (const auto* form = std::get_if<Referral>(&entry.fact)) return !form->on_sick_leave.value_or(false);
    return event_of(entry) != Event::appointment && event_of(entry) != Event::sick_leave;
}

/// The same for a partner, of those that are no insurance body.
inline bool closed_to_partner(const Entry& entry, Partner reader) {
    if (const auto* action = std::get_if<Action>(&entry.fact)) {
        if (action->audience.bits != 0 && !action->audience.contains(AudienceRole::partner)) return true;
        return !action->actor && (action->partner ? action->partner != reader : action->audience.bits == 0);
    }
    if (const auto* relay = std::get_if<Relay>(&entry.fact)) return relay->partner != reader;
    if (const auto* consent = std::get_if<Consent>(&entry.fact))
        return consent->scope != ConsentScope::partner_exchange || consent->party.value_or(Actor::worker) != Actor::worker || consent->partner.value_or(reader) != reader;
    return true;
}

/// Whether a reader may neither learn of an entry nor of anything that hangs on it.
inline bool closed_to_reader(const Entry& entry, const Reader& reader) {
    const auto* action = std::get_if<Action>(&entry.fact);
    switch (reader.audience) {
        case AudienceRole::employer: return closed_to_employer(entry);
        case AudienceRole::partner: return closed_to_partner(entry, *reader.partner);
        case AudienceRole::cell:
            return event_of(entry) == Event::visit || event_of(entry) == Event::unfitness_opinion || (action && names_nobody_outside(action->audience));
        case AudienceRole::statistician: return action && action->audience.bits != 0 && !action->audience.contains(AudienceRole::statistician);
        case AudienceRole::public_: return true;
        default: return false;
    }
}

inline Entry any_closed_entry(const Reader& reader, int id) {
    return *rc::gen::suchThat(rc::gen::exec([id] { return any_entry_in_file(static_cast<Event>(*rc::gen::inRange(0, static_cast<int>(Event::amendment))), id); }),
                              [&](const Entry& entry) { return closed_to_reader(entry, reader); });
}

/// What is open may differ in a detail that is not: the cause of a leave for the employer, who made an entry for readers outside, times of
/// day for the statistician.
inline Entry with_other_details(Entry entry, const Reader& reader) {
    const bool outside = stands_outside(reader.audience);
    if (auto* leave = std::get_if<SickLeave>(&entry.fact); leave && outside) leave->cause = Cause::occupational_disease;
    if (auto* appointment = std::get_if<Appointment>(&entry.fact); appointment && reader.audience == AudienceRole::statistician) appointment->starts = TimeOfDay{61};
    if (outside && (event_of(entry) == Event::action || event_of(entry) == Event::relay)) {
        entry.by = Actor::coordinator;
        entry.recorded_on = no_day;
    }
    return entry;
}

/// Two files that differ only in what a reader may not know.
struct TwoFiles {
    CaseFile one;
    CaseFile other;
};

inline TwoFiles two_files_alike_for(const Reader& reader) {
    TwoFiles files{file_of({}), file_of({})};
    const int entries = *rc::gen::inRange(1, 25);
    for (int id = 0; id < entries; ++id) {
        const Entry entry = any_entry_in_file(static_cast<Event>(*rc::gen::inRange(0, static_cast<int>(Event::amendment))), id);
        const bool closed = closed_to_reader(entry, reader);
        if (!closed || *rc::gen::arbitrary<bool>()) files.one.entries.push_back(entry);
        if (!closed) files.other.entries.push_back(with_other_details(entry, reader));
        else if (*rc::gen::arbitrary<bool>()) files.other.entries.push_back(any_closed_entry(reader, id));
    }
    Entry consents = on(first_day_of_files, consent(ConsentScope::partner_exchange));
    consents.about.worker.text = "w1";
    for (auto* file : {&files.one, &files.other}) file->entries.push_back(consents);
    return files;
}

/// The readers to whom something is closed.
inline const std::vector<Reader> readers_not_told_all{{AudienceRole::employer, {}}, {AudienceRole::partner, Partner::cap_emploi}, {AudienceRole::cell, {}},
                                                      {AudienceRole::statistician, {}}, {AudienceRole::public_, {}}};

}  // namespace maintien::test
