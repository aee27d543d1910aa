#pragma once
/// @file
/// Relations of the courses: who is followed from a referral or an entry, and what ends it.

#include "maintien/disclosure/stratum_knowledge.hpp"

namespace maintien::detail {

/// From the referral: entered by a day, refused, closed, still waiting.
inline void relate_entry_course(StratumKnowledge& known) {
    const auto& c = cells.courses;
    known.same({c.entered_by, c.entry_not_come, c.before_referral}, {cells.referrals});
    known.same(known.at.stay(Stay::referral_to_entering), known.sum({c.entered_by}));
    const auto not_entering = plus(known.at.stay(Stay::referral_to_refusing), known.at.stay(Stay::referral_to_closing));
    known.same(plus(not_entering, known.at.stay(Stay::referral_to_now)), known.sum({c.entry_not_come}));
    known.same(known.at.stay(Stay::referral_to_now), known.sum({cells.pending[index_of(Delay::referral_to_entry)]}));
    known.mostly(known.sum({c.entered_by}), known.at.stay(stay_of(Delay::referral_to_entry)));
    known.mostly({c.entered_by}, {cells.referrals_entered});
    known.usual({c.entered_by}, {cells.entries});
    known.usual(known.at.stay(Stay::referral_to_refusing), known.sum({cells.refusals}));
    known.likely_within({c.before_referral}, {cells.negative_delay[index_of(Delay::referral_to_entry)]});
}

/// From the entry: left positively or otherwise by a day, still in the cell or transferred.
inline void relate_exit_course(StratumKnowledge& known) {
    const auto& c = cells.courses;
    const auto& exits = cells.of_entries;
    const auto stay = [&](Stay which) { return known.at.stay(which); };
    const auto transferred = plus(known.sum({exits.outcome.at(index_of(Outcome::transferred))}), known.sum({exits.neutral_outcome.at(index_of(Outcome::transferred))}));
    known.same({c.positive_by, c.otherwise_by, c.still_in_cell}, {cells.entries});
    known.same(stay(Stay::entry_to_positive), known.sum({c.positive_by}));
    known.same(plus(stay(Stay::entry_to_negative), stay(Stay::entry_to_neutral)), known.sum({c.otherwise_by}));
    known.same(stay(Stay::entry_to_now), known.sum({c.still_in_cell}));
    known.mostly(known.sum({c.positive_by}), known.sum({exits.positive}));
    known.mostly(stay(Stay::entry_to_negative), known.sum({exits.negative}));
    known.mostly(stay(Stay::entry_to_neutral), known.sum({exits.neutral}));
    known.within(known.sum({c.positive_by, c.otherwise_by}), stay(Stay::of_entries));
    known.within(stay(Stay::of_entries), plus(known.sum({c.positive_by, c.otherwise_by}), transferred));
    const auto ongoing = known.sum({cells.status.at(index_of(EntryStatus::ongoing))});
    known.mostly(stay(Stay::entry_to_now), plus(ongoing, transferred));
    for (std::size_t i = 0; i < mature_days.size(); ++i) {
        const auto shortly = known.at.seen_shortly(i);
        known.within(known.sum({cells.mature_positive[i]}), known.sum({c.positive_by.part(0, i + 1)}));
        known.likely_within(known.sum({c.positive_by.part(0, i + 1)}), known.sum({cells.mature_positive[i], cells.not_mature[i]}));
        known.within(shortly, i + 1 < mature_days.size() ? known.at.seen_shortly(i + 1) : stay(Stay::entry_to_now));
        known.within(shortly, plus(known.sum({cells.not_mature[i]}), transferred));
        known.within(stay(Stay::entry_to_now), plus(plus(shortly, known.sum({cells.mature[i]})), transferred));
    }
}

/// The courses from the referral and from the entry.
inline void relate_courses(StratumKnowledge& known) {
    relate_entry_course(known);
    relate_exit_course(known);
}

}  // namespace maintien::detail
