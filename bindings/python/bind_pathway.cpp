#include "bind.hpp"
#include "handles.hpp"
#include "maintien/io/events_document.hpp"
#include "maintien/pathway/admission.hpp"
#include "maintien/pathway/blocked.hpp"
#include "signature.hpp"
#include "values.hpp"

namespace maintien::python {

namespace {

/// What faults of an entry name as their place.
std::string place_of(const CaseFile& file) { return "CaseFile(" + py::repr(py::str(file.case_id.text)).cast<std::string>() + ")"; }

/// The entries that an amendment may name, as lines of an event file.
std::string named_entries(const CaseFile& file) {
    std::string lines;
    for (const Entry& entry : file.entries) {
        if (!known(entry.id)) continue;
        NamePool names;
        const auto row = packed(entry, names);
        io::append_event_line(lines, {file.service.text, file.case_id.text}, view_of(row), names);
    }
    return lines;
}

/// The faults without the lines of a document that nobody wrote.
io::Problems without_lines(io::Problems problems) {
    for (auto& problem : problems.first) problem.line = problem.column = 0;
    return problems;
}

/// The entry that Python arguments say, read by the reader of event files. @throws DocumentError
Entry read_entry(const CaseFile& file, const py::object& event, const py::object& on, const py::dict& attributes) {
    const auto place = place_of(file);
    const auto line = py::module_::import("maintien._documents").attr("entry_line")(place, file.case_id.text, text_or_none(file.service.text), event, on, attributes);
    const io::Source source{.name = place, .text = named_entries(file) + line.cast<std::string>() + "\n", .dialect = io::Dialect::json_lines};
    try {
        const auto read = io::read_events(std::span(&source, 1), {.threads = 1});
        const auto last = read.table.size() - 1;
        return unpacked(entry_at(read.table, last), read.table.names);
    } catch (const io::DocumentError& error) {
        throw io::DocumentError(without_lines(error.problems));
    }
}

CaseFile new_file(std::string case_id, const std::optional<std::string>& service) {
    CaseFile file{.case_id = CaseId{std::move(case_id)}, .service = ServiceId{service.value_or("")}};
    read_entry(file, py::str("team_review"), py::str("2000-01-01"), {});
    return file;
}

void add(CaseFile& self, const py::object& event, const py::object& on, const py::kwargs& attributes) {
    self.entries.push_back(read_entry(self, event, on, attributes));
}

py::object admit_entry(CaseFile& self, const py::object& event, const py::object& on, const py::object& protocol, const py::kwargs& attributes) {
    const auto rules = to_protocol(protocol);
    return to_python(admit(self, read_entry(self, event, on, attributes), rules.versions));
}

/// The own codes of an event as members of their list.
py::tuple members_of(Event event, const std::vector<std::string_view>& codes) {
    py::list members;
    for (const auto code : codes)
        for (const auto& member : members_of_list(shape_of(code_attribute(event)).list))
            if (member.cast<std::string>() == code) members.append(member);
    return py::tuple(members);
}

py::dict entry_in_python(const CaseFile& file, const Entry& entry) {
    NamePool names;
    const auto row = packed(entry, names);
    return to_python({file.service.text, file.case_id.text}, view_of(row), names);
}

py::object path_in_python(const CaseFile& file, const std::optional<Path>& path) {
    if (!path) return py::none();
    py::list steps;
    for (const auto& step : path->steps)
        steps.append(value_class("PathStep")(entry_in_python(file, step.entry), members_of(event_of(step.entry), step.codes), to_python(step.by)));
    return value_class("Path")(py::tuple(steps), to_python(path->day));
}

py::list possible(const CaseFile& self, const py::object& as_of, const py::object& protocol) {
    const py::object make = value_class("Possibility");
    py::list list;
    for (const auto& possibility : possible_now(self, to_protocol(protocol).versions, to_day(as_of, "as_of")))
        if (possibility.verdict) list.append(make(to_python(possibility.event), members_of(possibility.event, possibility.codes)));
    return list;
}

py::list blocked(const CaseFile& self, const py::object& as_of, const py::object& protocol) {
    const py::object make = value_class("Obstacle");
    py::list list;
    for (const auto& one : blocked_now(self, to_protocol(protocol).versions, to_day(as_of, "as_of")))
        list.append(make(to_python(one.event), to_python(one.verdict), path_in_python(self, one.path)));
    return list;
}

py::list blocked_by_entry(const CaseFile& self, const py::object& event, const py::object& on, const py::object& protocol, const py::kwargs& attributes) {
    const py::object make = value_class("Blocked");
    py::list list;
    for (const auto& one : blocked_by(self, read_entry(self, event, on, attributes), to_protocol(protocol).versions))
        list.append(make(to_python(one.event), members_of(one.event, one.codes), to_python(one.actor), to_python(one.partner), to_python(one.verdict)));
    return list;
}

py::object path_to_entry(const CaseFile& self, const py::object& event, const py::object& on, const py::object& protocol, const py::kwargs& attributes) {
    return path_in_python(self, path_to(self, read_entry(self, event, on, attributes), to_protocol(protocol).versions));
}

py::object stage(const CaseFile& self, const py::object& as_of, const py::object& protocol) {
    return to_python(stage_of(self, to_protocol(protocol).versions, to_day(as_of, "as_of")));
}

py::list entries(const CaseFile& self) {
    py::list list;
    for (const Entry& entry : self.entries) list.append(entry_in_python(self, entry));
    return list;
}

std::string file_in_short(const CaseFile& self) {
    const auto count = self.entries.size();
    return "<" + place_of(self) + ": " + std::to_string(count) + (count == 1 ? " entry>" : " entries>");
}

}  // namespace

py::object to_python(const Reason& reason) {
    return value_class("Reason")(reason.condition, reason.why, reason.source, reason.fr, reason.en, to_python(reason.lifted_by), to_python(reason.earliest));
}

py::object to_python(const Verdict& verdict) {
    py::list reasons;
    for (const auto& reason : verdict.reasons) reasons.append(to_python(reason));
    return value_class("Verdict")(to_python(verdict.kind), verdict.rule, py::tuple(reasons));
}

namespace {

constexpr const char* case_file_doc = R"(CaseFile(case, service=None)
--

The file of one case, for live software: what may happen now, and why not.

``case`` is the case's number in its ``service``; both are pseudonyms, a text that cannot be one is a ``DocumentError``.

>>> file = mt.CaseFile("2026-014", service="sst-demo")
>>> bool(file.admit("referral", on=date(2026, 3, 2), origin="pre_return_visit", consent=True))
True
>>> file.stage(date(2026, 3, 2))
<Stage.referred: 'referred'>
)";

void bind_changes(py::class_<CaseFile>& cls) {
    def(cls, "add", R"(Enters what happened, whatever the rules say of it: facts are facts.

``event`` and codes are members or their texts, ``on`` and days ``datetime.date``, times ``datetime.time``, lists lists of codes; the names
of the attributes are those of the event format. ``DocumentError`` tells every fault at its attribute, and nothing is entered.

>>> file = mt.CaseFile("A-1")
>>> file.add("first_contact", date(2024, 3, 1), channel=mt.Channel.phone)
>>> file.entries[0]["channel"].fr
'téléphone'
)", &add, py::arg("event"), py::arg("on"), Starred{"**attributes"});
    def(cls, "admit", R"(Enters an event if the protocol allows it at its place in the file; if not, the verdict says why and the file stays as it was.

The verdict is true when the event was accepted and lists every reason at once when it was not. Arguments are those of ``add``;
malformed ones are a ``DocumentError``.

>>> verdict = mt.CaseFile("A-1").admit("referral", date(2024, 3, 1), origin="return_visit")
>>> verdict.kind, [reason.why for reason in verdict.reasons]
(<VerdictKind.conditions_unmet: 'conditions_unmet'>, ['not_recorded'])
)", &admit_entry, py::arg("event"), py::arg("on"), py::arg("protocol") = "common_core", Starred{"**attributes"});
}

void bind_what_if(py::class_<CaseFile>& cls) {
    def(cls, "path_to", R"(The shortest way to an event that is refused: what is to happen first, by whom, and the day from which it is possible then.

Fewest steps first, then the earliest day; a path without steps asks only for time to pass, None means that nothing leads there. Arguments are those of ``add``.

>>> path = mt.CaseFile("A-1").path_to("entry", date(2024, 3, 1))
>>> path.day, [step.entry["event"].value for step in path.steps]
(datetime.date(2024, 3, 1), ['referral', 'qualification_interview'])
)", &path_to_entry, py::arg("event"), py::arg("on"), py::arg("protocol") = "common_core", Starred{"**attributes"});
    def(cls, "blocked_by", R"(What was possible and no longer is once an event is entered, a withdrawn consent above all, with the reasons.

Looked at on the next day, from which a withdrawn consent counts. Arguments are those of ``add``; nothing is entered.

>>> file = mt.CaseFile("A-1")
>>> file.add("referral", date(2024, 3, 1), origin="return_visit", consent=True)
>>> [one.event.value for one in file.blocked_by("consent", date(2024, 3, 4), scope="referral", state="withdrawn")]
[]
)", &blocked_by_entry, py::arg("event"), py::arg("on"), py::arg("protocol") = "common_core", Starred{"**attributes"});
}

void bind_questions(py::class_<CaseFile>& cls) {
    def(cls, "possible", R"(What can happen in the case on a day: the events, in the order of a day, with the codes each may have.

>>> [next.event.value for next in mt.CaseFile("A-1").possible(date(2024, 3, 1)) if next.event == "first_contact"]
['first_contact']
)", &possible, py::arg("as_of"), py::arg("protocol") = "common_core");
    def(cls, "blocked", R"(What cannot happen in the case on a day, with the verdict that tells why and the shortest way to it.

>>> [obstacle.event.value for obstacle in mt.CaseFile("A-1").blocked(date(2024, 3, 1)) if obstacle.event == "entry"]
['entry']
)", &blocked, py::arg("as_of"), py::arg("protocol") = "common_core");
    bind_what_if(cls);
    def(cls, "stage", R"(Where the case stands as of a day: the stage of its current episode, None before anything moved it.

>>> mt.CaseFile("A-1").stage(date(2024, 3, 1)) is None
True
)", &stage, py::arg("as_of"), py::arg("protocol") = "common_core");
}

}  // namespace

void bind_pathway(py::module_& m) {
    py::class_<CaseFile> cls(m, "CaseFile", case_file_doc);
    def_init(cls, &new_file, py::arg("case"), py::arg("service") = py::none());
    cls.def("__len__", [](const CaseFile& self) { return self.entries.size(); });
    cls.def("__repr__", &file_in_short);
    cls.def_property_readonly("case", [](const CaseFile& self) { return self.case_id.text; }, "The case's number in its service.");
    cls.def_property_readonly("service", [](const CaseFile& self) { return text_or_none(self.service.text); }, "The service, or None.");
    cls.def_property_readonly("entries", &entries, "The entries in the order in which they were made, as dicts with the names of the event format.");
    bind_changes(cls);
    bind_questions(cls);
}

}  // namespace maintien::python
