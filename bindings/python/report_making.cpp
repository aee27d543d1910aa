#include <filesystem>
#include <functional>

#include "documents.hpp"
#include "maintien/indicators/merge_states.hpp"
#include "maintien/io/audit_document.hpp"
#include "maintien/io/ledger_document.hpp"
#include "maintien/io/text_file.hpp"
#include "report_question.hpp"

namespace maintien::python {

namespace {

using CountAgain = std::function<CountedReport(const ReportQuestion&)>;

/// The releases of a ledger; a file that is not there yet is an empty one.
std::vector<Release> releases_in(const std::optional<std::string>& path) {
    if (!path || !std::filesystem::exists(*path)) return {};
    return io::read_ledger(io::read_whole({.name = *path}), *path);
}

/// The releases that speak of the same things, counted again.
std::vector<EarlierRelease> earlier_releases(const std::vector<Release>& releases, const CountedReport& counted, const CountAgain& count_again) {
    std::vector<EarlierRelease> earlier;
    for (const auto& release : releases)
        if (is_linked(release, counted.report)) earlier.push_back({&release, count_again(release.question)});
    return earlier;
}

/// A report fit to leave the service, and its audit as a document; the ledger takes the report in.
std::pair<Report, std::string> published(const AskedSecrecy& secrecy, const CountedReport& counted, const CountAgain& count_again) {
    auto releases = releases_in(secrecy.ledger);
    auto result = controlled(counted, secrecy.least_count(), earlier_releases(releases, counted, count_again));
    auto audit = io::audit_json(counted, result.audit);
    if (secrecy.ledger) {
        releases.push_back(io::release_of(result.report, counted.state.by));
        io::write_whole(*secrecy.ledger, io::ledger_json(releases));
    }
    return {std::move(result.report), std::move(audit)};
}

/// Makes a report to be published the one of a handle, which keeps no case.
void publish(ReportHandle& handle, std::pair<Report, std::string> result) {
    handle.cases = {};
    handle.report = std::move(result.first);
    const auto text = std::make_shared<const std::string>(std::move(result.second));
    handle.audit = read_record("DisclosureAudit", {[text] { return *text; }, {}, {}});
}

}  // namespace

ReportHandle make_python_report(const AskedFigures& asked, const py::object& reference, const AskedSecrecy& secrecy) {
    const auto cases = cases_of(asked);
    auto question = question_of(asked, cases);
    ReportHandle handle{.cases = cases, .rules = cases.protocol.loaded, .reference = to_reference(reference)};
    question.reference = handle.reference.get();
    const auto count = [&](const CaseTable& table, const ReportQuestion& one) {
        return counted_report_of(*cases.events.table, table, *cases.protocol.protocol, one, cases.protocol.name);
    };
    const auto count_again = [&](const ReportQuestion& one) {
        return count(replay(*cases.events.table, cases.protocol.versions, {one.as_of, one.known_on, asked.threads}), one);
    };
    if (!secrecy.is_asked()) {
        const py::gil_scoped_release free;
        handle.report = report_of(*cases.events.table, *cases.table, *cases.protocol.protocol, question, cases.protocol.name);
        return handle;
    }
    publish(handle, [&] {
        const py::gil_scoped_release free;
        return published(secrecy, count(*cases.table, question), count_again);
    }());
    return handle;
}

ReportHandle finish_python_state(const StateHandle& self, const py::object& reference, const AskedSecrecy& secrecy, unsigned threads) {
    const auto& state = self.loaded->state;
    for (const auto& source : state.sources)
        if (source.parts > 1) throw io::DocumentError(io::Problem{"<state>", 0, 0, "/sources", text_of(source), "all its parts: merge them first"});
    if (secrecy.ledger) throw py::value_error("ledger: it cannot go with a State: what was published before is counted again from the events");
    ReportHandle handle{.rules = self.loaded, .reference = to_reference(reference)};
    if (!secrecy.is_asked()) {
        const py::gil_scoped_release free;
        handle.report = report_of(state, handle.reference.get(), threads);
        return handle;
    }
    publish(handle, [&] {
        const py::gil_scoped_release free;
        return published(secrecy, counted_report_of(state, handle.reference.get(), threads), {});
    }());
    return handle;
}

}  // namespace maintien::python
