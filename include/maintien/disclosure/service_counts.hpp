#pragma once
/// @file
/// Where the exits by service stand in a system of counts.

#include "maintien/disclosure/stratum_knowledge.hpp"
#include "maintien/indicators/state.hpp"

namespace maintien {

/// The exits of the entry cohort by service, of every stratum of a report: two counts for each service, positive exits, then exits in all.
struct ServiceCounts {
    std::uint32_t first = 0;     ///< the position of the first count
    std::uint32_t services = 0;  ///< how many services

    /// How many left a service positively.
    CountForm positive(std::size_t stratum, std::size_t service) const { return {{place(stratum, service), 1}}; }
    /// How many left a service, as the rate counts them.
    CountForm left(std::size_t stratum, std::size_t service) const { return {{place(stratum, service) + 1, 1}}; }

private:
    std::uint32_t place(std::size_t stratum, std::size_t service) const { return first + 2 * static_cast<std::uint32_t>(stratum * services + service); }
};

/// Adds the exits by service of the strata of a state, the whole first.
inline ServiceCounts add_service_counts(CountSystem& system, const State& state) {
    const ServiceCounts added{static_cast<std::uint32_t>(system.truth.size()), static_cast<std::uint32_t>(state.services.size())};
    for (std::size_t s = 0; s <= state.strata.size(); ++s) {
        const auto& shares = (s == 0 ? state.whole : state.strata[s - 1]).tally.services;
        for (std::size_t service = 0; service < state.services.size(); ++service) {
            const auto found = shares.find(static_cast<StratumCode>(service));
            const auto share = found == shares.end() ? ServiceShare{} : found->second;
            system.truth.insert(system.truth.end(), {share.x, share.n});
        }
    }
    return added;
}

/// What everybody knows of the exits by service of one stratum: they add up to its exits; a stratum that is a service has no other's.
inline void know_services(StratumKnowledge& known, const ServiceCounts& services, const State& state, std::size_t stratum) {
    CountForm positive, left;
    for (std::size_t service = 0; service < services.services; ++service) {
        known.within(services.positive(stratum, service), services.left(stratum, service));
        positive.push_back(services.positive(stratum, service)[0]);
        left.push_back(services.left(stratum, service)[0]);
        for (std::size_t key = 0; stratum > 0 && key < state.by.size(); ++key)
            if (state.by[key] == StratumKey::service && state.strata[stratum - 1].by[key] != state.services[service]) known.same(services.left(stratum, service), {});
    }
    const auto& exits = cells.of_entries;
    known.same(positive, known.sum({exits.positive}));
    known.same(left, known.sum({exits.positive, exits.negative, exits.refused}));
}

}  // namespace maintien
