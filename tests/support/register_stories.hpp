// Small registers for tests: a case is told as a list of entries.
#pragma once

#include "maintien/case/packing.hpp"
#include "maintien/indicators/make_report.hpp"
#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"

#include <string>
#include <vector>

namespace stories {

using namespace maintien;

using test::on;

/// Adds a case told as entries to a register.
inline CaseIndex add_case(EventTable& table, const CaseKey& key, const std::vector<Entry>& entries) {
    const CaseIndex index = case_of(table, key);
    for (const Entry& entry : entries) {
        const auto row = packed(entry, table.names);
        add_row(table, index, view_of(row));
    }
    return index;
}

/// A referral of a day, agreed to by the worker.
inline Entry referral(Day day) { return on(day, Referral{.origin = Origin::pre_return_visit, .consent = true}); }

/// A file that was referred, entered and perhaps left.
inline std::vector<Entry> entered(Day referred, Day entry) {
    return {referral(referred), on(referred + 1, FirstContact{}), on(entry, EntryIntoCell{})};
}

/// The same file, left with an outcome.
inline std::vector<Entry> exited(Day referred, Day entry, Day exit, Outcome outcome) {
    auto entries = entered(referred, entry);
    entries.push_back(on(exit, OutcomeRecord{outcome}));
    return entries;
}

/// The register of AIST 43 on 12 November 2020: the counts of its published table, on invented days.
inline EventTable aist43_register() {
    EventTable table;
    int number = 0;
    const auto add = [&](const std::vector<Entry>& entries) { add_case(table, {"sst-demo", std::to_string(++number)}, entries); };
    const Day june = make_day(2020, 6, 1);
    for (int i = 0; i < 31; ++i) add(entered(june + i, june + i + 20));
    const std::vector<Outcome> outcomes{Outcome::adapted_post, Outcome::adapted_post, Outcome::adapted_post, Outcome::adapted_post,
                                        Outcome::external_post, Outcome::internal_redeployment, Outcome::internal_redeployment,
                                        Outcome::internal_redeployment, Outcome::business_creation, Outcome::unfitness, Outcome::invalidity};
    for (std::size_t i = 0; i < outcomes.size(); ++i) add(exited(june + 3, june + 10, june + 60 + static_cast<int>(i), outcomes[i]));
    add({referral(june), on(june + 9, Refusal{}), on(june + 9, OutcomeRecord{Outcome::unfitness})});
    while (number < 103) add({referral(june + number)});
    return table;
}

/// That register replayed under its own protocol, and the study of its period.
struct Aist43 {
    EventTable events = aist43_register();
    CaseTable table = replay(events, aist43_cme, {make_day(2020, 11, 12), no_day, 1});
    Study study = study_of(events, table, aist43_cme, {make_day(2020, 6, 1), make_day(2020, 11, 12)});
    std::vector<NamedService> services = services_of(study);
    Catalogue catalogue = catalogue_of(aist43_cme, services);
};

/// The report on that register, under its own protocol.
inline Report aist43_report(const std::vector<StratumKey>& by = {}) {
    return make_report(aist43_register(), aist43_cme, {.as_of = make_day(2020, 11, 12), .by = by, .threads = 1});
}

}  // namespace stories
