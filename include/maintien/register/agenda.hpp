#pragma once
/// @file
/// The agenda of a register: every case's, and what only shows across cases.

#include <iterator>
#include <map>
#include <utility>

#include "maintien/pathway/agenda.hpp"
#include "maintien/register/case_walk.hpp"

namespace maintien {

namespace detail {

/// A file under way, for what shows only across cases.
struct OpenFile {
    std::string service{};   ///< its service
    std::string case_id{};   ///< its number
    std::string manager{};   ///< its case manager, empty when not known
    std::string worker{};    ///< its worker, empty when not known
    bool suspended = false;  ///< whether it is suspended
};

/// What was found in one bucket of cases.
struct AgendaFound {
    std::vector<AgendaItem> items{};   ///< the items of the cases
    std::vector<OpenFile> open{};      ///< the files under way
};

/// Adds how many files each manager of each service holds.
inline void add_caseloads(std::vector<AgendaItem>& items, const std::vector<OpenFile>& open, const AgendaDay& day) {
    std::map<std::pair<std::string, std::string>, std::pair<int, int>> loads;
    for (const auto& file : open) {
        auto& [files, suspended] = loads[{file.service, file.manager}];
        ++files;
        suspended += file.suspended ? 1 : 0;
    }
    for (const auto& [whose, load] : loads) {
        auto item = item_of(AgendaRule::caseload, no_day, no_day, day);
        item.service = whose.first;
        item.manager = whose.second;
        append(item.title, item.manager.empty() ? ", sans chargé de maintien" : ", " + item.manager, item.manager.empty() ? ", without a case manager" : ", " + item.manager);
        append(item.title, "\u00A0: " + std::to_string(load.first), ": " + std::to_string(load.first));
        if (load.second > 0) append(item.title, ", dont suspendus\u00A0: " + std::to_string(load.second), ", of which suspended: " + std::to_string(load.second));
        item.computation = fact_in_words("dossiers en cours", "files under way", day.as_of);
        items.push_back(std::move(item));
    }
}

inline std::string file_in_words(const OpenFile& file) { return (file.service.empty() ? "" : file.service + "/") + file.case_id; }

/// Adds an item to every file under way whose worker has another one.
inline void add_duplicates(std::vector<AgendaItem>& items, const std::vector<OpenFile>& open, const AgendaDay& day) {
    std::map<std::string_view, std::vector<const OpenFile*>> by_worker;
    for (const auto& file : open)
        if (!file.worker.empty()) by_worker[file.worker].push_back(&file);
    for (const auto& [worker, files] : by_worker) {
        for (const auto* file : files) {
            if (files.size() < 2) break;
            auto item = item_of(AgendaRule::duplicate, no_day, no_day, day);
            item.service = file->service;
            item.case_id = file->case_id;
            item.manager = file->manager;
            item.computation = sentence_of("aussi en cours\u00A0:", "also under way:");
            for (const auto* other : files)
                if (other != file) append(item.computation, " " + file_in_words(*other));
            items.push_back(std::move(item));
        }
    }
}

}  // namespace detail

/// The agenda of a register on a day, sorted. It is work on files and looks at all cases, those of workers who object to statistics too. The result
/// depends neither on the order of rows nor on the number of threads.
inline Agenda agenda_of(const EventTable& table, const ProtocolVersions& protocol, const AgendaDay& day, unsigned threads = 0, const Headway& headway = {}) {
    CaseColumns cases = unknown_cases(table.cases());
    struct Desk {};
    auto parts = walk_cases<Desk, detail::AgendaFound>(
        table, mask_of(day.as_of, no_day), threads, cases, [&](Desk&, detail::AgendaFound& found, CaseIndex index, std::span<const DatedMark> marks) {
            const AgendaFacts facts = read_agenda_facts<EventTable>(marks, table, cases.birth_year[index], protocol);
            auto items = agenda_items(facts, protocol, day);
            std::move(items.begin(), items.end(), std::back_inserter(found.items));
            if (under_way(facts.position.current())) found.open.push_back({facts.service, facts.case_id, facts.manager, facts.worker, is_suspended(facts)});
        },
        headway);
    Agenda agenda{.protocol = std::string(latest(protocol).name), .as_of = day.as_of};
    std::vector<detail::OpenFile> open;
    for (auto& part : parts) {
        std::move(part.items.begin(), part.items.end(), std::back_inserter(agenda.items));
        std::move(part.open.begin(), part.open.end(), std::back_inserter(open));
    }
    std::sort(open.begin(), open.end(), [](const auto& a, const auto& b) { return std::tie(a.service, a.case_id) < std::tie(b.service, b.case_id); });
    detail::add_caseloads(agenda.items, open, day);
    detail::add_duplicates(agenda.items, open, day);
    sort_agenda(agenda.items);
    return agenda;
}

}  // namespace maintien
