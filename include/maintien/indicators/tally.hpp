#pragma once
/// @file
/// Tallies: the integer tables behind a report, by stratum. Tallies of parts add up to the tally of the whole.

#include <array>
#include <map>
#include <utility>
#include <vector>

#include "maintien/indicators/funnel.hpp"
#include "maintien/indicators/stratum_key.hpp"
#include "maintien/register/parallel.hpp"

namespace maintien {

/// The positive exits and the exits of the entry cohort by service, for comparing services.
using ServiceShares = std::map<StratumCode, ServiceShare>;

/// The integers of one stratum.
struct StratumTally {
    std::vector<std::int64_t> counts = std::vector<std::int64_t>(cells.total, 0);  ///< the cells
    std::array<DayCounts, stay_count> stays{};                                     ///< the day tables
    ServiceShares services{};                                                      ///< the exits by service; of the whole every service, of a stratum those with exits

    /// Adds another tally of the same stratum.
    void operator+=(const StratumTally& other) {
        for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += other.counts[i];
        for (std::size_t i = 0; i < stays.size(); ++i) stays[i] += other.stays[i];
        for (const auto& [service, share] : other.services) services[service] += share;
    }
};

/// Where a stratum falls under each key.
using StratumCodes = std::vector<StratumCode>;

/// The integers of a register: of the whole, and of every observed stratum.
struct Tally {
    std::vector<StratumKey> keys{};              ///< what the register is divided by
    StratumTally whole{};                        ///< the whole register
    std::map<StratumCodes, StratumTally> parts{};  ///< the observed strata
};

/// The sum of some cells.
inline std::int64_t sum_of(const StratumTally& tally, const CellSum& sum) {
    std::int64_t total = 0;
    for (const auto& range : sum)
        for (std::size_t i = range.first; i < range.end(); ++i) total += tally.counts[i];
    return total;
}

namespace detail {

/// The sink that counts: it finds the stratum of each counted event.
class TallySink {
public:
    TallySink(const Study& study, Tally& tally) : study_(study), tally_(tally) {
        for (const auto key : tally.keys) timed_ = timed_ || divides_time(key);
    }

    /// Goes on to the next episode.
    void begin(const EpisodeFacts& episode) {
        episode_ = &episode;
        strata_.clear();
        const auto service = stratum_code(study_, episode, StratumKey::service, no_day);
        if (!in_whole_ || service != service_) in_whole_ = &tally_.whole.services[service_ = service];
    }

    /// Adds one to a cell.
    void count(CellRange cell, Day day) {
        ++tally_.whole.counts[cell.first];
        if (!tally_.keys.empty()) ++stratum_at(day).counts[cell.first];
    }

    /// Adds a duration.
    void stay(Stay which, int days, Day day) {
        const auto table = static_cast<std::size_t>(which);
        tally_.whole.stays[table].add(days);
        if (!tally_.keys.empty()) stratum_at(day).stays[table].add(days);
    }

    /// Adds an exit to its service.
    void left_service(bool positively, Day day) {
        const ServiceShare exit{positively ? 1 : 0, 1};
        *in_whole_ += exit;
        if (!tally_.keys.empty()) stratum_at(day).services[service_] += exit;
    }

    /// Adds one to a cell, unless the episode was already counted there for the day `before`.
    void once(CellRange cell, Day day, Day before) {
        if (!known(before)) return count(cell, day);
        if (tally_.keys.empty() || !timed_) return;
        const auto* counted = &stratum_at(before);
        auto& stratum = stratum_at(day);
        if (&stratum != counted) ++stratum.counts[cell.first];
    }

private:
    /// The stratum of something counted on `day`; those an episode falls into are few, and looked up once.
    StratumTally& stratum_at(Day day) {
        const Day span = timed_ ? day : no_day;
        for (const auto& [known_span, stratum] : strata_)
            if (known_span == span) return *stratum;
        codes_.clear();
        for (const auto key : tally_.keys) codes_.push_back(stratum_code(study_, *episode_, key, day));
        if (strata_.size() == most_looked_up) strata_.clear();
        strata_.emplace_back(span, &tally_.parts[codes_]);
        return *strata_.back().second;
    }

    static constexpr std::size_t most_looked_up = 32;

    const Study& study_;
    Tally& tally_;
    const EpisodeFacts* episode_ = nullptr;
    std::vector<std::pair<Day, StratumTally*>> strata_{};
    StratumCodes codes_{};
    bool timed_ = false;
    StratumCode service_ = unknown_stratum;
    ServiceShare* in_whole_ = nullptr;
};

/// Puts the day tables in order.
inline void merge_stays(Tally& tally) {
    for (auto& stay : tally.whole.stays) stay.merge();
    for (auto& [codes, part] : tally.parts)
        for (auto& stay : part.stays) stay.merge();
}

/// Counts the episodes [first, last).
inline Tally tally_slice(const Study& study, const std::vector<StratumKey>& keys, std::size_t first, std::size_t last) {
    Tally tally{.keys = keys};
    TallySink sink(study, tally);
    for (std::size_t row = first; row < last; ++row) {
        const auto episode = episode_at(study, row);
        sink.begin(episode);
        contribute(study, episode, sink);
    }
    merge_stays(tally);
    return tally;
}

}  // namespace detail

/// Adds the tally of other cases, divided by the same keys.
inline void add_tally(Tally& all, const Tally& part) {
    all.whole += part.whole;
    for (const auto& [codes, tally] : part.parts) all.parts[codes] += tally;
}

/// The integers behind the report of a study.
inline Tally tally_of(const Study& study, const std::vector<StratumKey>& keys, unsigned threads) {
    const std::size_t slices = thread_count(threads), rows = study.table.episodes.size();
    std::vector<Tally> tallies(slices);
    in_parallel(slices, static_cast<unsigned>(slices), [&](std::size_t i, unsigned) {
        tallies[i] = detail::tally_slice(study, keys, rows * i / slices, rows * (i + 1) / slices);
    });
    Tally all{.keys = keys};
    for (const auto& tally : tallies) add_tally(all, tally);
    return all;
}

}  // namespace maintien
