#pragma once
/// @file
/// Relations of the tables behind weighted and standardised figures: by age and sector, by family of the outcome and age.

#include <array>

#include "maintien/disclosure/stratum_knowledge.hpp"
#include "maintien/indicators/follow_up_rows.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien {

/// The tables that figures of a publication tell. A table that none tells is left out of the system: numbers that fit its margins always
/// exist, so that it binds nothing.
struct ToldTables {
    bool entered_mix = false;                      ///< referrals by age and sector
    bool positive_mix = false;                     ///< exits by age and sector
    std::array<bool, most_horizons> follow_up{};   ///< those to follow up by family and age, horizon by horizon

    /// Adds those of another report.
    void operator|=(const ToldTables& other) {
        entered_mix |= other.entered_mix;
        positive_mix |= other.positive_mix;
        for (std::size_t i = 0; i < most_horizons; ++i) follow_up[i] |= other.follow_up[i];
    }
};

/// The blocks of a table's cells.
inline std::vector<CellRange> blocks_of(const ToldTables& told) {
    std::vector<CellRange> blocks;
    if (told.entered_mix) blocks.insert(blocks.end(), {cells.entered_mix.counted, cells.entered_mix.measured});
    if (told.positive_mix) blocks.insert(blocks.end(), {cells.positive_mix.counted, cells.positive_mix.measured});
    for (std::size_t i = 0; i < most_horizons; ++i) {
        const auto& kinds = cells.follow_up[i].weighting;
        if (told.follow_up[i]) blocks.insert(blocks.end(), {kinds.employed, kinds.respondents, kinds.eligible});
    }
    return blocks;
}

/// The blocks of all tables.
inline const std::vector<CellRange>& all_table_blocks() {
    static const auto blocks = blocks_of({true, true, {true, true, true, true}});
    return blocks;
}

namespace detail {

/// Referrals by age and sector: their margins are distributions, their total is the referrals.
inline void relate_entered_mix(StratumKnowledge& known) {
    const auto& mix = cells.entered_mix;
    const auto by_age = cells.distribution[static_cast<std::size_t>(Distribution::age_band)], by_sector = cells.distribution[static_cast<std::size_t>(Distribution::sector)];
    for (std::size_t i = 0; i < mix_size; ++i) known.within({mix.counted.at(i)}, {mix.measured.at(i)});
    for (std::size_t age = 0; age <= count_of<AgeBand>; ++age) known.same({mix.measured.part(mix_place(age, 0), count_of<Sector> + 1)}, {by_age.at(age)});
    for (std::size_t sector = 0; sector <= count_of<Sector>; ++sector) {
        CountForm column;
        for (std::size_t age = 0; age <= count_of<AgeBand>; ++age) column = plus(std::move(column), known.sum({mix.measured.at(mix_place(age, sector))}));
        known.same(column, known.sum({by_sector.at(sector)}));
    }
    known.same({mix.counted}, {cells.referrals_entered});
}

/// Exits by age and sector: their totals are those of the rate; as a rule they are referrals that entered.
inline void relate_positive_mix(StratumKnowledge& known, bool beside_entered) {
    const auto& mix = cells.positive_mix;
    const auto& exits = cells.of_entries;
    for (std::size_t i = 0; i < mix_size; ++i) {
        known.within({mix.counted.at(i)}, {mix.measured.at(i)});
        if (beside_entered) known.likely_within({mix.measured.at(i)}, {cells.entered_mix.counted.at(i)});
    }
    known.same({mix.counted}, {exits.positive});
    known.same({mix.measured}, {exits.positive, exits.negative, exits.refused});
}

/// Those to follow up by family of the outcome and age: their totals, and who left positively.
inline void relate_kinds(StratumKnowledge& known, const FollowUpCells& horizon, const Protocol& protocol) {
    const auto group = groups_of(horizon.ends), positive = groups_of(horizon.positive_ends);
    const auto& kinds = horizon.weighting;
    for (std::size_t i = 0; i < WeightingRanges::kinds; ++i) {
        known.within({kinds.employed.at(i)}, {kinds.respondents.at(i)});
        known.within({kinds.respondents.at(i)}, {kinds.eligible.at(i)});
    }
    known.same({kinds.employed}, {horizon.answers.part(0, employed_answers)});
    known.same({kinds.respondents}, {group.answered});
    known.same({kinds.eligible}, {group.eligible});
    std::array<bool, count_of<Family> + 1> left_positively{};
    for (const auto& reading : protocol.outcomes)
        if (reading.polarity == Polarity::positive) left_positively[reading.family ? index_of(*reading.family) : count_of<Family>] = true;
    CountForm employed, respondents, eligible;
    for (std::size_t family = 0; family <= count_of<Family>; ++family) {
        if (!left_positively[family]) continue;
        const auto of_family = [&](CellRange range) { return known.sum({range.part(family * WeightingRanges::ages, WeightingRanges::ages)}); };
        employed = plus(std::move(employed), of_family(kinds.employed));
        respondents = plus(std::move(respondents), of_family(kinds.respondents));
        eligible = plus(std::move(eligible), of_family(kinds.eligible));
    }
    known.mostly(known.sum({horizon.positive_employed}), employed);
    known.mostly(known.sum({positive.answered}), respondents);
    known.mostly(known.sum({positive.eligible}), eligible);
}

}  // namespace detail

/// What the definitions tell of the tables that are told of a stratum.
inline StratumKnowledge known_of_tables(StratumCounts at, const Protocol& protocol, const ToldTables& told) {
    StratumKnowledge known{.at = at};
    if (told.entered_mix) detail::relate_entered_mix(known);
    if (told.positive_mix) detail::relate_positive_mix(known, told.entered_mix);
    for (std::size_t i = 0; i < protocol.follow_up.horizons.size(); ++i)
        if (told.follow_up[i]) detail::relate_kinds(known, cells.follow_up[i], protocol);
    return known;
}

}  // namespace maintien
