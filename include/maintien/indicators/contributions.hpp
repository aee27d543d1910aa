#pragma once
/// @file
/// What one episode adds to the figures: the definitions of docs/indicators.md, each written once.

#include "maintien/indicators/comparison_contributions.hpp"
#include "maintien/indicators/course_contributions.hpp"
#include "maintien/indicators/follow_up_contributions.hpp"
#include "maintien/indicators/plan_contributions.hpp"

namespace maintien {

// A sink takes what an episode adds: `count(cell, day)` adds one to a cell, `stay(which, days, day)` a duration,
// `once(cell, day, before)` one to a cell unless the episode was already counted there for the day `before`, and
// `left_service(positively, day)` an exit to the comparison of services. `day` is the
// day of the counted event, which tells the stratum when a register is divided by time.
namespace detail {

/// I01, I02, I05: referrals, re-referrals, referrals that entered.
template <class Sink>
void contribute_referral(const Study& study, const EpisodeFacts& e, Sink& sink) {
    if (!contains(study.period, e.R)) return;
    sink.count(cells.referrals, e.R);
    if (study.re_referral[e.row] != 0) sink.count(cells.re_referrals, e.R);
    if (known(e.entry_day)) sink.count(cells.referrals_entered, e.R);
}

/// I02: returns after a positive exit.
template <class Sink>
void contribute_return(const Study& study, const EpisodeFacts& e, Sink& sink) {
    if (!contains(study.period, e.X) || reading_of(study, e).polarity != Polarity::positive) return;
    if (e.X + 365 > study.table.last_day()) return sink.count(cells.positive_exits_not_mature, e.X);
    sink.count(cells.positive_exits_mature, e.X);
    if (study.returned[e.row] != 0) sink.count(cells.returned_after_positive, e.X);
}

/// Where an episode of the entry cohort stands at T.
inline EntryStatus status_of(const Study& study, const EpisodeFacts& e) {
    if (known(e.D)) return EntryStatus::refused;
    if (!known(e.X)) return EntryStatus::ongoing;
    switch (reading_of(study, e).polarity) {
        case Polarity::positive: return EntryStatus::positive;
        case Polarity::negative: return EntryStatus::negative;
        default: return EntryStatus::neutral;
    }
}

/// I07, I08, I08b, I08c: how an exit counts among the exits of a cohort.
template <class Sink>
void contribute_exit(const Study& study, const EpisodeFacts& e, const ExitCells& exits, Day day, Sink& sink) {
    const auto reading = reading_of(study, e);
    const std::size_t outcome = e.outcome == no_code ? count_of<Outcome> : e.outcome;
    if (refused_exit(study, e)) {
        sink.count(exits.refused, day);
        return sink.count(exits.outcome.at(outcome), day);
    }
    if (refused_neutrally(study, e)) return sink.count(exits.neutral_outcome.at(outcome), day);
    if (!known(e.X)) return;
    if (reading.polarity == Polarity::neutral) {
        sink.count(exits.neutral, day);
        return sink.count(exits.neutral_outcome.at(outcome), day);
    }
    sink.count(exits.outcome.at(outcome), day);
    sink.count(reading.polarity == Polarity::positive ? exits.positive : exits.negative, day);
    if (reading.polarity != Polarity::positive) return;
    if (reading.family == Family::company) sink.count(exits.in_company, day);
    if (reading.family == Family::elsewhere) sink.count(exits.elsewhere, day);
}

/// I08: entries observed for a fixed number of days.
template <class Sink>
void contribute_mature(const Study& study, const EpisodeFacts& e, Sink& sink) {
    const bool positive = known(e.X) && reading_of(study, e).polarity == Polarity::positive;
    for (std::size_t i = 0; i < mature_days.size(); ++i) {
        if (e.E + mature_days[i] > study.table.last_day()) {
            sink.count(cells.not_mature[i], e.E);
            continue;
        }
        sink.count(cells.mature[i], e.E);
        if (positive && e.X - e.E <= mature_days[i]) sink.count(cells.mature_positive[i], e.E);
    }
}

/// I04, I06 to I09: the entry cohort.
template <class Sink>
void contribute_entry(const Study& study, const EpisodeFacts& e, Sink& sink) {
    if (contains(study.period, e.E)) {
        sink.count(cells.entries, e.E);
        contribute_mature(study, e, sink);
        if (known(e.X)) sink.stay(Stay::of_entries, e.X - e.E, e.E);
    }
    if (!contains(study.period, e.entry_day)) return;
    sink.count(cells.broad_entries, e.entry_day);
    sink.count(cells.status.at(index_of(status_of(study, e))), e.entry_day);
    contribute_exit(study, e, cells.of_entries, e.entry_day, sink);
    const Day end = known(e.D) ? e.D : known(e.X) ? e.X : study.table.last_day();
    sink.stay(Stay::all, end - e.entry_day, e.entry_day);
}

/// I07 to I09, I17: what ended in the period.
template <class Sink>
void contribute_end(const Study& study, const EpisodeFacts& e, Sink& sink) {
    if (contains(study.period, e.D)) sink.count(cells.refusals, e.D);
    if (contains(study.period, e.exit_day)) contribute_exit(study, e, cells.of_period, e.exit_day, sink);
    if (!contains(study.period, e.X)) return;
    sink.count(cells.exits, e.X);
    sink.stay(Stay::of_exits, e.X - e.E, e.X);
}

/// I10: one delay between two stages.
template <class Sink>
void contribute_delay(const Study& study, const EpisodeFacts& e, Delay delay, Day from, Day to, Sink& sink) {
    if (!contains(study.period, from)) return;
    if (known(to) && to >= from) sink.stay(static_cast<Stay>(stay_of(delay)), to - from, from);
    if (known(to) && to < from) sink.count(cells.negative_delay[index_of(delay)], from);
    if (!known(to) && !known(end_of(e))) sink.count(cells.pending[index_of(delay)], from);
    contribute_delay_course(study, e, delay, from, to, sink);
}

/// I10: all delays.
template <class Sink>
void contribute_delays(const Study& study, const EpisodeFacts& e, Sink& sink) {
    contribute_delay(study, e, Delay::referral_to_contact, e.R, e.C, sink);
    contribute_delay(study, e, Delay::contact_to_interview, e.C, e.Q, sink);
    contribute_delay(study, e, Delay::referral_to_entry, e.R, e.E, sink);
    contribute_delay(study, e, Delay::interview_to_entry, e.Q, e.E, sink);
    contribute_delay(study, e, Delay::entry_to_plan, e.E, e.L, sink);
    contribute_delay(study, e, Delay::referral_to_exit, e.R, e.X, sink);
}

/// The days within which the worker should be in touch: the protocol's limit, 15 when it has none.
inline int contact_limit(const Protocol& protocol) {
    const auto* limit = limit_between(protocol, Milestone::referral, Milestone::contact);
    return limit && limit->unit == LimitUnit::days ? limit->length : 15;
}

/// I11: contact within the limit, in gross days.
template <class Sink>
void contribute_contact(const Study& study, const EpisodeFacts& e, int limit, Sink& sink) {
    if (!contains(study.period, e.R)) return;
    const bool within = known(e.C) && e.C - e.R <= limit;
    if (within) sink.count(cells.contact_within, e.R);
    if (e.R + limit > study.table.last_day()) return sink.count(cells.contact_not_mature, e.R);
    const bool closed_first = known(e.Z) && e.Z - e.R <= limit && (!known(e.C) || e.C > e.Z);
    if (closed_first) return sink.count(cells.closed_without_contact, e.R);
    sink.count(cells.contact_mature, e.R);
    if (within) sink.count(cells.contact_mature_within, e.R);
}

/// I09, I18: who is in the cell.
template <class Sink>
void contribute_caseload(const Study& study, const EpisodeFacts& e, Sink& sink) {
    if (!known(e.E)) return;
    const auto open_on = [&](Day day) { return e.E <= day && (!known(e.X) || day < e.X); };
    const Day last_day = study.table.last_day();
    if (open_on(study.period.from - 1)) sink.count(cells.opening, e.E);
    if (open_on(study.period.to < last_day ? study.period.to : last_day)) sink.count(cells.closing, e.E);
    if (open_on(last_day)) sink.stay(Stay::open_age, last_day - e.E, e.E);
}

/// Adds an episode to one distribution; a position past the codes is `unknown`.
template <class Sink>
void contribute_share(Distribution by, std::size_t code, Day day, Sink& sink) {
    const auto which = static_cast<std::size_t>(by);
    const std::size_t unknown = distributions[which].codes;
    sink.count(cells.distribution[which].at(code < unknown ? code : unknown), day);
}

/// A yes-or-no fact as a position: yes first.
constexpr std::size_t yes_first(std::uint8_t fact) { return fact == no_code ? no_code : 1u - fact; }

/// I19: what the referrals are divided by.
template <class Sink>
void contribute_distributions(const Study& study, const EpisodeFacts& e, Sink& sink) {
    if (!contains(study.period, e.R)) return;
    const auto& rows = study.table.episodes;
    const auto& cases = study.table.cases;
    contribute_share(Distribution::origin, rows.origin[e.row], e.R, sink);
    contribute_share(Distribution::by, rows.by[e.row], e.R, sink);
    contribute_share(Distribution::cause, rows.cause[e.row], e.R, sink);
    contribute_share(Distribution::nature, rows.nature[e.row], e.R, sink);
    contribute_share(Distribution::sex, cases.sex[e.case_index], e.R, sink);
    contribute_share(Distribution::age_band, age_band_at(study, e), e.R, sink);
    contribute_share(Distribution::sector, cases.sector[e.case_index], e.R, sink);
    contribute_share(Distribution::workforce, cases.workforce[e.case_index], e.R, sink);
    contribute_share(Distribution::occupation, cases.occupation[e.case_index], e.R, sink);
    contribute_share(Distribution::on_sick_leave, yes_first(rows.on_sick_leave[e.row]), e.R, sink);
    contribute_share(Distribution::disabled_worker, yes_first(cases.disabled_worker[e.case_index]), e.R, sink);
}

/// I22: appointments of the period.
template <class Sink>
void contribute_appointments(const Study& study, const EpisodeFacts& e, Sink& sink) {
    const auto& rows = study.table.facts.appointments;
    Day held_before = no_day;
    for (std::size_t i = study.first_appointment[e.row]; i < study.first_appointment[e.row + 1]; ++i) {
        const Day on = rows.on[i];
        if (!contains(study.period, on)) continue;
        if (rows.state[i] == AppointmentState::missed) sink.count(cells.appointments_missed, on);
        if (rows.state[i] == AppointmentState::cancelled) sink.count(cells.appointments_cancelled, on);
        if (rows.state[i] != AppointmentState::held) continue;
        sink.count(cells.appointments_held, on);
        sink.once(cells.episodes_with_appointment, on, held_before);
        held_before = on;
    }
}

}  // namespace detail

/// Adds everything one episode adds to the figures of a study. Counting and explaining use this same function.
template <class Sink>
void contribute(const Study& study, const EpisodeFacts& episode, Sink& sink) {
    detail::contribute_referral(study, episode, sink);
    detail::contribute_return(study, episode, sink);
    detail::contribute_entry(study, episode, sink);
    detail::contribute_end(study, episode, sink);
    detail::contribute_delays(study, episode, sink);
    detail::contribute_courses(study, episode, sink);
    detail::contribute_comparisons(study, episode, sink);
    detail::contribute_contact(study, episode, detail::contact_limit(study.protocol), sink);
    detail::contribute_caseload(study, episode, sink);
    detail::contribute_distributions(study, episode, sink);
    detail::contribute_follow_ups(study, episode, sink);
    detail::contribute_measures(study, episode, sink);
    detail::contribute_partners(study, episode, sink);
    detail::contribute_appointments(study, episode, sink);
}

}  // namespace maintien
