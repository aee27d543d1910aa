#include "bind.hpp"
#include "documents.hpp"
#include "handles.hpp"
#include "maintien/io/digest_document.hpp"
#include "maintien/io/visits.hpp"
#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/register/worker_referrals.hpp"
#include "signature.hpp"

namespace maintien::python {

namespace {

/// The days of the version of the protocol in force on the day of the digest, or the usual ones without a protocol.
DigestDays digest_days(const py::object& protocol, Day on) {
    if (protocol.is_none()) return twice_a_month;
    const auto rules = to_protocol(protocol);
    const DigestDays days = version_on(rules.versions, on).digest_days;
    if (days.empty()) throw py::value_error("protocol: " + rules.name + " names no digest days; without it they are the 1st and the 16th");
    return days;
}

/// The referrals of a register, None without one. When an episode begins and ends is the same under every protocol.
std::optional<std::vector<WorkerReferral>> referrals_in(const py::object& events, Day on) {
    if (events.is_none()) return std::nullopt;
    if (!py::isinstance<Events>(events)) throw py::type_error("events: found " + py::repr(events).cast<std::string>() + ", expected Events");
    return worker_referrals(*events.cast<const Events&>().table, common_core, on);
}

py::object digest(const py::object& visits, const py::object& on, const py::object& events, const py::object& protocol) {
    const Day day = to_day(on, "on");
    const auto days = digest_days(protocol, day);
    const auto list = io::read_visits(to_source(visits, "visits"));
    py::dict more;
    more["skipped_empty_rows"] = list.skipped_empty_rows;
    return read_record("Digest", document_of(make_digest(list.visits, referrals_in(events, day), days, day), &io::digest_json, &io::digest_text), more);
}

}  // namespace

void bind_identification(py::module_& m) {
    def(m, "digest", R"(The digest of a day: for each physician his pre-return visits and the long absences since the last digest day.

``visits`` is the service's list as CSV, a path or the document itself. With the cell's ``events`` each visit tells what became of it. Digests are sent on the
days that ``protocol`` names, on the 1st and the 16th without one; a protocol that names none is a ``ValueError``.

>>> events = mt.read_events("examples/data/visites-suites.jsonl")
>>> digest = mt.digest("examples/data/visites.csv", on=date(2024, 3, 16), events=events)
>>> [(one.physician, len(one.visits)) for one in digest.physicians]
[('M01', 3), ('M02', 2), ('M03', 1)]
)", &digest, py::arg("visits"), py::kw_only(), py::arg("on"), py::arg("events") = py::none(), py::arg("protocol") = py::none());
}

}  // namespace maintien::python
