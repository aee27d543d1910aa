#include <algorithm>

#include "conformance/story.hpp"
#include "maintien/protocol/milestone.hpp"
#include "maintien/vocabulary/appointment_state.hpp"
#include "maintien/vocabulary/aspect.hpp"
#include "maintien/vocabulary/cause.hpp"
#include "maintien/vocabulary/channel.hpp"
#include "maintien/vocabulary/decision.hpp"
#include "maintien/vocabulary/leave.hpp"
#include "maintien/vocabulary/origin.hpp"
#include "maintien/vocabulary/reason.hpp"

namespace maintien::detail {
namespace {

constexpr std::array<Weighted<Origin>, 13> origins{{{Origin::pre_return_visit, 340}, {Origin::return_visit, 160}, {Origin::on_request_worker, 130},
                                                    {Origin::on_request_employer, 60}, {Origin::on_request_physician, 100}, {Origin::hiring_visit, 10},
                                                    {Origin::periodic_visit, 90}, {Origin::mid_career_visit, 15}, {Origin::liaison_meeting, 20},
                                                    {Origin::insurance_notice, 30}, {Origin::partner_notice, 20}, {Origin::transfer_in, 10}, {Origin::other_origin, 15}}};
constexpr std::array<Weighted<Cause>, 9> causes{{{Cause::non_occupational_illness, 48}, {Cause::work_accident, 16}, {Cause::commuting_accident, 3},
                                                 {Cause::occupational_disease, 13}, {Cause::private_accident, 5}, {Cause::disability_worsening, 5},
                                                 {Cause::wear_and_ageing, 6}, {Cause::social_difficulty, 2}, {Cause::other_cause, 2}}};
constexpr std::array<Weighted<Nature>, 7> natures{{{Nature::locomotor, 55}, {Nature::mental, 22}, {Nature::cardiovascular, 5}, {Nature::neurological, 6},
                                                   {Nature::cancer, 6}, {Nature::sensory, 3}, {Nature::other_nature, 3}}};
constexpr std::array<Weighted<Channel>, 4> first_channels{{{Channel::phone, 70}, {Channel::in_person, 20}, {Channel::email, 8}, {Channel::video, 2}}};
constexpr std::array<Weighted<Channel>, 3> attempt_channels{{{Channel::phone, 75}, {Channel::letter, 15}, {Channel::email, 10}}};
constexpr std::array<Weighted<RefusalReason>, 5> refusal_reasons{{{RefusalReason::does_not_wish, 50}, {RefusalReason::health_not_stable, 25}, {RefusalReason::already_helped, 12},
                                                                  {RefusalReason::distrust, 6}, {RefusalReason::other_refusal_reason, 7}}};
constexpr std::array<Weighted<Outcome>, 5> early_ends{{{Outcome::lost_contact, 45}, {Outcome::no_further_need, 30}, {Outcome::handed_over, 10}, {Outcome::moved_away, 10},
                                                       {Outcome::retirement, 5}}};
constexpr std::array<Weighted<Orientation>, 3> orientations{{{Orientation::retention_in_company, 60}, {Orientation::external_redeployment, 22}, {Orientation::undecided, 18}}};

void tell_sick_leave(Story& story, Cause cause) {
    auto& chance = story.chance;
    story.leave_from = story.referral - 20 - chance.mostly_small(500);
    story.leave_until = story.referral + 10 + chance.mostly_small(240);
    const Day prescribed = story.leave_from + 19;
    tell(story, Event::sick_leave, story.leave_from, {said(Attribute::leave_state, LeaveState::started), said(Attribute::leave_cause, cause), said(Attribute::until, prescribed)});
    tell(story, Event::sick_leave, prescribed, {said(Attribute::leave_state, LeaveState::extended), said(Attribute::until, story.leave_until)});
    if (chance.happens(500)) tell(story, Event::sick_leave, story.leave_until, {said(Attribute::leave_state, LeaveState::ended)});
}

/// The age a cell asks for at referral before it accepts a file; 0 when it asks for none.
int age_asked(const Protocol& protocol) {
    for (const auto& row : rows_of(protocol, Event::qualification_interview))
        for (const auto& guard : row.guards)
            if (guard.kind == GuardKind::age_at_least) return guard.age;
    return 0;
}

/// The referral form; now and then it says nothing about the worker's consent, or that there is none.
void tell_form(Story& story, Origin origin, Cause cause) {
    auto& chance = story.chance;
    auto* form = tell(story, Event::referral, story.referral, {said(Attribute::origin, origin)});
    if (!form) return;
    auto& says = form->attributes;
    if (!chance.happens(60)) says.push_back(said(Attribute::cause, cause));
    if (!chance.happens(350)) says.push_back(said(Attribute::nature, one_of(chance, natures)));
    const int consent = chance.below(1000);
    if (consent >= 70) says.push_back(said(Attribute::consent, consent >= 73));
    if (!chance.happens(80)) says.push_back(said(Attribute::on_sick_leave, known(story.leave_from)));
    if (known(story.leave_from) && chance.happens(500)) says.push_back(said(Attribute::sick_leave_since, story.leave_from));
    if (chance.happens(30)) says.push_back(said(Attribute::notified_on, story.referral));
    if (chance.happens(900)) says.push_back(said(Attribute::by, chance.happens(60) ? Actor::occupational_nurse : Actor::occupational_physician));
    auto worker = description_of(story.simulation, story.case_number, story.told.people);
    // A cell for older workers is sent older workers, with exceptions.
    for (auto& value : worker)
        if (value.attribute == Attribute::birth_year && age_asked(story.protocol) > 0) value.value = 1957 + (value.value - 1957) / 4;
    says.insert(says.end(), worker.begin(), worker.end());
}

/// Nobody ever reached the worker: the file is closed before entry, or still waits.
void tell_unreached(Story& story) {
    auto& chance = story.chance;
    if (chance.happens(250)) return;
    story.end = story.referral + 30 + chance.mostly_small(300);
    tell(story, Event::outcome, story.end, {said(Attribute::outcome, one_of(chance, early_ends))});
}

void tell_refusal(Story& story, Day on) {
    auto& chance = story.chance;
    story.end = on;
    tell(story, Event::refusal, on, {said(Attribute::refusal_reason, one_of(chance, refusal_reasons))});
    // A refused file may carry one outcome.
    if (chance.happens(120)) tell(story, Event::outcome, on, {said(Attribute::outcome, chance.happens(500) ? Outcome::invalidity : Outcome::unfitness)});
}

/// Whether the protocol lets a file enter without an interview.
bool enters_without_interview(const Protocol& protocol) {
    for (const auto& row : rows_of(protocol, Event::entry))
        if (row.from.contains(Stage::contacted)) return true;
    return false;
}

/// Whether the referral names a year of birth that makes the worker too young for the cell.
bool too_young(const Story& story) {
    const int asked = age_asked(story.protocol);
    for (const auto& entry : story.told.entries)
        for (const auto& value : entry.attributes)
            if (value.attribute == Attribute::birth_year) return year_of(story.referral) - static_cast<int>(value.value) < asked;
    return false;
}

void tell_decision(Story& story, Day on, Decision decision) {
    auto& chance = story.chance;
    auto* interview = tell(story, Event::qualification_interview, on, {said(Attribute::decision, decision)});
    if (!interview || decision != Decision::accepted) return;
    const int needs = 1 + chance.below(7);
    if (chance.happens(800)) interview->attributes.push_back(said(Attribute::needs, needs));
    if (chance.happens(700)) interview->attributes.push_back(said(Attribute::orientation, one_of(chance, orientations)));
    if (chance.happens(400)) interview->attributes.push_back(said(Attribute::by, Actor::case_manager));
}

}  // namespace

void tell_consent(Story& story, ConsentScope scope, ConsentState state, Day on, std::optional<Actor> party) {
    auto* consent = tell(story, Event::consent, on, {said(Attribute::scope, scope), said(Attribute::state, state)});
    if (consent && party) consent->attributes.push_back(said(Attribute::party, *party));
}

Day tell_appointment(Story& story, Day after) {
    auto& chance = story.chance;
    Day day = after + 3 + chance.mostly_small(40);
    const int number = ++story.appointments;
    const int fate = chance.below(1000), starts = 480 + 30 * chance.below(18);
    if (chance.happens(200))
        tell(story, Event::appointment, after, {said(Attribute::appointment_state, AppointmentState::planned), said(Attribute::appointment, number), said(Attribute::day, day)});
    if (fate < 110) {
        const auto state = fate < 80 ? AppointmentState::missed : AppointmentState::cancelled;
        tell(story, Event::appointment, day, {said(Attribute::appointment_state, state), said(Attribute::appointment, number)});
        day = day + 7 + chance.below(14);
    }
    auto* held = tell(story, Event::appointment, day, {said(Attribute::appointment_state, AppointmentState::held), said(Attribute::appointment, number)});
    if (held && chance.happens(400)) {
        auto& says = held->attributes;
        says.push_back({Attribute::centre, story.told.people.centre});
        says.push_back(said(Attribute::starts, starts));
        says.push_back(said(Attribute::ends, starts + 45));
        says.push_back(said(Attribute::channel, chance.happens(850) ? Channel::in_person : Channel::video));
        says.push_back(said(Attribute::in_working_time, chance.happens(300)));
    }
    return day;
}

void tell_referral(Story& story) {
    auto& chance = story.chance;
    const Day first = story.protocol.valid_from;
    story.referral = first + chance.below(story.simulation.until - first + 1);
    const auto origin = one_of(chance, origins);
    const auto cause = one_of(chance, causes);
    const bool on_leave = origin == Origin::pre_return_visit ? chance.happens(600) : chance.happens(100);
    if (on_leave) tell_sick_leave(story, cause);
    if (names_a_visit(origin) && chance.happens(400)) {
        auto* visit = tell(story, Event::visit, story.referral - chance.mostly_small(12), {said(Attribute::visit_kind, origin)});
        if (visit) visit->attributes.push_back({Attribute::physician, story.told.people.physician});
    }
    if (!chance.happens(5)) tell_form(story, origin, cause);
    if (!chance.happens(8)) return;
    const Day on = story.referral + chance.below(30);
    tell_consent(story, ConsentScope::statistics, chance.happens(900) ? ConsentState::refused : ConsentState::given, on);
}

void tell_contact(Story& story) {
    auto& chance = story.chance;
    const int days = chance.mostly_small(70);
    for (int day = 8; day < days && chance.happens(400); day += 9)
        tell(story, Event::contact_attempt, story.referral + day, {said(Attribute::channel, one_of(chance, attempt_channels))});
    if (chance.happens(60)) return tell_unreached(story);
    // Some workers call before the form arrives.
    story.contact = chance.happens(6) ? story.referral - 1 - chance.below(6) : story.referral + days;
    auto* call = tell(story, Event::first_contact, story.contact, {said(Attribute::channel, one_of(chance, first_channels))});
    if (call && chance.happens(250)) call->attributes.push_back(said(Attribute::by, chance.happens(600) ? Actor::worker : Actor::case_manager));
    story.contact = std::max(story.contact, story.referral);
}

bool tell_interview(Story& story, Day after) {
    auto& chance = story.chance;
    Day on = chance.happens(550) ? tell_appointment(story, after) : after + 2 + chance.mostly_small(50);
    const int fate = chance.below(1000);
    if (fate < 80) return tell_refusal(story, on), false;
    if (fate < 150) {
        story.end = on;
        return tell_decision(story, on, fate < 115 ? Decision::redirected : Decision::not_eligible), false;
    }
    if (too_young(story)) {
        story.end = on;
        return tell_decision(story, on, Decision::not_eligible), false;
    }
    if (!enters_without_interview(story.protocol) || chance.happens(350)) {
        if (fate < 220) {
            tell_decision(story, on, Decision::deferred);
            on = on + 14 + chance.mostly_small(60);
        }
        tell_decision(story, on, Decision::accepted);
    }
    if (fate >= 930) return false;  // the file waits for its entry
    story.entry = on + chance.mostly_small(30);
    return true;
}

}  // namespace maintien::detail
