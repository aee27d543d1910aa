#pragma once
/// @file
/// Persons: distinct workers among the referrals.

#include <map>

#include "maintien/indicators/tally.hpp"
#include "maintien/indicators/worker_links.hpp"

namespace maintien {

/// How many distinct persons were referred: in the whole register, and in each stratum.
struct PersonCounts {
    std::int64_t whole = 0;                      ///< in the whole register
    std::map<StratumCodes, std::int64_t> parts{};  ///< in each stratum
};

namespace detail {

/// The number of distinct values, which are put in order.
inline std::int64_t distinct(std::vector<std::uint64_t>& values) {
    std::sort(values.begin(), values.end());
    return std::unique(values.begin(), values.end()) - values.begin();
}

}  // namespace detail

/// Counts the distinct persons among the referrals of a study's period; a case without a worker's pseudonym is a person of its own.
inline PersonCounts persons_referred(const Study& study, const std::vector<StratumKey>& keys) {
    std::vector<std::uint64_t> whole;
    std::map<StratumCodes, std::vector<std::uint64_t>> parts;
    for (std::size_t row = 0; row < study.table.episodes.size(); ++row) {
        const auto episode = episode_at(study, row);
        if (!contains(study.period, episode.R)) continue;
        const auto person = detail::person_of(study, episode.case_index);
        whole.push_back(person);
        if (keys.empty()) continue;
        StratumCodes codes;
        for (const auto key : keys) codes.push_back(stratum_code(study, episode, key, episode.R));
        parts[codes].push_back(person);
    }
    PersonCounts counts{.whole = detail::distinct(whole)};
    for (auto& [codes, persons] : parts) counts.parts[codes] = detail::distinct(persons);
    return counts;
}

}  // namespace maintien
