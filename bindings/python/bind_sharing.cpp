#include "bind.hpp"
#include "case_choice.hpp"
#include "documents.hpp"
#include "handles.hpp"
#include "lists.hpp"
#include "maintien/io/case_document.hpp"
#include "maintien/io/letter_document.hpp"
#include "maintien/io/text_file.hpp"
#include "maintien/io/view_document.hpp"
#include "maintien/sharing/letter_writing.hpp"
#include "signature.hpp"

namespace maintien::python {

namespace {

// ---- the case and its views ---------------------------------------------------------------------------------------

/// The case document; what can happen is read from the file itself, with the verdicts the document leaves out.
py::object case_document(const py::object& self, const py::object& as_of, const py::object& protocol) {
    const auto rules = to_protocol(protocol);
    py::dict more;
    more["possible"] = py::tuple(self.attr("possible")(as_of, protocol));
    more["blocked"] = py::tuple(self.attr("blocked")(as_of, protocol));
    auto account = io::account_of(self.cast<const CaseFile&>(), rules.versions, to_day(as_of, "as_of"));
    // Its reasons point into the protocol.
    return read_record("CaseDocument", document_of(std::move(account), [rules](const io::CaseAccount& one) { return io::case_json(one); }, &io::case_text), more);
}

py::object case_of_register(const Events& events, const std::string& case_id, const std::optional<std::string>& service, const py::object& protocol, const py::object& as_of) {
    return case_document(py::cast(case_file_of(*events.table, require_case(*events.table, case_id, service))), as_of, protocol);
}

/// Who looks, in Python arguments.
Reader to_reader(const py::object& audience, const py::object& partner) {
    const Reader reader{to_code<AudienceRole>(audience, "audience"), to_code_or_none<Partner>(partner, "partner")};
    if (reader.partner && reader.audience != AudienceRole::partner) throw py::value_error("partner goes with the audience 'partner'");
    return reader;
}

py::object view_record(const CaseFile& file, const Reader& reader, const ProtocolHandle& rules, Day as_of) {
    return read_record("View", document_of(view_of(file, reader, rules.versions, as_of), &io::view_json, &io::view_text));
}

py::object view_of_file(const CaseFile& self, const py::object& audience, const py::object& as_of, const py::object& protocol, const py::object& partner) {
    return view_record(self, to_reader(audience, partner), to_protocol(protocol), to_day(as_of, "as_of"));
}

/// To a reader outside, a case that is not there is no different from one of which nothing is for him.
CaseFile file_for(const Events& events, bool outside, const std::string& case_id, const std::optional<std::string>& service) {
    const auto index = outside ? find_case(*events.table, case_id, service) : require_case(*events.table, case_id, service);
    return index ? case_file_of(*events.table, *index) : CaseFile{};
}

py::object view_of_register(const Events& events, const std::string& case_id, const py::object& audience, const py::object& partner, const std::optional<std::string>& service,
                            const py::object& protocol, const py::object& as_of) {
    const auto reader = to_reader(audience, partner);
    return view_record(file_for(events, stands_outside(reader.audience), case_id, service), reader, to_protocol(protocol), to_day(as_of, "as_of"));
}

py::list consents(const CaseFile& self, const py::object& as_of, const py::object& protocol) {
    const py::object make = value_class("ConsentLine");
    py::list lines;
    for (const auto& line : ledger_of(self, to_protocol(protocol).versions, to_day(as_of, "as_of")).lines)
        lines.append(make(to_python(line.scope), to_python(line.party), to_python(line.partner), to_python(line.standing), to_python(line.since), to_python(line.until)));
    return lines;
}

Agenda agenda_of_file(const CaseFile& self, const py::object& as_of, const py::object& protocol, int within, const py::object& region) {
    const auto rules = to_protocol(protocol);
    const auto day = to_agenda_day(as_of, within, region);
    return {.protocol = rules.name, .as_of = day.as_of, .items = agenda_of(self, rules.versions, day)};
}

CaseFile file_of_register(const Events& self, const std::string& case_id, const std::optional<std::string>& service) {
    return case_file_of(*self.table, require_case(*self.table, case_id, service));
}

Events events_of_files(const py::iterable& files) {
    EventTable table;
    for (const auto& one : files) {
        if (!py::isinstance<CaseFile>(one)) throw py::type_error("files: found " + py::repr(one).cast<std::string>() + ", expected CaseFile objects");
        const auto& file = one.cast<const CaseFile&>();
        const auto index = case_of(table, {file.service.text, file.case_id.text});
        for (const Entry& entry : file.entries) add_row(table, index, view_of(packed(entry, table.names)));
    }
    return {.table = std::make_shared<const EventTable>(std::move(table))};
}

// ---- letters ------------------------------------------------------------------------------------------------------

/// A letter as its merge fields, or in the words of a template.
struct LetterDocument {
    Letter letter{};
};

std::string text_of_letter(const LetterDocument& self, const py::object& form) {
    if (form.is_none()) return io::letter_text(self.letter);
    const auto source = to_source(form, "template");
    return io::letter_text(self.letter, io::read_whole(source), source.name);
}

/// The Python value of an answer: a letter, or its refusal with every reason.
py::object reply_value(LetterReply&& reply, LetterKind kind) {
    if (reply) return value_class("Letter").attr("_read")(py::cast(LetterDocument{std::move(*reply.letter)}));
    py::list reasons;
    for (const auto& reason : reply.reasons) reasons.append(value_class("LetterReason")(reason.condition, reason.text.fr, reason.text.en));
    return value_class("LetterRefusal")(to_python(kind), py::tuple(reasons));
}

LetterRequest to_request(const py::object& kind, const py::object& as_of, const std::optional<int>& appointment, const py::object& partner, bool copy_to_employer) {
    const LetterRequest request{to_code<LetterKind>(kind, "kind"), to_day(as_of, "as_of"), appointment, to_code_or_none<Partner>(partner, "partner"), copy_to_employer};
    if (appointment && (*appointment < 1 || *appointment > 65535)) throw py::value_error("appointment: found " + std::to_string(*appointment) + ", expected a number from 1 to 65535");
    if (copy_to_employer && request.kind != LetterKind::attendance_certificate) throw py::value_error("copy_to_employer is for an attendance_certificate");
    return request;
}

py::object letter_of_file(const CaseFile& self, const py::object& kind, const py::object& as_of, const py::object& protocol, const std::optional<int>& appointment,
                          const py::object& partner, bool copy_to_employer) {
    const auto request = to_request(kind, as_of, appointment, partner, copy_to_employer);
    return reply_value(letter_of(self, request, to_protocol(protocol).versions), request.kind);
}

py::object letter_of_register(const py::object& kind, const Events& events, const std::string& case_id, const std::optional<std::string>& service, const py::object& as_of,
                              const py::object& protocol, const std::optional<int>& appointment, const py::object& partner, bool copy_to_employer) {
    const auto request = to_request(kind, as_of, appointment, partner, copy_to_employer);
    const auto rules = to_protocol(protocol);
    const bool outside = stands_outside(rule_of(request.kind).addressee);
    if (outside && !find_case(*events.table, case_id, service)) return reply_value(refusal_to_outside(request.kind), request.kind);
    return reply_value(letter_of(file_for(events, outside, case_id, service), request, rules.versions), request.kind);
}

// ---- what Python sees ---------------------------------------------------------------------------------------------

void bind_views(py::class_<CaseFile>& cls) {
    def(cls, "document", R"(The whole case as of a day, for those who work with the file: episodes, consents, history, what can happen and what not, agenda.

>>> file = mt.CaseFile("A-1")
>>> file.add("referral", date(2024, 3, 1), origin="return_visit", consent=True)
>>> file.document(date(2024, 3, 1)).episodes[0].stage.en
'referred'
)", &case_document, py::arg("as_of"), py::arg("protocol") = "common_core");
    def(cls, "view", R"(The case as one reader may see it: what is not for him is absent. With the audience ``partner``, ``partner`` says which one looks.

>>> file = mt.CaseFile("A-1")
>>> file.add("referral", date(2024, 3, 1), origin="return_visit", consent=True)
>>> file.view("cell", date(2024, 3, 1)).case, file.view("employer", date(2024, 3, 1)).case
('A-1', None)
)", &view_of_file, py::arg("audience"), py::arg("as_of"), py::arg("protocol") = "common_core", py::kw_only(), py::arg("partner") = py::none());
    def(cls, "consents", R"(The consent ledger: every scope of the worker, recorded or not, and what else was ever said, each as it stands on a day.

>>> file = mt.CaseFile("A-1")
>>> file.add("consent", date(2024, 3, 1), scope="employer_contact", state="refused")
>>> [line.scope.value for line in file.consents(date(2024, 3, 2)) if line.standing == "refused"]
['employer_contact']
)", &consents, py::arg("as_of"), py::arg("protocol") = "common_core");
    def(cls, "agenda", R"(What is due in the case, late first; ``within`` so many days, and with the public holidays of a ``region``.

>>> file = mt.CaseFile("A-1")
>>> file.add("referral", date(2024, 3, 1), origin="return_visit", consent=True)
>>> print(file.agenda(date(2024, 3, 20))[0].computation.en)
Referral on 1 March 2024 + 15 days = 16 March 2024; no contact attempt
)", &agenda_of_file, py::arg("as_of"), py::arg("protocol") = "common_core", py::kw_only(), py::arg("within") = 30, py::arg("region") = "metropolitan");
    def(cls, "letter", R"(A letter about the case for what its reader may know, or its refusal with every reason: true when it may be written.

``appointment`` is the number of the appointment it is about (the next one for a notice, the last one held for a certificate), ``partner`` the
partner of a relay sheet (the one last relayed to); ``copy_to_employer`` is for an attendance certificate, when the worker asks.

>>> refusal = mt.CaseFile("A-1").letter("attendance_certificate", date(2024, 3, 1))
>>> bool(refusal), refusal.reasons[0].text("en")
(False, 'This appointment is not recorded as held.')
)", &letter_of_file, py::arg("kind"), py::arg("as_of"), py::arg("protocol") = "common_core", py::kw_only(), py::arg("appointment") = py::none(), py::arg("partner") = py::none(),
        py::arg("copy_to_employer") = false);
}

void bind_case_functions(py::module_& m) {
    def(m, "case", R"(One case of a register as of a day: ``CaseFile.document`` of its file.

An unknown case is a ``KeyError``; ``service`` is needed when cases of several services have the number (``ValueError``).

>>> events = mt.read_events("examples/data/dossier.jsonl")
>>> mt.case(events, "2026-014", as_of=date(2026, 2, 10)).agenda[0].rule
'relay_unanswered'
)", &case_of_register, py::arg("events"), py::arg("case"), py::kw_only(), py::arg("service") = py::none(), py::arg("protocol") = "common_core", py::arg("as_of"));
    def(m, "view", R"(One case of a register as one reader may see it: ``CaseFile.view`` of its file.

To an employer, a partner or the public, a case that is not there gives the view of a case of which nothing is for them; to others it is a ``KeyError``.

>>> events = mt.read_events("examples/data/dossier.jsonl")
>>> [entry["event"].value for entry in mt.view(events, "2026-014", audience="partner", partner="cap_emploi", as_of=date(2026, 2, 10)).history]
['action', 'relay']
)", &view_of_register, py::arg("events"), py::arg("case"), py::kw_only(), py::arg("audience"), py::arg("partner") = py::none(), py::arg("service") = py::none(),
        py::arg("protocol") = "common_core", py::arg("as_of"));
    def(m, "letter", R"(A letter about a case of a register, or its refusal: ``CaseFile.letter`` of its file.

The refusal of a letter to the employer or a partner is the same when there is no such case; for the other kinds that is a ``KeyError``.

>>> events = mt.read_events("examples/data/dossier.jsonl")
>>> mt.letter("employer_notice", events, "2026-014", as_of=date(2026, 2, 10)).fields["day_en"]
'10 March 2026'
)", &letter_of_register, py::arg("kind"), py::arg("events"), py::arg("case"), py::kw_only(), py::arg("service") = py::none(), py::arg("as_of"), py::arg("protocol") = "common_core",
        py::arg("appointment") = py::none(), py::arg("partner") = py::none(), py::arg("copy_to_employer") = false);
}

