#pragma once
/// @file
/// Relations of the delays: who has come from one stage to the next, who waits, and what became of the others.

#include "maintien/disclosure/stratum_knowledge.hpp"

namespace maintien::detail {

/// Those who wait for the end of a delay.
constexpr CellRange pending(Delay delay) { return cells.pending[index_of(delay)]; }

/// Those who have come to the end of a delay, also before its start.
inline CellSum come(Delay delay) { return {cells.courses.delay_over[index_of(delay)], cells.negative_delay[index_of(delay)]}; }

/// Those who have come to the end of a delay or wait for it.
inline CellSum come_or_pending(Delay delay) { return {cells.courses.delay_over[index_of(delay)], cells.negative_delay[index_of(delay)], pending(delay)}; }

/// Those who have come to the start of a delay.
inline CellSum followed(Delay delay) {
    const auto& c = cells.courses;
    const auto i = index_of(delay);
    return {c.delay_over[i], c.delay_running[i], c.delay_backwards[i]};
}

/// One delay: over, running, or backwards.
inline void relate_delay(StratumKnowledge& known, Delay delay) {
    const auto& c = cells.courses;
    const auto i = index_of(delay);
    known.same(known.at.stay(stay_of(delay)), known.sum({c.delay_over[i]}));
    known.same(known.at.stay(running_stay_of(delay)), known.sum({c.delay_running[i]}));
    known.within({pending(delay)}, {c.delay_running[i]});
    known.mostly({cells.negative_delay[i]}, {c.delay_backwards[i]});
    const bool from_referral = delay == Delay::referral_to_contact || delay == Delay::referral_to_entry || delay == Delay::referral_to_exit;
    if (from_referral) known.same(followed(delay), {cells.referrals});
    else if (delay == Delay::entry_to_plan) known.same(followed(delay), {cells.entries});
    else known.likely_within(followed(delay), {cells.referrals});
}

/// Every delay, and those of which one holds the other.
inline void relate_delays(StratumKnowledge& known) {
    for (const auto& term : terms_of<Delay>) relate_delay(known, term.value);
    known.within({pending(Delay::referral_to_contact)}, {pending(Delay::referral_to_entry)});
    known.within({pending(Delay::referral_to_entry)}, {pending(Delay::referral_to_exit)});
    known.usual(known.at.stay(stay_of(Delay::referral_to_entry)), known.sum({cells.entries}));
    known.usual(known.at.stay(stay_of(Delay::referral_to_exit)), known.sum({cells.exits}));
    known.within({cells.contact_within}, come(Delay::referral_to_contact));
}

/// Whoever entered, refused or waits for the entry was referred; all but those who wait for the contact were in touch. Of those interviewed, the others
/// were turned away.
inline void relate_ends(StratumKnowledge& known) {
    const CellSum entered_refused_or_waiting{cells.entries, cells.refusals, pending(Delay::referral_to_entry)};
    known.likely_within(entered_refused_or_waiting, {cells.referrals});
    known.likely_within(entered_refused_or_waiting, come_or_pending(Delay::referral_to_contact));
    known.likely_within(plus(known.sum(followed(Delay::interview_to_entry)), known.sum({cells.entries, pending(Delay::referral_to_entry)})),
                        plus(known.sum(come_or_pending(Delay::interview_to_entry)), known.sum({cells.referrals})));
}

/// From stage to stage: as a rule whoever has come to one has come through those before, and waits for one only.
inline void relate_stages(StratumKnowledge& known) {
    const auto ongoing = cells.status.at(index_of(EntryStatus::ongoing));
    known.usual(come(Delay::referral_to_contact), followed(Delay::contact_to_interview));
    known.usual(come(Delay::contact_to_interview), followed(Delay::interview_to_entry));
    known.likely_within(followed(Delay::interview_to_entry), followed(Delay::contact_to_interview));
    for (const auto delay : {Delay::contact_to_interview, Delay::interview_to_entry}) known.usual(followed(delay), {cells.referrals});
    known.likely_within(come(Delay::interview_to_entry), {cells.entries});
    for (const auto delay : {Delay::interview_to_entry, Delay::referral_to_entry}) known.usual(come(delay), {cells.entries});
    known.usual(come(Delay::referral_to_exit), {cells.exits});
    known.usual(come_or_pending(Delay::referral_to_exit), come_or_pending(Delay::referral_to_entry));
    known.usual({pending(Delay::referral_to_exit)}, {pending(Delay::referral_to_entry), ongoing});
    known.usual({pending(Delay::referral_to_entry)}, {pending(Delay::referral_to_contact), pending(Delay::contact_to_interview), pending(Delay::interview_to_entry)});
    known.likely_within({pending(Delay::entry_to_plan)}, {ongoing});
    relate_ends(known);
}

}  // namespace maintien::detail
