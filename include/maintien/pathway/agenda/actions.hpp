#pragma once
/// @file
/// Actions of the plan on an agenda: what is to be done, trials and part-time work that end, what the law allows at most.

#include "maintien/pathway/agenda/facts.hpp"
#include "maintien/pathway/agenda/item.hpp"
#include "maintien/pathway/agenda/words.hpp"

namespace maintien {

namespace detail {

inline void append_measure(Sentence& title, const KnownAction& action) {
    append(title, "\u00A0: ", ": ");
    append(title, action.measure);
    if (action.partner == no_code) return;
    append(title, ", ");
    append(title, static_cast<Partner>(action.partner));
}

inline void add_action_due(std::vector<AgendaItem>& items, const KnownAction& action, const AgendaDay& day) {
    if (!known(action.due) || !listed_on(no_day, action.due, day)) return;
    auto item = item_of(AgendaRule::action_due, action.due, no_day, day);
    append_measure(item.title, action);
    if (action.actor != no_code) item.who = static_cast<Actor>(action.actor);
    item.computation = noted_in_words("échéance notée dans le plan", "due day noted in the plan", action.due);
    items.push_back(std::move(item));
}

/// An ending belongs on the agenda until its day: afterwards there is nothing left to end.
inline void add_ending(std::vector<AgendaItem>& items, AgendaRule rule, Day last, const AgendaDay& day) {
    if (!known(last) || last < day.as_of || !listed_on(no_day, last, day)) return;
    auto item = item_of(rule, last, no_day, day);
    item.computation = noted_in_words("dernier jour noté", "last day noted", last);
    items.push_back(std::move(item));
}

/// A measure that has no noted end, or one beyond what the law allows.
inline void add_legal_end(std::vector<AgendaItem>& items, AgendaRule rule, const KnownAction& action, Day allowed, Sentence said, const AgendaDay& day) {
    const bool beyond = known(action.ends_on) && action.ends_on > allowed;
    if (!known(allowed) || (known(action.ends_on) && !beyond) || !listed_on(no_day, allowed, day)) return;
    auto item = item_of(rule, allowed, no_day, day);
    item.computation = std::move(said);
    append(item.computation, " = ");
    append(item.computation, allowed);
    if (beyond) {
        next_clause(item.computation);
        append(item.computation, "fin notée au-delà, le ", "noted end beyond it, on ");
        append(item.computation, action.ends_on);
    }
    items.push_back(std::move(item));
}

/// The working days spent on trials that began before another; one without an end has lasted until the day before the other.
inline int trial_days_before(const AgendaFacts& facts, const KnownAction& trial, HolidayRegion region) {
    int used = 0;
    for (const auto& one : facts.actions) {
        if (one.measure != Measure::supervised_trial || one.progress == index_of(Progress::abandoned)) continue;
        if (!known(one.starts_on) || one.starts_on >= trial.starts_on) continue;
        const Day last = known(one.ends_on) ? std::min(one.ends_on, trial.starts_on - 1) : trial.starts_on - 1;
        used += working_days_between(one.starts_on - 1, last, region);
    }
    return used;
}

inline void add_trial(std::vector<AgendaItem>& items, const KnownAction& trial, const AgendaFacts& facts, const AgendaDay& day) {
    add_ending(items, AgendaRule::supervised_trial_ending, trial.ends_on, day);
    if (!known(trial.starts_on) || !version_in_force(LegalRule::supervised_trial, trial.starts_on)) return;
    const int used = trial_days_before(facts, trial, day.region);
    Sentence said = fact_in_words("premier jour de l'essai", "first day of the trial", trial.starts_on);
    append(said, ", 14 jours ouvrables, 28 au total, dont déjà pris\u00A0: ", ", 14 working days, 28 in total, of which already taken: ");
    append(said, std::to_string(used));
    add_legal_end(items, AgendaRule::supervised_trial_limit, trial, last_trial_day(trial.starts_on, used, day.region), std::move(said), day);
}

inline void add_retraining(std::vector<AgendaItem>& items, const KnownAction& action, const AgendaDay& day) {
    add_ending(items, AgendaRule::retraining_ending, action.ends_on, day);
    if (!known(action.starts_on)) return;
    Sentence said = fact_in_words("premier jour de la CRPE", "first day of the retraining", action.starts_on);
    append(said, ", 18 mois", ", 18 months");
    add_legal_end(items, AgendaRule::retraining_limit, action, last_retraining_day(action.starts_on), std::move(said), day);
}

}  // namespace detail

/// Adds what the actions of a file under way ask for; those done or abandoned ask for nothing.
inline void add_actions(std::vector<AgendaItem>& items, const AgendaFacts& facts, const AgendaDay& day) {
    if (!under_way(facts.position.current())) return;
    for (const auto& action : facts.actions) {
        if (is_over(action)) continue;
        detail::add_action_due(items, action, day);
        if (action.measure == Measure::supervised_trial) detail::add_trial(items, action, facts, day);
        if (action.measure == Measure::therapeutic_part_time) detail::add_ending(items, AgendaRule::therapeutic_part_time_ending, action.ends_on, day);
        if (action.measure == Measure::retraining_in_company) detail::add_retraining(items, action, day);
    }
}

}  // namespace maintien
