#include <algorithm>

#include "conformance/story.hpp"
#include "maintien/vocabulary/channel.hpp"
#include "maintien/vocabulary/follow_up_answer.hpp"
#include "maintien/vocabulary/origin.hpp"
#include "maintien/vocabulary/reason.hpp"

namespace maintien::detail {
namespace {

constexpr std::array<Weighted<Outcome>, 26> outcomes{
    {{Outcome::same_post, 110}, {Outcome::adapted_post, 230}, {Outcome::internal_redeployment, 90}, {Outcome::external_post, 35}, {Outcome::permanent_hire, 20},
     {Outcome::fixed_term_hire, 15}, {Outcome::business_creation, 10}, {Outcome::retraining, 25}, {Outcome::training, 25}, {Outcome::other_insertion, 10},
     {Outcome::unfitness, 140}, {Outcome::invalidity, 45}, {Outcome::dismissal, 20}, {Outcome::mutual_termination, 25}, {Outcome::resignation, 15}, {Outcome::drop_out, 20},
     {Outcome::other_outcome, 15}, {Outcome::contract_end, 10}, {Outcome::prolonged_leave, 35}, {Outcome::no_further_need, 25}, {Outcome::handed_over, 25},
     {Outcome::moved_away, 10}, {Outcome::lost_contact, 20}, {Outcome::retirement, 15}, {Outcome::transferred, 7}, {Outcome::death, 3}}};
constexpr std::array<Weighted<Answer>, 11> answers_in_work{{{Answer::same_post, 25}, {Answer::adapted_post, 34}, {Answer::other_post_same_employer, 12}, {Answer::on_leave_with_contract, 8},
                                                           {Answer::other_employer, 8}, {Answer::self_employed, 2}, {Answer::job_seeking, 6}, {Answer::in_training, 2},
                                                           {Answer::invalidity, 2}, {Answer::out_of_work_other, 1}, {Answer::unfit_retired, 1}}};
constexpr std::array<Weighted<Answer>, 7> answers_out_of_work{{{Answer::job_seeking, 45}, {Answer::other_employer, 18}, {Answer::in_training, 12}, {Answer::invalidity, 12}, {Answer::out_of_work_other, 8},
                                                               {Answer::self_employed, 3}, {Answer::unfit_retired, 2}}};
constexpr std::array<Weighted<Answer>, 5> non_responses{{{Answer::no_contact, 60}, {Answer::lost, 15}, {Answer::refused, 12}, {Answer::other_non_response, 5}, {Answer::not_sent, 8}}};
constexpr std::array<Weighted<Channel>, 3> follow_up_channels{{{Channel::questionnaire, 45}, {Channel::phone, 45}, {Channel::email, 10}}};
constexpr std::array<Weighted<ReopeningReason>, 5> reopening_reasons{{{ReopeningReason::relapse, 35}, {ReopeningReason::job_at_risk_again, 30}, {ReopeningReason::found_again, 10},
                                                                      {ReopeningReason::new_situation, 20}, {ReopeningReason::other_reopening_reason, 5}}};

bool is_positive(const Story& story) { return story.protocol.outcomes[index_of(story.outcome)].polarity == Polarity::positive; }

/// One horizon: first an attempt without answer for some, then the answer, or none at all.
void tell_follow_up(Story& story, int horizon) {
    auto& chance = story.chance;
    const auto window = answer_window(story.protocol.follow_up, story.exit, horizon);
    const int days = length(window) / 2;
    Day on = window.from + chance.below(days);
    if (chance.happens(400)) return;
    const auto ask = [&](Answer answer, int attempt) {
        tell(story, Event::follow_up, on, {said(Attribute::answer, answer), said(Attribute::horizon, horizon), said(Attribute::channel, one_of(chance, follow_up_channels)),
                                           said(Attribute::attempt, attempt)});
    };
    const bool silent = chance.happens(280);
    if (silent || chance.happens(60)) ask(one_of(chance, non_responses), 1);
    if (silent) return;
    on = on + chance.below(days);
    const int fate = chance.below(1000);
    if (fate < 12) return ask(fate < 8 ? Answer::retired : Answer::deceased, 2);
    ask(is_positive(story) ? one_of(chance, answers_in_work) : one_of(chance, answers_out_of_work), 2);
}

/// The physician's opinion shortly before an exit for unfitness. One choice a statement: the order of arguments is the compiler's.
void tell_opinion(Story& story) {
    const Day on = story.end - story.chance.below(15);
    const int examination = 1 + story.chance.below(2);
    const bool redeployment = story.chance.happens(400);
    tell(story, Event::unfitness_opinion, on, {said(Attribute::examination, examination), said(Attribute::redeployment_possible, redeployment)});
}

/// The second time: no new contact is needed, the worker is known.
void tell_second_episode(Story& story, Day on) {
    story.contact = on;
    story.entry = story.plan = story.exit = story.end = no_day;
    if (!tell_interview(story, on)) return;
    tell_support(story, story.entry);
    tell_exit(story);
}

/// Corrects the last event of a kind, some days later; the former entry needs an id for it.
void tell_amendment(Story& story, std::size_t corrected, std::string_view letter, std::optional<AttributeValue> change) {
    auto& entries = story.told.entries;
    const NameIndex id = story.names.index_of(std::string(letter) + std::to_string(story.case_number + 1));
    const Day known_from = std::max(entries[corrected].on, entries[corrected].recorded_on), on = known_from + 1 + story.chance.mostly_small(60);
    if (on > story.simulation.until) return;
    entries[corrected].id = id;
    PackedEntry amendment{.event = Event::amendment, .on = on};
    amendment.attributes.push_back({Attribute::amends, id});
    if (!change) amendment.attributes.push_back(said(Attribute::withdraw, true));
    if (change) {
        PackedEntry better = entries[corrected];
        for (auto& attribute : better.attributes)
            if (attribute.attribute == change->attribute) attribute.value = change->value;
        better.id = 0;
        better.recorded_on = on;
        amendment.replacement.push_back(std::move(better));
    }
    entries.push_back(std::move(amendment));
}

/// Where the first event of a kind stands in the story, or past its end.
std::size_t place_of(const Story& story, Event event) {
    const auto& entries = story.told.entries;
    return static_cast<std::size_t>(std::find_if(entries.begin(), entries.end(), [&](const PackedEntry& entry) { return entry.event == event; }) - entries.begin());
}

}  // namespace

void tell_exit(Story& story) {
    auto& chance = story.chance;
    if (chance.happens(60)) {  // dormant: nothing more is recorded
        story.end = no_day;
        return;
    }
    if (chance.happens(30)) {
        story.outcome = Outcome::drop_out;
        tell(story, Event::refusal, story.end, {said(Attribute::refusal_reason, RefusalReason::does_not_wish)});
    } else {
        story.outcome = one_of(chance, outcomes);
        if (story.outcome == Outcome::unfitness && chance.happens(700)) tell_opinion(story);
        tell(story, Event::outcome, story.end, {said(Attribute::outcome, story.outcome)});
    }
    story.exit = story.end;
    if (story.protocol.follow_up.except.contains(story.outcome)) return;
    for (const int horizon : story.protocol.follow_up.horizons) tell_follow_up(story, horizon);
}

void tell_return(Story& story) {
    auto& chance = story.chance;
    if (!known(story.end) || story.end >= story.simulation.until || !chance.happens(45)) return;
    if (known(story.exit) && story.protocol.follow_up.except.contains(story.outcome)) return;
    const Day on = story.end + 30 + chance.below(700);
    // Some services write a new referral form instead of reopening the file.
    if (chance.happens(120)) tell(story, Event::referral, on, {said(Attribute::origin, Origin::return_visit), said(Attribute::consent, true)});
    else tell(story, Event::reopening, on, {said(Attribute::reopening_reason, one_of(chance, reopening_reasons))});
    tell_second_episode(story, on);
}

void tell_slips(Story& story) {
    auto& chance = story.chance;
    const int slip = chance.below(1000);
    if (slip < 3 && known(story.exit)) {
        const int horizon = story.protocol.follow_up.horizons[0];
        tell(story, Event::follow_up, due_day(story.exit, horizon) - 31 - chance.below(60), {said(Attribute::answer, Answer::same_post), said(Attribute::horizon, horizon)});
    } else if (slip < 6 && known(story.entry)) {
        tell(story, Event::entry, story.entry + 1 + chance.below(60));
    } else if (slip < 8) {
        tell(story, Event::employer_contact, story.referral, {said(Attribute::channel, Channel::phone)});
    }
}

void tell_corrections(Story& story) {
    auto& chance = story.chance;
    const int which = chance.below(1000);
    if (which >= 25) return;
    const auto event = which < 12 ? Event::referral : which < 20 ? Event::outcome : Event::team_review;
    const std::size_t place = place_of(story, event);
    if (place == story.told.entries.size()) return;
    if (event == Event::referral) return tell_amendment(story, place, "r", said(Attribute::origin, Origin::on_request_worker));
    if (event == Event::team_review) return tell_amendment(story, place, "t", std::nullopt);
    const auto outcome = static_cast<Outcome>(*value_of(view_of(story.told.entries[place]), Attribute::outcome));
    if (outcome == Outcome::same_post) tell_amendment(story, place, "s", said(Attribute::outcome, Outcome::adapted_post));
    if (outcome == Outcome::unfitness) tell_amendment(story, place, "s", said(Attribute::outcome, Outcome::dismissal));
}

}  // namespace maintien::detail
