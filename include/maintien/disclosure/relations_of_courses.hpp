#pragma once
/// @file
/// Relations of the courses: who is followed from a referral, an entry or a stage, and what ends it.

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

/// Between two stages: over, running, or backwards.
inline void relate_delays(StratumKnowledge& known) {
    const auto& c = cells.courses;
    for (const auto& term : terms_of<Delay>) {
        const auto delay = index_of(term.value);
        known.same(known.at.stay(stay_of(term.value)), known.sum({c.delay_over[delay]}));
        known.same(known.at.stay(running_stay_of(term.value)), known.sum({c.delay_running[delay]}));
        known.within({cells.pending[delay]}, {c.delay_running[delay]});
        known.mostly({cells.negative_delay[delay]}, {c.delay_backwards[delay]});
        const CellSum followed{c.delay_over[delay], c.delay_running[delay], c.delay_backwards[delay]};
        const bool from_referral = term.value == Delay::referral_to_contact || term.value == Delay::referral_to_entry || term.value == Delay::referral_to_exit;
        if (from_referral) known.same(followed, {cells.referrals});
        else if (term.value == Delay::entry_to_plan) known.same(followed, {cells.entries});
        else known.likely_within(followed, {cells.referrals});
    }
    const auto pending = [&](Delay delay) { return cells.pending[index_of(delay)]; };
    known.within({pending(Delay::referral_to_contact)}, {pending(Delay::referral_to_entry)});
    known.within({pending(Delay::referral_to_entry)}, {pending(Delay::referral_to_exit)});
    known.usual(known.at.stay(stay_of(Delay::referral_to_entry)), known.sum({cells.entries}));
    known.usual(known.at.stay(stay_of(Delay::referral_to_exit)), known.sum({cells.exits}));
    const auto touched = plus(known.at.stay(stay_of(Delay::referral_to_contact)), known.sum({cells.negative_delay[index_of(Delay::referral_to_contact)]}));
    known.within(known.sum({cells.contact_within}), touched);
}

/// Whoever entered, refused or waits for the entry was referred; all but those who wait for the contact were in touch. Of those interviewed, the others
/// were turned away.
inline void relate_ends(StratumKnowledge& known, const CellSum& entered_refused_or_waiting) {
    const auto &over = cells.courses.delay_over, &running = cells.courses.delay_running, &backwards = cells.courses.delay_backwards;
    const auto contact = index_of(Delay::referral_to_contact), entry = index_of(Delay::interview_to_entry);
    known.likely_within(entered_refused_or_waiting, {cells.referrals});
    known.likely_within(entered_refused_or_waiting, {over[contact], cells.negative_delay[contact], cells.pending[contact]});
    known.likely_within(plus(known.sum({over[entry], running[entry], backwards[entry]}), known.sum({cells.entries, cells.pending[index_of(Delay::referral_to_entry)]})),
                        known.sum({over[entry], cells.negative_delay[entry], cells.pending[entry], cells.referrals}));
}

/// From stage to stage: as a rule whoever has come to one has come through those before, and waits for one only.
inline void relate_stages(StratumKnowledge& known) {
    const auto& c = cells.courses;
    const auto come = [&](Delay delay) { return CellSum{c.delay_over[index_of(delay)], cells.negative_delay[index_of(delay)]}; };
    const auto at_its_start = [&](Delay delay) { return CellSum{c.delay_over[index_of(delay)], c.delay_running[index_of(delay)], c.delay_backwards[index_of(delay)]}; };
    const auto pending = [](Delay delay) { return cells.pending[index_of(delay)]; };
    const auto come_or_pending = [&](Delay delay) { return CellSum{c.delay_over[index_of(delay)], cells.negative_delay[index_of(delay)], pending(delay)}; };
    const auto ongoing = cells.status.at(index_of(EntryStatus::ongoing));
    known.usual(come(Delay::referral_to_contact), at_its_start(Delay::contact_to_interview));
    known.usual(come(Delay::contact_to_interview), at_its_start(Delay::interview_to_entry));
    known.likely_within(at_its_start(Delay::interview_to_entry), at_its_start(Delay::contact_to_interview));
    for (const auto delay : {Delay::contact_to_interview, Delay::interview_to_entry}) known.usual(at_its_start(delay), {cells.referrals});
    known.likely_within(come(Delay::interview_to_entry), {cells.entries});
    for (const auto delay : {Delay::interview_to_entry, Delay::referral_to_entry}) known.usual(come(delay), {cells.entries});
    known.usual(come(Delay::referral_to_exit), {cells.exits});
    known.usual(come_or_pending(Delay::referral_to_exit), come_or_pending(Delay::referral_to_entry));
    known.usual({pending(Delay::referral_to_exit)}, {pending(Delay::referral_to_entry), ongoing});
    known.usual({pending(Delay::referral_to_entry)}, {pending(Delay::referral_to_contact), pending(Delay::contact_to_interview), pending(Delay::interview_to_entry)});
    known.likely_within({pending(Delay::entry_to_plan)}, {ongoing});
    relate_ends(known, {cells.entries, cells.refusals, pending(Delay::referral_to_entry)});
}

/// The courses but those of delays.
inline void relate_courses(StratumKnowledge& known) {
    relate_entry_course(known);
    relate_exit_course(known);
}

}  // namespace maintien::detail
