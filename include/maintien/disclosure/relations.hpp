#pragma once
/// @file
/// Relations between the cells of a report that follow from the definitions alone, so that every reader knows them.

#include "maintien/disclosure/count_system.hpp"
#include "maintien/indicators/cell.hpp"
#include "maintien/indicators/day_counts.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien {

/// The cells whose relations are written down here are the first, up to this one.
inline constexpr std::size_t related_cells = cells.episodes_with_appointment.end();

/// How many counts a stratum has: its cells, how many cases each of its day tables holds, its persons.
inline constexpr std::uint32_t counts_of_stratum = cells.total + static_cast<std::uint32_t>(stay_count) + 1;

/// The counts of one stratum in a system: its cells first, then its day tables, then its persons.
struct StratumCounts {
    std::uint32_t first = 0;  ///< the position of its first count

    /// The sum of some cells.
    CountForm cells_in(const CellSum& sum) const {
        CountForm form;
        for (const auto& range : sum)
            for (std::uint32_t i = range.first; i < range.end(); ++i) form.push_back({first + i, 1});
        return tidy(std::move(form));
    }
    /// How many cases a day table holds.
    CountForm stay(std::size_t which) const { return {{first + cells.total + static_cast<std::uint32_t>(which), 1}}; }
    /// How many persons were referred.
    CountForm persons() const { return {{first + counts_of_stratum - 1, 1}}; }
};

namespace detail {

/// Two sums that are the same as a rule: when the period begins with the first referral, when a refused file has no outcome.
using UsuallySame = std::vector<std::pair<CountForm, CountForm>>;

/// Adds what is known of one stratum: `same` and `within` by definition, `usual` as a rule.
struct StratumRelations {
    CountSystem& system;
    StratumCounts at;
    UsuallySame& usually;

