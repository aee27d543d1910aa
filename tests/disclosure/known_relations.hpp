#pragma once
// What the definitions tell of a report's counts, and what of it does not hold; random registers to ask.

#include <sstream>

#include "maintien/disclosure/outlook.hpp"
#include "maintien/disclosure/report_system.hpp"
#include "support/engine_register.hpp"
#include "support/random_register.hpp"
#include "support/register_stories.hpp"

namespace maintien {

/// The counts of a report as a system knows them, without any row.
struct ReportCounts {
    CountSystem system{};
    std::vector<StratumCounts> strata{};
    ServiceCounts services{};

    explicit ReportCounts(const CountedReport& counted) {
        for (std::size_t s = 0; s < counted.report.strata.size(); ++s) {
            strata.push_back({static_cast<std::uint32_t>(system.truth.size())});
            add_counts_of(system, counted.stratum(s).tally, counted.stratum(s).persons.value_or(0));
        }
        services = add_service_counts(system, counted.state);
    }
};

/// Says which sums of a stratum should be related and are not, by the names of their cells.
inline std::string in_words(const StratumKnowledge& knowledge, const KnownRelation& known, const std::vector<std::int64_t>& truth) {
    std::ostringstream out;
    const auto tell = [&](const CountForm& form) {
        for (const auto& [count, times] : form) {
            const auto place = count - knowledge.at.first;
            std::string name = "count " + std::to_string(place);
            for (const auto& block : cell_names)
                if (block.range.first <= place && place < block.range.end()) name = name_of(block) + "[" + std::to_string(place - block.range.first) + "]";
            if (place >= cells.total && place < cells.total + stay_count) name = "stay " + std::string(stay_names[place - cells.total]);
            if (truth[count] != 0) out << " " << times << "*" << name << "=" << truth[count];
        }
    };
    tell(known.a);
    out << (known.same ? " ==" : " <=");
    tell(known.b);
    return out.str();
}

/// What should hold by definition and does not; empty when all does.
inline std::string broken(const CountedReport& counted) {
    ReportCounts counts(counted);
    std::string found;
    const auto look = [&](const StratumKnowledge& knowledge) {
        for (const auto& known : knowledge.always)
            if (!known.holds(counts.system.truth)) found += in_words(knowledge, known, counts.system.truth) + "\n";
    };
    for (std::size_t s = 0; s < counts.strata.size(); ++s) {
        look(known_of(counts.strata[s], *counted.protocol));
        look(known_of_tables(counts.strata[s], *counted.protocol, {true, true, {true, true, true, true}}));
        StratumKnowledge of_services{.at = counts.strata[s]};
        know_services(of_services, counts.services, counted.state, s);
        look(of_services);
    }
    return found;
}

/// Whether the count of one cell follows from other cells that are told, for who knows the definitions.
inline bool tells_by_definition(const std::vector<CellRange>& told, CellRange asked) {
    const stories::Aist43 cell;
    const auto counted = counted_report_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .threads = 1}, "aist43_cme");
    ReportCounts counts(counted);
    relate(counts.system, {known_of(counts.strata[0], aist43_cme)});
    for (const auto& range : told)
        for (std::size_t i = 0; i < range.count; ++i) counts.system.rows.push_back({.says = {sum_place(counts.system, counts.strata[0].cells_in({range.at(i)}))}});
    return Outlook(counts.system).settled(false)[counts.strata[0].cells_in({asked})[0].first] == 1;
}

/// The report on the random register of a seed, divided by sex or service or not at all.
inline CountedReport random_counted(std::uint64_t seed) {
    const auto entries = slow::register_of_seed(seed);
    const auto asked = slow::question_of_seed(entries, seed);
    auto question = engine::question_of(asked);
    question.by = seed % 3 == 0 ? std::vector<StratumKey>{} : std::vector{seed % 3 == 1 ? StratumKey::sex : StratumKey::service};
    question.threads = 1;
    const auto events = engine::table_of(entries);
    const auto& versions = built_in_versions(asked.protocol);
    const auto table = replay(events, versions, {question.as_of, question.known_on, 1});
    return counted_report_of(events, table, latest(versions), question, latest(versions).name);
}

}  // namespace maintien
