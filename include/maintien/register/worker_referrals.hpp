#pragma once
/// @file
/// The referrals of a register by worker, for those who look at workers before any case.

#include <iterator>
#include <string>
#include <vector>

#include "maintien/identification/worker_referral.hpp"
#include "maintien/pathway/replay_one.hpp"
#include "maintien/register/case_walk.hpp"

namespace maintien {

namespace detail {

/// What one thread needs to find the referrals of cases one after the other.
struct ReferralDesk {
    Position position{};        ///< the case at hand
    std::vector<Mark> marks{};  ///< its marks
};

/// Adds the referrals of the case on the desk, whose marks are in canonical order.
inline void add_referrals(ReferralDesk& desk, const CaseKey& key, std::string_view worker, const Protocol& protocol, std::vector<WorkerReferral>& found) {
    begin_case(desk.position);
    replay_one(desk.position, std::span<const Mark>(desk.marks), protocol, [](std::size_t, const Judgement&) {});
    for (const auto& episode : desk.position.episodes) {
        const Day on = episode.day_of(Milestone::referral);
        if (known(on)) found.push_back({{std::string(worker)}, on, {std::string(key.service)}, {std::string(key.case_id)}, end_of(episode)});
    }
}

}  // namespace detail

/// The referrals and reopenings of every worker whose pseudonym a case gives, as they were known on a day: facts dated or
/// recorded later are masked. It is no statistic and looks at all cases, also of workers who object to statistics.
inline std::vector<WorkerReferral> worker_referrals(const EventTable& table, const Protocol& protocol, Day as_of, unsigned threads = 0) {
    CaseColumns cases = unknown_cases(table.cases());
    auto parts = walk_cases<detail::ReferralDesk, std::vector<WorkerReferral>>(
        table, mask_of(as_of, as_of), threads, cases, [&](detail::ReferralDesk& desk, std::vector<WorkerReferral>& found, CaseIndex index, std::span<const DatedMark> marks) {
            if (cases.worker[index] == 0) return;
            desk.marks.clear();
            for (const auto& mark : marks) desk.marks.push_back(mark.mark);
            detail::add_referrals(desk, key_of(table, index), table.names.text_of(cases.worker[index]), protocol, found);
        });
    std::vector<WorkerReferral> all;
    for (auto& part : parts) std::move(part.begin(), part.end(), std::back_inserter(all));
    return all;
}

}  // namespace maintien