    CountForm sum(const CellSum& range) const { return at.cells_in(range); }
    void same(const CellSum& a, const CellSum& b) const { relate_equal(system, sum(a), sum(b)); }
    void same(const CountForm& a, const CountForm& b) const { relate_equal(system, a, b); }
    void within(const CellSum& a, const CellSum& b) const { relate_at_most(system, sum(a), sum(b)); }
    void within(const CountForm& a, const CountForm& b) const { relate_at_most(system, a, b); }
    void usual(const CellSum& a, const CellSum& b) const { usually.emplace_back(sum(a), sum(b)); }
    void usual(const CountForm& a, const CountForm& b) const { usually.emplace_back(a, b); }
    /// A part of a whole, and as a rule all of it.
    void mostly(const CountForm& a, const CountForm& b) const {
        within(a, b);
        usual(a, b);
    }
};

inline CellRange status_cell(EntryStatus status) { return cells.status.at(index_of(status)); }

/// Referrals, their divisions, contact.
inline void relate_referrals(const StratumRelations& known) {
    for (const auto& range : cells.distribution) known.same({range}, {cells.referrals});
    known.same({cells.contact_mature, cells.contact_not_mature, cells.closed_without_contact}, {cells.referrals});
    known.within({cells.contact_within}, {cells.referrals});
    known.within({cells.contact_mature_within}, {cells.contact_within});
    known.within({cells.contact_mature_within}, {cells.contact_mature});
    known.within({cells.contact_within}, {cells.contact_mature_within, cells.contact_not_mature, cells.closed_without_contact});
    known.within({cells.re_referrals}, {cells.referrals});
    known.within({cells.referrals_entered}, {cells.referrals});
    known.within(known.at.persons(), known.at.cells_in({cells.referrals}));
    known.usual({cells.referrals_entered}, {cells.broad_entries});
    known.within({cells.episodes_with_appointment}, {cells.appointments_held});
}

/// The exits of one cohort by outcome, and by polarity and family.
inline void relate_exits(const StratumRelations& known, const Protocol& protocol, const ExitCells& exits) {
    const auto add_outcomes = [&](auto&& wanted) {
        CountForm form;
        for (std::size_t o = 0; o < count_of<Outcome>; ++o)
            if (wanted(protocol.outcomes[o])) form.push_back({known.at.first + exits.outcome.at(o).first, 1});
        return form;
    };
    known.same({exits.outcome}, {exits.positive, exits.negative, exits.refused});
    known.mostly(known.sum({exits.positive}), add_outcomes([](const OutcomeReading& reading) { return reading.polarity == Polarity::positive; }));
    known.mostly(known.sum({exits.negative}), add_outcomes([](const OutcomeReading& reading) { return reading.polarity == Polarity::negative; }));
    known.mostly(known.sum({exits.outcome.at(count_of<Outcome>)}), known.sum({exits.refused}));
    known.mostly(known.sum({exits.neutral}), known.sum({exits.neutral_outcome}));
    known.mostly(known.sum({exits.in_company, exits.elsewhere}), known.sum({exits.positive}));
    const auto of_family = [&](Family family) {
        return add_outcomes([family](const OutcomeReading& reading) { return reading.polarity == Polarity::positive && reading.family == family; });
    };
    known.mostly(known.sum({exits.in_company}), of_family(Family::company));
    known.mostly(known.sum({exits.elsewhere}), of_family(Family::elsewhere));
}

/// Entries, where they stand, how long they have been observed.
inline void relate_entries(const StratumRelations& known) {
    const auto& exits = cells.of_entries;
    known.same({cells.status}, {cells.broad_entries});
    known.same({status_cell(EntryStatus::positive)}, {exits.positive});
    known.same({status_cell(EntryStatus::negative)}, {exits.negative});
    known.same({status_cell(EntryStatus::neutral)}, {exits.neutral});
    known.mostly(known.sum({exits.refused}), known.sum({status_cell(EntryStatus::refused)}));
    known.same({cells.entries, status_cell(EntryStatus::refused)}, {cells.broad_entries});
    known.usual({status_cell(EntryStatus::refused)}, {cells.refusals});
    for (std::size_t i = 0; i < mature_days.size(); ++i) {
        known.same({cells.mature[i], cells.not_mature[i]}, {cells.entries});
        known.within({cells.mature_positive[i]}, {cells.mature[i]});
        known.within({cells.mature_positive[i]}, {exits.positive});
        if (i > 0) known.within({cells.mature[i]}, {cells.mature[i - 1]});
    }
}

/// The exits of the period beside those of the entry cohort, returns, the caseload.
inline void relate_period(const StratumRelations& known) {
    const auto &cohort = cells.of_entries, &period = cells.of_period;
    for (std::size_t o = 0; o <= count_of<Outcome>; ++o) known.usual({cohort.outcome.at(o)}, {period.outcome.at(o)});
    for (std::size_t o = 0; o < count_of<Outcome>; ++o) known.usual({cohort.neutral_outcome.at(o)}, {period.neutral_outcome.at(o)});
    known.usual({cohort.positive}, {period.positive});
    known.usual({cohort.negative}, {period.negative});
    known.usual({cohort.neutral}, {period.neutral});
    known.usual({cohort.refused}, {period.refused});
    known.usual({cohort.in_company}, {period.in_company});
    known.usual({cohort.elsewhere}, {period.elsewhere});
    known.same({period.positive, period.negative, period.neutral}, {cells.exits});
    known.usual({period.refused}, {cells.refusals});
    known.same({cells.positive_exits_mature, cells.positive_exits_not_mature}, {period.positive});
    known.within({cells.returned_after_positive}, {cells.positive_exits_mature});
    known.same({cells.opening, cells.entries}, {cells.closing, cells.exits});
    known.usual({status_cell(EntryStatus::ongoing)}, {cells.closing});
}

/// How many cases the day tables hold.
inline void relate_stays(const StratumRelations& known) {
    const auto stay = [&](Stay which) { return known.at.stay(static_cast<std::size_t>(which)); };
    known.same(stay(Stay::all), known.sum({cells.broad_entries}));
    known.same(stay(Stay::of_exits), known.sum({cells.exits}));
    known.same(stay(Stay::of_entries), known.sum({cells.of_entries.positive, cells.of_entries.negative, cells.of_entries.neutral}));
    known.same(stay(Stay::open_age), known.sum({cells.closing}));
    known.usual(stay(Stay::open_age), known.sum({status_cell(EntryStatus::ongoing)}));
    for (const auto& term : terms_of<Delay>) {
        const auto delay = index_of(term.value);
        auto measured = known.at.stay(stay_of(term.value));
        known.within(measured, known.sum({term.value == Delay::entry_to_plan ? cells.entries : cells.referrals}));
        const auto others = known.sum({cells.negative_delay[delay], cells.pending[delay]});
        measured.insert(measured.end(), others.begin(), others.end());
        known.within(tidy(measured), known.sum({term.value == Delay::entry_to_plan ? cells.entries : cells.referrals}));
    }
    const auto pending = [&](Delay delay) { return cells.pending[index_of(delay)]; };
    known.within({pending(Delay::referral_to_contact)}, {pending(Delay::referral_to_entry)});
    known.within({pending(Delay::referral_to_entry)}, {pending(Delay::referral_to_exit)});
    const auto until_entry = known.at.stay(stay_of(Delay::referral_to_entry)), left = known.at.stay(stay_of(Delay::referral_to_exit));
    known.usual(until_entry, known.sum({cells.entries}));
    known.usual(left, known.sum({cells.exits}));
}

}  // namespace detail

/// Adds what the definitions tell of the strata of a report: sums that are the same, parts of wholes. What is so only as a
/// rule (a period that begins with the first referral, a refused file without outcome) is added where it is so in every
/// stratum, since a reader may guess it.
inline void relate_all_strata(CountSystem& system, const std::vector<StratumCounts>& strata, const Protocol& protocol) {
    std::vector<detail::UsuallySame> usually(strata.size());
    for (std::size_t s = 0; s < strata.size(); ++s) {
        const detail::StratumRelations known{system, strata[s], usually[s]};
        detail::relate_referrals(known);
        detail::relate_exits(known, protocol, cells.of_entries);
        detail::relate_exits(known, protocol, cells.of_period);
        detail::relate_entries(known);
        detail::relate_period(known);
        detail::relate_stays(known);
    }
    for (std::size_t i = 0; i < usually[0].size(); ++i) {
        const auto holds = [&](const detail::UsuallySame& of) { return value_of(of[i].first, system.truth) == value_of(of[i].second, system.truth); };
        if (!std::all_of(usually.begin(), usually.end(), holds)) continue;
        for (const auto& of : usually) relate_equal(system, of[i].first, of[i].second);
    }
}

}  // namespace maintien
