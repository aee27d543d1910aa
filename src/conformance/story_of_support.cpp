#include <algorithm>

#include "conformance/story.hpp"
#include "maintien/vocabulary/aspect.hpp"
#include "maintien/vocabulary/audience_role.hpp"
#include "maintien/vocabulary/channel.hpp"
#include "maintien/vocabulary/measure.hpp"
#include "maintien/vocabulary/partner.hpp"
#include "maintien/vocabulary/reason.hpp"

namespace maintien::detail {
namespace {

constexpr std::array<Weighted<Measure>, 20> measures{
    {{Measure::job_adjustment, 18}, {Measure::working_time_adjustment, 6}, {Measure::therapeutic_part_time, 12}, {Measure::telework, 2}, {Measure::technical_aid, 6},
     {Measure::job_study, 12}, {Measure::ergonomic_study, 5}, {Measure::prior_ergonomic_study, 2}, {Measure::disabled_worker_status, 14}, {Measure::specific_support, 2},
     {Measure::career_guidance, 4}, {Measure::skills_assessment, 4}, {Measure::career_advice, 3}, {Measure::training_account, 1}, {Measure::transition_project, 1},
     {Measure::interests_and_motivations, 3}, {Measure::cv_writing, 1}, {Measure::financial_aid, 2}, {Measure::psychological_support, 3}, {Measure::social_support, 4}}};
constexpr std::array<Weighted<Actor>, 6> team_actors{{{Actor::case_manager, 45}, {Actor::occupational_physician, 25}, {Actor::ergonomist, 10}, {Actor::social_worker, 10},
                                                      {Actor::psychologist, 5}, {Actor::occupational_nurse, 5}}};
constexpr std::array<Weighted<Partner>, 10> partners{{{Partner::cap_emploi, 35}, {Partner::mdph, 25}, {Partner::agefiph, 10}, {Partner::france_travail, 6}, {Partner::cep_operator, 6},
                                                      {Partner::general_practitioner, 6}, {Partner::transitions_pro, 3}, {Partner::opco, 3}, {Partner::comete, 3}, {Partner::fiphfp, 3}}};
constexpr std::array<Weighted<Partner>, 4> insurance_bodies{{{Partner::carsat_social_service, 55}, {Partner::cpam, 25}, {Partner::insurance_medical_service, 15}, {Partner::msa, 5}}};
constexpr std::array<Weighted<SuspensionReason>, 5> suspension_reasons{{{SuspensionReason::treatment, 45}, {SuspensionReason::hospital, 30}, {SuspensionReason::maternity, 10},
                                                                        {SuspensionReason::personal, 10}, {SuspensionReason::other_suspension_reason, 5}}};
constexpr std::array<Weighted<Progress>, 4> progresses{{{Progress::planned, 35}, {Progress::under_way, 25}, {Progress::done, 35}, {Progress::abandoned, 5}}};

/// What the worker agrees to at the start of the support; a little of it is forgotten in the files.
void tell_agreements(Story& story) {
    auto& chance = story.chance;
    const Day on = story.entry;
    story.partners_agreed = chance.happens(450);
    story.insurance_agreed = chance.happens(200);
    story.employer_agreed = chance.happens(350);
    if (story.partners_agreed && !chance.happens(40)) tell_consent(story, ConsentScope::partner_exchange, ConsentState::given, on);
    if (story.insurance_agreed && !chance.happens(40)) tell_consent(story, ConsentScope::insurance_exchange, ConsentState::given, on);
    if (story.employer_agreed && !chance.happens(40)) tell_consent(story, ConsentScope::employer_contact, ConsentState::given, on);
    if (chance.happens(30)) tell_consent(story, ConsentScope::recommendations, chance.happens(200) ? ConsentState::refused : ConsentState::given, on);
}

/// A try at a post during the sick leave: three physicians agree first.
bool tell_trial(Story& story, Day on) {
    if (!known(story.leave_from) || on > story.leave_until || !story.chance.happens(80)) return false;
    for (const auto party : {Actor::general_practitioner, Actor::insurance_physician, Actor::occupational_physician})
        tell_consent(story, ConsentScope::supervised_trial, ConsentState::given, on, party);
    tell(story, Event::action, on, {said(Attribute::measure, Measure::supervised_trial), said(Attribute::starts_on, on + 3), said(Attribute::ends_on, on + 16)});
    return true;
}

void tell_action(Story& story, Day on) {
    auto& chance = story.chance;
    if (tell_trial(story, on)) return;
    auto* action = tell(story, Event::action, on, {said(Attribute::measure, one_of(chance, measures))});
    if (!action) return;
    auto& says = action->attributes;
    if (chance.happens(700)) says.push_back(said(Attribute::progress, one_of(chance, progresses)));
    if (chance.happens(500)) says.push_back(said(Attribute::actor, one_of(chance, team_actors)));
    if (story.partners_agreed && chance.happens(250)) says.push_back(said(Attribute::partner, one_of(chance, partners)));
    if (chance.happens(200)) says.push_back(said(Attribute::due, on + 30 + chance.below(60)));
    if (chance.happens(50)) says.push_back(said(Attribute::audience, int{1} << index_of(AudienceRole::employer)));
}

void tell_employer_contact(Story& story, Day on) {
    auto& chance = story.chance;
    auto* contact = tell(story, Event::employer_contact, on, {said(Attribute::channel, chance.happens(700) ? Channel::phone : Channel::in_person)});
    if (!contact) return;
    const auto by = story.employer_agreed ? said(Attribute::by, Actor::occupational_physician) : said(Attribute::incoming, true);
    contact->attributes.push_back(by);
}

void tell_relay(Story& story, Day on) {
    auto& chance = story.chance;
    const bool insurance = story.insurance_agreed && (!story.partners_agreed || chance.happens(400));
    const auto partner = insurance ? one_of(chance, insurance_bodies) : one_of(chance, partners);
    tell(story, Event::relay, on, {said(Attribute::partner, partner), said(Attribute::relay_state, RelayState::sent)});
    const Day answered = on + 10 + chance.below(40);
    if (chance.happens(400) && answered < story.end) tell(story, Event::relay, answered, {said(Attribute::partner, partner), said(Attribute::relay_state, RelayState::answered)});
}

void tell_pause(Story& story) {
    auto& chance = story.chance;
    const int days = story.end - story.plan;
    if (days < 60 || !chance.happens(60)) return;
    const Day from = story.plan + 1 + chance.below(days / 2);
    tell(story, Event::suspension, from, {said(Attribute::suspension_reason, one_of(chance, suspension_reasons))});
    if (chance.happens(900)) tell(story, Event::resumption, from + 5 + chance.below(days / 2 - 5));
}

}  // namespace

void tell_support(Story& story, Day after) {
    auto& chance = story.chance;
    story.entry = after;
    story.plan = after + chance.mostly_small(40);
    story.end = story.plan + 20 + chance.mostly_small(900);
    const int days = story.end - story.plan;
    tell_agreements(story);
    auto* entry = tell(story, Event::entry, after);
    if (entry) entry->attributes.push_back({Attribute::manager, story.told.people.manager});
    tell(story, Event::action_plan, story.plan, {said(Attribute::aspect, 1 + chance.below(7))});
    for (int left = chance.below(4); left > 0; --left) tell_action(story, story.plan + chance.below(days));
    if (chance.happens(300)) tell_appointment(story, story.plan + chance.below(days / 2));
    if (chance.happens(story.employer_agreed ? 700 : 60)) tell_employer_contact(story, story.plan + chance.below(days));
    if ((story.partners_agreed || story.insurance_agreed) && chance.happens(450)) tell_relay(story, story.plan + chance.below(days));
    if (chance.happens(200)) tell(story, Event::team_review, story.plan + chance.below(days));
    tell_pause(story);
}

}  // namespace maintien::detail
