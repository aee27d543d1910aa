// Several services of one département under the common core of MT2i, each with its own way of working: what each is late with, then
// the figures of each and of all. NAME.jsonl holds a service's events; NAME.protocol.json, when there is one, its own way of working.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>

#include "maintien/indicators/percentage.hpp"
#include "maintien/io/events.hpp"
#include "maintien/io/protocol_document.hpp"
#include "maintien/maintien.hpp"
#include "maintien/register/check.hpp"

using namespace maintien;

namespace {

constexpr Language fr = Language::fr;
const std::string together = "tous services";  // after the names of the services

/// What a service is late with on a day, and what was expected of it and is missing, under its own rules.
void write_service(std::filesystem::path name, Day day) {
    const io::Source source{name.string()};
    const auto events = io::read_events(std::span(&source, 1)).table;
    name.replace_extension("protocol.json");
    const auto rules = std::filesystem::exists(name) ? io::read_protocol({name.string()}) : io::LoadedProtocol{{}, mt2i_pspme};
    std::cout << key_of(events, 0).service << " : " << rules.protocol.title.fr << '\n';
    for (const auto& item : agenda_of(events, rules.protocol, {.as_of = day}).items)
        if (item.late_days > 0)
            std::cout << "  " << item.case_id << ", " << item.title.fr << " : " << item.late_days << " jours de retard. "
                      << item.computation.fr << '\n';
    for (const auto& deviation : check(events, rules.protocol, day).deviations)
        std::cout << "  " << deviation.case_id << ", " << label_of(deviation.severity, fr) << " : "
                  << deviation.reasons.front().fr << '\n';
}

/// How many of how many, by line of the table, then by service.
using Shares = std::map<std::string, std::map<std::string, std::pair<int, int>>>;

void add(Shares& shares, const std::string& line, const std::string& service, bool yes) {
    for (const auto& column : {service, together}) {
        shares[line][column].first += yes ? 1 : 0;
        shares[line][column].second += 1;
    }
}

/// Whether a relay was answered, on its day or later.
bool answered(const CaseFile& file, const Entry& sent) {
    return std::any_of(file.entries.begin(), file.entries.end(), [&](const Entry& entry) {
        const auto* relay = std::get_if<Relay>(&entry.fact);
        return relay && relay->partner == std::get<Relay>(sent.fact).partner && relay->state == RelayState::answered && entry.on >= sent.on;
    });
}

/// Whether a worker said on a day to be employed.
bool employed(const CaseFile& file, int horizon, Day day) {
    return std::any_of(file.entries.begin(), file.entries.end(), [&](const Entry& entry) {
        const auto* said = std::get_if<FollowUp>(&entry.fact);
        return said && entry.on == day && said->horizon == horizon && class_of(said->answer) == AnswerClass::employed;
    });
}

/// Counts the relay sheets of a file, and the answers at each horizon of the exits whose time to answer is over.
void add_file(Shares& shares, const CaseFile& file, Day day) {
    const auto& [service, schedule] = std::pair{file.service.text, mt2i_pspme.follow_up};
    for (const Entry& entry : file.entries)
        if (const auto* relay = std::get_if<Relay>(&entry.fact); relay && relay->state == RelayState::sent)
            add(shares, "Relais suivis d'une réponse, " + std::string(label_of(relay->partner, fr)), service, answered(file, entry));
    for (const Episode& episode : position_of(file, mt2i_pspme, day).episodes)
        for (std::size_t i = 0; i < schedule.horizons.size(); ++i) {
            const Day exit = episode.day_of(Milestone::exit), answer = episode.answered[i];
            const auto when = " à " + std::to_string(schedule.horizons[i]) + " mois";
            if (!known(exit) || answer_window(schedule, exit, schedule.horizons[i]).to > day) continue;
            add(shares, "Réponse" + when, service, known(answer));
            if (!known(answer)) continue;
            add(shares, "En emploi" + when + ", parmi les réponses", service, employed(file, schedule.horizons[i], answer));
        }
}

/// Adds a figure of the report: of each service, then of the whole register.
void add_figure(Shares& shares, const Report& report, const std::string& line, std::string_view indicator,
                std::string_view variant) {
    for (std::uint32_t s = 0; s < report.strata.size(); ++s) {
        const auto* row = find_row(report, indicator, variant, {}, s);
        auto& share = shares[line][s == 0 ? together : report.strata[s].front().value];
        share = {static_cast<int>(*row->numerator), static_cast<int>(*row->denominator)};
    }
}

void write_table(const Shares& shares) {
    for (const auto& [line, by_service] : shares) {
        std::cout << line << '\n';
        for (const auto& [column, share] : by_service)
            if (share.second > 0)
                std::cout << "  " << column << " : " << share.first << " sur " << share.second << ", " << percentage(share.first, share.second, 0, fr) << '\n';
    }
}

}  // namespace

int main() {
    std::vector<io::Source> sources;
    for (const auto& entry : std::filesystem::directory_iterator("examples/05_mt2i"))
        if (entry.path().extension() == ".jsonl") sources.push_back({entry.path().string()});
    std::sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    const auto events = io::read_events(sources).table;
    const Day day = latest_day(events);
    for (const auto& source : sources) write_service(source.name, day);

    const auto report = make_report(events, mt2i_pspme, {.as_of = day, .by = {StratumKey::service}});
    Shares shares;
    add_figure(shares, report, "Entrées parmi les signalements", "entry_rate", "cohort");
    add_figure(shares, report, "Sorties positives", "positive_exit_rate", "per_exit");
    add_figure(shares, report, "Maintien dans l'entreprise, parmi les sorties", "kept_in_company", "per_exit");
    for (CaseIndex i = 0; i < events.cases(); ++i) add_file(shares, case_file_of(events, i), day);
    std::cout << "\nAu " << iso(day) << '\n';
    write_table(shares);
}
