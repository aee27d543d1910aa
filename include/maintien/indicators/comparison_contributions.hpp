#pragma once
/// @file
/// What one episode adds to the comparisons: its rates by age and sector, and by service.

#include "maintien/indicators/cell.hpp"
#include "maintien/indicators/study.hpp"

namespace maintien::detail {

/// The place of an episode in a mix: the worker's age at referral and the employer's sector.
inline std::size_t mix_place_of(const Study& study, const EpisodeFacts& e) {
    return mix_place(age_band_at(study, e), study.table.cases.sector[e.case_index]);
}

/// I15, I16: referrals that entered, and the exits of the entry cohort with the positive ones among them.
template <class Sink>
void contribute_comparisons(const Study& study, const EpisodeFacts& e, Sink& sink) {
    if (contains(study.period, e.R)) {
        sink.count(cells.entered_mix.measured.at(mix_place_of(study, e)), e.R);
        if (known(e.entry_day)) sink.count(cells.entered_mix.counted.at(mix_place_of(study, e)), e.R);
    }
    if (!contains(study.period, e.entry_day)) return;
    const auto polarity = reading_of(study, e).polarity;
    const bool refused = refused_exit(study, e), left = !known(e.D) && known(e.X) && polarity != Polarity::neutral;
    if (!left && !refused) return;
    const bool positively = left && polarity == Polarity::positive;
    sink.count(cells.positive_mix.measured.at(mix_place_of(study, e)), e.entry_day);
    if (positively) sink.count(cells.positive_mix.counted.at(mix_place_of(study, e)), e.entry_day);
    sink.left_service(positively, e.entry_day);
}

}  // namespace maintien::detail
