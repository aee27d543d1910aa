// AST BTP de l'Ain: each physician gets, twice a month, the list of the pre-return visits he held; files are opened under the rules
// in force on their referral day (workers aged 50 or more until 2019, all since 2020); one year after, a questionnaire.
#include <algorithm>
#include <iostream>
#include <sstream>

#include "maintien/io/digest_document.hpp"
#include "maintien/io/events.hpp"
#include "maintien/io/visits.hpp"
#include "maintien/maintien.hpp"
#include "maintien/register/check.hpp"
#include "maintien/register/worker_referrals.hpp"

using namespace maintien;

namespace {

constexpr ProtocolVersions versions = built_in_versions("ast_btp_ain");

template <ClosedList Code>
std::string label(Code code) { return std::string(label_of(code, Language::fr)); }

/// Proposes every entry of a recorded file, tells how each is answered, and gives back the file of those that the rules accept.
CaseFile play(const CaseFile& recorded, std::ostream& out) {
    CaseFile file{recorded.case_id, recorded.service, {}};
    out << "Dossier " << file.case_id.text << '\n';
    for (const Entry& entry : recorded.entries) {
        const Verdict verdict = admit(file, entry, versions);
        out << "  " << iso(entry.on) << " " << label(event_of(entry)) << " : " << label(verdict.kind) << '\n';
        for (const Reason& reason : verdict.reasons) out << "    - " << reason.fr << " [" << reason.source << "]\n";
    }
    const Day last = recorded.entries.back().on;
    for (const Episode& episode : position_of(file, versions, last).episodes) {
        const Protocol& rules = version_of(versions, episode);
        out << "  Signalé le " << iso(episode.day_of(Milestone::referral)) << ", suivi selon " << rules.name << "/"
            << rules.version << " : " << label(*stage_as_of(episode, rules.follow_up, last)) << '\n';
    }
    return file;
}

void add_file(EventTable& events, const CaseFile& file) {
    const auto index = case_of(events, {file.service.text, file.case_id.text});
    for (const Entry& entry : file.entries) add_row(events, index, view_of(packed(entry, events.names)));
}

/// The lists sent on every digest day from the first visit on, until every visit is listed.
void write_digests(const std::vector<VisitRecord>& visits, const EventTable& events) {
    const auto by_day = [](const VisitRecord& a, const VisitRecord& b) { return a.on < b.on; };
    const auto [first, last] = std::minmax_element(visits.begin(), visits.end(), by_day);
    const Day end = last->on;
    for (Day on = first->on; on <= end; on = on + 1) {
        const DigestDays days = version_on(versions, on).digest_days;
        on = next_digest_day(days, on);
        const Digest digest = make_digest(visits, worker_referrals(events, latest(versions), on), days, on);
        if (!digest.physicians.empty()) std::cout << io::digest_text(digest, Language::fr) << '\n';
    }
}

/// The questionnaires that the agenda of a day asks for.
void write_questionnaires(const EventTable& events, Day day) {
    std::cout << "Questionnaires à un an, au " << iso(day) << '\n';
    for (const auto& item : agenda_of(events, versions, {.as_of = day, .within = 366}).items)
        if (item.rule == code_of(AgendaRule::follow_up))
            std::cout << "  " << item.case_id << " : " << item.title.fr << ". " << item.computation.fr << '\n';
}

}  // namespace

int main() {
    const io::Source source{"examples/04_ast_btp_ain/dossiers.jsonl"};
    const auto proposed = io::read_events(std::span(&source, 1)).table;
    EventTable events;
    std::ostringstream files;
    for (CaseIndex i = 0; i < proposed.cases(); ++i) add_file(events, play(case_file_of(proposed, i), files));
    write_digests(io::read_visits({"examples/04_ast_btp_ain/visites.csv"}).visits, events);
    std::cout << files.str() << '\n';
    write_questionnaires(events, latest_day(events));
}
