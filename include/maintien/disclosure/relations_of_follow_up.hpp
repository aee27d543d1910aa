#pragma once
/// @file
/// Relations of the follow-up: who left, who answered, who is in work.

#include "maintien/disclosure/stratum_knowledge.hpp"
#include "maintien/indicators/follow_up_rows.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien::detail {

/// The exits of the period with an outcome that is followed or, otherwise, is not; refused files with such an outcome are among them.
inline CountForm exits_followed(const StratumKnowledge& known, const FollowUpSchedule& schedule, bool followed) {
    CountForm form;
    for (const auto& term : terms_of<Outcome>)
        if (schedule.except.contains(term.value) != followed)
            form = plus(std::move(form), known.sum({cells.of_period.outcome.at(index_of(term.value)), cells.of_period.neutral_outcome.at(index_of(term.value))}));
    return form;
}

/// One horizon: everybody ends somehow, who answered said something, the positive exits are among all.
inline void relate_horizon(StratumKnowledge& known, const FollowUpCells& horizon) {
    const auto answered = index_of(FollowUpEnd::answered);
    for (std::size_t end = 0; end < count_of<FollowUpEnd>; ++end) known.within({horizon.positive_ends.at(end)}, {horizon.ends.at(end)});
    known.same({horizon.answers}, {horizon.ends.at(answered)});
    known.within({horizon.positive_employed}, {horizon.positive_ends.at(answered)});
    known.within({horizon.positive_employed}, {horizon.answers.part(0, employed_answers)});
    known.within({horizon.positive_ends.at(answered)}, {horizon.positive_employed, horizon.answers.part(employed_answers, substantive_answers - employed_answers)});
}

/// A horizon after another: the same exits; what was not due at the earlier one is not at the later; the dead stay dead.
inline void relate_horizons(StratumKnowledge& known, const FollowUpCells& earlier, const FollowUpCells& later) {
    const auto pending = index_of(FollowUpEnd::pending);
    known.same({later.ends}, {earlier.ends});
    known.same({later.positive_ends}, {earlier.positive_ends});
    known.within({earlier.ends.at(pending)}, {later.ends.at(pending)});
    known.within({earlier.positive_ends.at(pending)}, {later.positive_ends.at(pending)});
    for (const auto end : {FollowUpEnd::deceased, FollowUpEnd::retired})
        known.likely_within({earlier.ends.at(index_of(end))}, {later.ends.at(index_of(end)), later.ends.at(pending)});
}

/// The exits of the period that are followed, horizon by horizon.
inline void relate_follow_up(StratumKnowledge& known, const Protocol& protocol) {
    const auto& schedule = protocol.follow_up;
    for (std::size_t i = 0; i < schedule.horizons.size(); ++i) {
        relate_horizon(known, cells.follow_up[i]);
        if (i > 0) relate_horizons(known, cells.follow_up[i - 1], cells.follow_up[i]);
    }
    if (schedule.horizons.empty()) return;
    const auto followed = known.sum({cells.follow_up[0].ends}), all = known.sum({cells.exits});
    known.mostly(followed, exits_followed(known, schedule, true));
    known.within(all, plus(followed, exits_followed(known, schedule, false)));
    known.usual(all, plus(followed, exits_followed(known, schedule, false)));
    known.within(followed, all);
    known.mostly(known.sum({cells.follow_up[0].positive_ends}), known.sum({cells.of_period.positive}));
}

}  // namespace maintien::detail
