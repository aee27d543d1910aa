#include "bind.hpp"
#include "documents.hpp"
#include "maintien/io/outreach.hpp"
#include "maintien/io/outreach_document.hpp"
#include "signature.hpp"

namespace maintien::python {

namespace {

py::object outreach(const py::object& actions, const py::object& from, const py::object& to) {
    const Period period{to_day(from, "from_"), to_day(to, "to")};
    if (period.to < period.from) throw py::value_error("from_: the period ends before it begins");
    const auto report = std::make_shared<const OutreachReport>(make_outreach_report(io::read_outreach(to_source(actions, "actions")), period));
    const auto text = [=](Language language) { return io::outreach_text(*report, language); };
    return read_record("OutreachReport", {[=] { return io::outreach_json(*report); }, text, [=] { return io::outreach_csv(*report); }});
}

}  // namespace

void bind_outreach(py::module_& m) {
    def(m, "outreach", R"(The collective actions of a period: how many, for how many people of which kind, with the documents that prove it.

``actions`` is a ``maintien-outreach/1`` document, a path or the document itself; ``from_`` and ``to`` are the first and the last day.

>>> report = mt.outreach("examples/data/actions.jsonl", from_=date(2024, 1, 1), to=date(2024, 12, 31))
>>> report.row("participants").value, report.row("participants_by_kind", "workers").sources
(108, {'attendance_sheet': 41, 'none': 15})
)", &outreach, py::arg("actions"), py::kw_only(), py::arg("from_"), py::arg("to"));
}

}  // namespace maintien::python
