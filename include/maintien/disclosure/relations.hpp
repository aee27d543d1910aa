#pragma once
/// @file
/// Relations between the cells of a report that follow from the definitions alone, so that every reader knows them.

#include "maintien/disclosure/relations_of_courses.hpp"
#include "maintien/disclosure/relations_of_delays.hpp"
#include "maintien/disclosure/relations_of_follow_up.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien {

namespace detail {

inline CellRange status_cell(EntryStatus status) { return cells.status.at(index_of(status)); }

/// Referrals, their divisions, contact.
inline void relate_referrals(StratumKnowledge& known) {
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
inline void relate_exits(StratumKnowledge& known, const Protocol& protocol, const ExitCells& exits) {
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
inline void relate_entries(StratumKnowledge& known) {
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
inline void relate_period(StratumKnowledge& known) {
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
inline void relate_stays(StratumKnowledge& known) {
    const auto stay = [&](Stay which) { return known.at.stay(which); };
    known.same(stay(Stay::all), known.sum({cells.broad_entries}));
    known.same(stay(Stay::of_exits), known.sum({cells.exits}));
    known.same(stay(Stay::of_entries), known.sum({cells.of_entries.positive, cells.of_entries.negative, cells.of_entries.neutral}));
    known.usual(stay(Stay::open_age), known.sum({cells.closing}));
    known.usual(stay(Stay::open_age), known.sum({status_cell(EntryStatus::ongoing)}));
}

/// Measures and partners: each is counted once an episode.
inline void relate_plans(StratumKnowledge& known) {
    constexpr std::size_t recommended = recommendations;
    known.within({cells.recommended_and_done}, {cells.measures.part(0, recommended)});
    for (std::size_t i = 0; i < count_of<Measure>; ++i) known.likely_within({cells.measures.at(i)}, {cells.referrals});
    for (std::size_t i = 0; i < count_of<Partner>; ++i) known.likely_within({cells.partners.at(i)}, {cells.referrals});
}

}  // namespace detail

/// How much of a stratum's counts is related.
enum class RelatedPart : std::uint8_t {
    all,             ///< everything
    without_curves,  ///< everything but the courses from the referral and from the entry
    plain,           ///< neither these nor follow-up, measures and partners
    nothing          ///< nothing but its referrals
};

/// How much of the strata of a report is published beside the whole. The more strata there are, the longer the search for worlds takes over everything.
/// What is not published of them binds nothing: the people of the whole can be dealt out to the strata in any way that gives each its own.
enum class PublishedStrata : std::uint8_t {
    all,    ///< everything
    plain,  ///< neither curves nor follow-up, measures and partners; the whole without its curves
    none    ///< nothing but which there are; the whole with everything
};

/// With so many strata at most everything is tried of each.
inline constexpr std::size_t most_strata_in_full = 6;

/// How much of a stratum is related; the first is the whole.
constexpr RelatedPart related_part(PublishedStrata published, std::size_t stratum) {
    if (published == PublishedStrata::plain) return stratum == 0 ? RelatedPart::without_curves : RelatedPart::plain;
    return stratum == 0 || published == PublishedStrata::all ? RelatedPart::all : RelatedPart::nothing;
}

/// What the definitions tell of the counts of a stratum under a protocol: sums that are the same, parts of wholes. The tables by age, sector and kind
/// stand apart (`relations_of_tables.hpp`): they are related when a figure tells them.
inline StratumKnowledge known_of(StratumCounts at, const Protocol& protocol, RelatedPart part = RelatedPart::all) {
    StratumKnowledge known{.at = at};
    if (part == RelatedPart::nothing) return known;
    detail::relate_referrals(known);
    detail::relate_exits(known, protocol, cells.of_entries);
    detail::relate_exits(known, protocol, cells.of_period);
    detail::relate_entries(known);
    detail::relate_period(known);
    detail::relate_stays(known);
    detail::relate_delays(known);
    detail::relate_stages(known);
    if (part == RelatedPart::all) detail::relate_courses(known);
    if (part == RelatedPart::plain) return known;
    detail::relate_follow_up(known, protocol);
    detail::relate_plans(known);
    return known;
}

}  // namespace maintien