void bind_letter_document(py::module_& m) {
    py::class_<LetterDocument> cls(m, "_LetterDocument", "A letter before it has words.");
    def(cls, "json", "Its merge fields.", [](const LetterDocument& self) { return io::letter_json(self.letter); });
    def(cls, "text", "The letter in the words of a template.", &text_of_letter, py::arg("template"));
    cls.def("__deepcopy__", [](const py::object& self, const py::dict&) { return self; });
}

}  // namespace

void bind_sharing(py::module_& m) {
    auto files = py::reinterpret_borrow<py::class_<CaseFile>>(m.attr("CaseFile"));
    bind_views(files);
    bind_letter_document(m);
    bind_case_functions(m);
    auto events = py::reinterpret_borrow<py::class_<Events>>(m.attr("Events"));
    events.def_static("from_files", &events_of_files, documented("from_files", "", R"(The events of case files, to be looked at together; two files of one case come together too.

>>> file = mt.read_events("examples/data/dossier.jsonl").case_file("2026-014")
>>> list(mt.Events.from_files([file])) == file.entries
True
)", py::arg("files")).c_str(), py::arg("files"));
    def(events, "case_file", R"(The file of one case: a copy, to ask questions of or to go on with.

An unknown case is a ``KeyError``; ``service`` is needed when cases of several services have the number (``ValueError``).

>>> mt.read_events("examples/data/dossier.jsonl").case_file("2026-014").stage(date(2026, 2, 10)).en
'in support'
)", &file_of_register, py::arg("case"), py::arg("service") = py::none());
}

}  // namespace maintien::python
