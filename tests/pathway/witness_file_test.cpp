#include "maintien/pathway/witness_file.hpp"

#include <gtest/gtest.h>

#include "maintien/pathway/advance.hpp"
#include "maintien/pathway/entry_mark.hpp"
#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;

/// A position that stands for a situation, on a day.
Position position_like(const Situation& s, Day day) {
    Position position = new_position();
    auto& episode = position.current();
    episode.stage = s.stage.stage();
    episode.before_suspension = s.before_suspension.stage();
    for (const auto& term : terms_of<Milestone>)
        if (s.has(term.value)) maintien::detail::reach(episode, term.value, day);
    if (s.has(Milestone::outcome)) episode.outcome = static_cast<std::uint8_t>(index_of(s.followed ? Outcome::drop_out : Outcome::death));
    return position;
}

/// What the rules could see in a position.
Situation situation_like(const Position& position, const RuleView& view) {
    Situation s;
    const auto& episode = position.current();
    if (episode.stage) s.stage = *episode.stage;
    if (episode.before_suspension) s.before_suspension = *episode.before_suspension;
    for (const auto& term : terms_of<Milestone>)
        if (known(episode.day_of(term.value)) && (view.watched & bit_of(term.value)) != 0) s.reached |= bit_of(term.value);
    return s;
}

TEST(WitnessFile, SaysInEntriesWhatAFormSays) {
    EventForm form{Event::action};
    form.at(FormSlot::code) = static_cast<std::uint8_t>(index_of(Measure::employer_meeting));
    form.at(FormSlot::actor) = static_cast<std::uint8_t>(index_of(Actor::employer));
    form.at(FormSlot::by) = static_cast<std::uint8_t>(index_of(Actor::case_manager));
    const Entry entry = entry_of({.on = make_day(2024, 1, 2), .form = form});
    const auto& action = std::get<Action>(entry.fact);
    EXPECT_EQ(action.measure, Measure::employer_meeting);
    EXPECT_EQ(action.actor, Actor::employer);
    EXPECT_EQ(action.partner, std::nullopt);
    EXPECT_EQ(entry.by, Actor::case_manager);
}

TEST(WitnessFile, SaysTheYearOfBirthOnceWhereAnAgeMatters) {
    const Witness witness{.steps = {{.on = make_day(2024, 1, 2)}, {.on = make_day(2024, 1, 3), .form = {Event::team_review}}}, .age = 50};
    const CaseFile file = file_of(witness, "w");
    EXPECT_EQ(file.entries[0].about.birth_year, 1974);
    EXPECT_EQ(file.entries[1].about.birth_year, std::nullopt);
    EXPECT_EQ(std::get<Referral>(file.entries[0].fact).consent, true);
}

TEST(WitnessFile, MovesInTheAbstractAsTheEngineMovesInFact) {
    MilestoneSet all = 0;
    for (const auto& term : terms_of<Milestone>) all |= bit_of(term.value);
    const Exploration found = explored(common_core, nullptr, all);
    const Day day = make_day(2024, 1, 1);
    for (const auto& s : found.situations)
        for (const auto& form : found.view.forms) {
            const Ruling ruling = ruling_on(found.view, s, form, common_core);
            if (!ruling.allowed() || form.event == Event::follow_up || s.stage == StagePlace(Stage::closed)) continue;
            Position position = position_like(s, day);
            advance(position, mark_of(entry_of({.on = day + 1, .form = form})), common_core);
            const auto judged_alone = situation_like(position, found.view);
            const Situation after = led_on(found.view, s, form, *ruling.row);
            ASSERT_EQ(judged_alone.reached, after.reached) << code_of(form.event);
        }
}

}  // namespace
