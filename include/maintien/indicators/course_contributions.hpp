#pragma once
/// @file
/// What one episode adds to the courses: how long until which end, or how long it was seen without any.

#include <algorithm>

#include "maintien/indicators/cell.hpp"
#include "maintien/indicators/day_counts.hpp"
#include "maintien/indicators/study.hpp"

namespace maintien::detail {

/// I05: from the referral until the first of entry, refusal and closing; T ends what is seen of those still waiting.
template <class Sink>
void contribute_entry_course(const Study& study, const EpisodeFacts& e, Sink& sink) {
    if (!contains(study.period, e.R)) return;
    Stay end = Stay::referral_to_now;
    Day on = no_day;
    const auto ends = [&](Day day, Stay stay) {
        if (known(day) && (!known(on) || day < on)) on = day, end = stay;
    };
    ends(e.E, Stay::referral_to_entering);
    ends(e.D, Stay::referral_to_refusing);
    ends(e.Z, Stay::referral_to_closing);
    const int days = (known(on) ? on : study.table.last_day()) - e.R;
    if (days < 0) return sink.count(cells.courses.before_referral, e.R);
    sink.stay(end, days, e.R);
    if (end == Stay::referral_to_entering) sink.count(cells.courses.entered_by.at(horizon_holding(entry_days, days)), e.R);
    else sink.count(cells.courses.entry_not_come, e.R);
}

/// I08, I09: from the entry until the exit; a transfer ends what is seen of an episode, as T does.
template <class Sink>
void contribute_exit_course(const Study& study, const EpisodeFacts& e, Sink& sink) {
    if (!contains(study.period, e.E)) return;
    if (!known(e.X) || e.outcome == index_of(Outcome::transferred)) {
        sink.stay(Stay::entry_to_now, (known(e.X) ? e.X : study.table.last_day()) - e.E, e.E);
        return sink.count(cells.courses.still_in_cell, e.E);
    }
    const int days = e.X - e.E;
    const auto polarity = reading_of(study, e).polarity;
    const auto by = horizon_holding(mature_days, days);
    sink.stay(polarity == Polarity::positive ? Stay::entry_to_positive : polarity == Polarity::negative ? Stay::entry_to_negative : Stay::entry_to_neutral, days, e.E);
    sink.count((polarity == Polarity::positive ? cells.courses.positive_by : cells.courses.otherwise_by).at(by), e.E);
}

/// I10: the course of one delay. A recorded second day is always its end; without one the end of the file, or T, ends what is seen.
template <class Sink>
void contribute_delay_course(const Study& study, const EpisodeFacts& e, Delay delay, Day from, Day to, Sink& sink) {
    if (!contains(study.period, from)) return;
    const auto which = index_of(delay);
    Day seen_until = study.table.last_day();
    for (const Day end : {e.D, e.Z, e.X})
        if (known(end)) seen_until = std::min(seen_until, end);
    if ((known(to) ? to : seen_until) < from) return sink.count(cells.courses.delay_backwards[which], from);
    if (known(to)) return sink.count(cells.courses.delay_over[which], from);
    sink.stay(static_cast<Stay>(running_stay_of(delay)), seen_until - from, from);
    sink.count(cells.courses.delay_running[which], from);
}

/// All courses but those of delays, which come with the delays.
template <class Sink>
void contribute_courses(const Study& study, const EpisodeFacts& e, Sink& sink) {
    contribute_entry_course(study, e, sink);
    contribute_exit_course(study, e, sink);
}

}  // namespace maintien::detail
