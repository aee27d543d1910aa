#include "bind.hpp"
#include "case_choice.hpp"
#include "documents.hpp"
#include "handles.hpp"
#include "maintien/io/rights_document.hpp"
#include "maintien/pathway/admission.hpp"
#include "maintien/register/check.hpp"
#include "signature.hpp"

namespace maintien::python {

namespace {

/// Entries of a case as the dicts that `entries` gives.
py::list entry_dicts(const CaseFile& file, const std::vector<Entry>& some) {
    py::list list;
    for (const Entry& entry : some) {
        NamePool names;
        const auto numbers = packed(entry, names);
        list.append(to_python({file.service.text, file.case_id.text}, view_of(numbers), names));
    }
    return list;
}

/// `admit` of the amendment, through the reader of entries.
py::object rectify(const py::object& self, const py::object& amends, const py::object& on, const py::object& entry, const py::object& protocol) {
    py::dict said;
    said["amends"] = amends;
    if (entry.is_none()) said["withdraw"] = true;
    else said["entry"] = entry;
    return self.attr("admit")("amendment", on, protocol, **said);
}

py::list enter_all(CaseFile& self, const std::vector<Entry>& words) {
    for (const Entry& word : words) self.entries.push_back(word);
    return entry_dicts(self, words);
}

py::object object_to(CaseFile& self, const py::object& scope, const py::object& on) {
    return enter_all(self, {objection_to(to_code<ConsentScope>(scope, "scope"), to_day(on, "on"))})[0];
}

py::list restrict(CaseFile& self, const py::object& on, const py::object& protocol) {
    return enter_all(self, restriction_of(self, to_protocol(protocol).versions, to_day(on, "on")));
}

bool file_is_restricted(const CaseFile& self, const py::object& as_of, const py::object& protocol) {
    return is_restricted(self, to_protocol(protocol).versions, to_day(as_of, "as_of"));
}

py::object person_record(std::vector<CaseFile> files, Day day) {
    const auto kept = std::make_shared<const std::vector<CaseFile>>(std::move(files));
    return read_record("PersonFile", {[=] { return io::person_json(*kept, day); }, {}, {}});
}

py::object erasure_value(const py::object& rest, std::vector<Tombstone> tombstones) {
    const auto kept = std::make_shared<const std::vector<Tombstone>>(std::move(tombstones));
    return value_class("Erasure")(rest, read_record("Tombstones", {[=] { return io::tombstones_json(*kept); }, {}, {}}));
}

py::object export_file(const CaseFile& self, const py::object& as_of) { return person_record({self}, to_day(as_of, "as_of")); }

py::object erase_file(const CaseFile& self, const py::object& as_of) {
    auto erasure = erased(self, to_day(as_of, "as_of"));
    return erasure_value(py::cast(std::move(erasure.rest)), {std::move(erasure.tombstone)});
}

/// The day of a request: what the law still keeps then; the latest in the register unless given.
Day day_of_request(const Events& events, const py::object& as_of) { return as_of.is_none() ? latest_day(*events.table) : to_day(as_of, "as_of"); }

py::object export_person(const Events& events, const std::string& case_id, const std::optional<std::string>& service, const py::object& as_of) {
    std::vector<CaseFile> files;
    for (const auto index : cases_of_person(*events.table, require_case(*events.table, case_id, service))) files.push_back(case_file_of(*events.table, index));
    return person_record(std::move(files), day_of_request(events, as_of));
}

py::object erase_person(const Events& events, const std::string& case_id, const std::optional<std::string>& service, const py::object& as_of) {
    const auto cases = cases_of_person(*events.table, require_case(*events.table, case_id, service));
    auto erasure = erased(*events.table, cases, day_of_request(events, as_of));
    Events rest;
    rest.table = std::make_shared<const EventTable>(std::move(erasure.rest));
    return erasure_value(py::cast(std::move(rest)), std::move(erasure.tombstones));
}

void bind_words_of_the_worker(py::class_<CaseFile>& cls) {
    def(cls, "rectify", R"(Corrects an entry at the worker's request: ``entry`` is put in its place, or nothing. What was known before stays on record.

The entry is named by its ``id``; ``entry`` is a dict with ``event``, ``on`` and the attributes. The verdict is that of ``admit`` on the amendment.

>>> file = mt.CaseFile("A-1")
>>> file.add("first_contact", date(2024, 3, 1), id="e1", channel="phone")
>>> bool(file.rectify("e1", date(2024, 3, 5), {"event": "first_contact", "on": date(2024, 3, 1), "channel": "email"}))
True
>>> len(file.entries), file.document(date(2024, 3, 5)).history[0]["channel"].en
(2, 'e-mail')
)", &rectify, py::arg("amends"), py::arg("on"), py::arg("entry") = py::none(), py::arg("protocol") = "common_core");
    def(cls, "object_to", R"(Enters the worker's objection to one use of the file and gives the entry: from the next day nothing of the kind is done.

An objection to ``statistics`` takes the case out of every figure.

>>> mt.CaseFile("A-1").object_to("statistics", date(2024, 3, 1))["state"].en
'refused'
)", &object_to, py::arg("scope"), py::arg("on"));
    def(cls, "restrict", R"(Restricts the file to being kept, and gives the entries: every consent is withdrawn, or refused when it was never given.

>>> file = mt.CaseFile("A-1")
>>> len(file.restrict(date(2024, 3, 1))) == len(mt.ConsentScope)
True
>>> file.is_restricted(date(2024, 3, 1)), file.is_restricted(date(2024, 3, 2))
(False, True)
)", &restrict, py::arg("on"), py::arg("protocol") = "common_core");
    def(cls, "is_restricted", R"(Whether the worker has said no to every use of the file, and to every partner spoken of, as of a day.

>>> mt.CaseFile("A-1").is_restricted(date(2024, 3, 1))
False
)", &file_is_restricted, py::arg("as_of"), py::arg("protocol") = "common_core");
}

void bind_copies(py::class_<CaseFile>& cls) {
    def(cls, "export", R"(Everything recorded in the file, for access and portability, and what the law keeps as of a day. Of all cases of a person: ``export_person``.

>>> mt.CaseFile("A-1").export(date(2024, 3, 1)).cases[0].retention.kept_until is None
True
)", &export_file, py::arg("as_of"));
    def(cls, "erase", R"(What stays of the file after the erasure a worker asks for, and the tombstone; the file itself is not changed.

>>> file = mt.CaseFile("A-1")
>>> file.add("visit", date(2024, 3, 1), visit_kind="return_visit")
>>> file.add("team_review", date(2024, 3, 2))
>>> erasure = file.erase(date(2024, 4, 1))
>>> len(erasure.rest), erasure.tombstones.cases[0].kept_until
(1, datetime.date(2064, 3, 1))
)", &erase_file, py::arg("as_of"));
}

}  // namespace

void bind_rights(py::module_& m) {
    auto files = py::reinterpret_borrow<py::class_<CaseFile>>(m.attr("CaseFile"));
    bind_words_of_the_worker(files);
    bind_copies(files);
    def(m, "export_person", R"(Everything recorded about a person, for access and portability: all cases of the worker in the service of the named one.

They are found by the worker's pseudonym and by ``linked_case``. ``as_of``, the day of the request, is the latest in the events unless given.
An unknown case is a ``KeyError``, one of several services a ``ValueError``.

>>> person = mt.export_person(mt.read_events("examples/data/dossier.jsonl"), "2026-014")
>>> [(case.case, len(case.entries)) for case in person.cases]
[('2026-014', 14)]
)", &export_person, py::arg("events"), py::arg("case"), py::kw_only(), py::arg("service") = py::none(), py::arg("as_of") = py::none());
    def(m, "erase_person", R"(The register without a person's cases, and the tombstones that tell what went, what the law keeps, until when and why.

The events given are not changed: put ``rest`` in their place yourself, in backups too. Arguments are those of ``export_person``.

>>> erasure = mt.erase_person(mt.read_events("examples/data/dossier.jsonl"), "2026-014", as_of=date(2026, 4, 1))
>>> erasure.tombstones.cases[0].erased_entries, len(erasure.tombstones.cases[0].kept)
(12, 2)
)", &erase_person, py::arg("events"), py::arg("case"), py::kw_only(), py::arg("service") = py::none(), py::arg("as_of") = py::none());
}

}  // namespace maintien::python
