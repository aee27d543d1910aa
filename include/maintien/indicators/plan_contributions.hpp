#pragma once
/// @file
/// What an episode adds to the figures of measures and partners (I20, I21).

#include "maintien/indicators/cell.hpp"
#include "maintien/indicators/study.hpp"

namespace maintien::detail {

/// I20: measures first seen in the period, and recommendations done by T.
template <class Sink>
void contribute_measures(const Study& study, const EpisodeFacts& e, Sink& sink) {
    const auto& rows = study.table.facts.measures;
    for (std::size_t i = study.first_measure[e.row]; i < study.first_measure[e.row + 1]; ++i) {
        const Day seen = rows.first_seen[i];
        if (!contains(study.period, seen)) continue;
        sink.count(cells.measures.at(rows.measure[i]), seen);
        if (rows.done[i] != 0 && is_recommendation(static_cast<Measure>(rows.measure[i]))) sink.count(cells.recommended_and_done, seen);
    }
}

/// I21: partners at work in the period; each once an episode, and once in each stratum of time.
template <class Sink>
void contribute_partners(const Study& study, const EpisodeFacts& e, Sink& sink) {
    const auto& rows = study.table.facts.partners;
    std::array<Day, count_of<Partner>> before{};
    for (std::size_t i = study.first_partner[e.row]; i < study.first_partner[e.row + 1]; ++i) {
        const Day on = rows.on[i];
        if (!contains(study.period, on)) continue;
        sink.once(cells.partners.at(rows.partner[i]), on, before[rows.partner[i]]);
        before[rows.partner[i]] = on;
    }
}

}  // namespace maintien::detail
