#include "report_question.hpp"

#include <algorithm>

#include "values.hpp"

namespace maintien::python {

namespace {

StratumKey to_stratum_key(const std::string& text) {
    if (const auto key = from_code<StratumKey>(text)) return *key;
    std::string all;
    for (const auto& term : terms_of<StratumKey>) all += (all.empty() ? "" : ", ") + std::string(term.code);
    throw py::value_error("by: found '" + text + "', expected one of " + all);
}

/// Keys joined by commas, or a sequence of them.
std::vector<StratumKey> to_stratum_keys(const py::object& by) {
    const py::object keys = py::isinstance<py::str>(by) ? by.attr("split")(",") : by;
    std::vector<StratumKey> wanted;
    for (const py::handle key : keys) {
        const auto found = to_stratum_key(py::str(key.attr("strip")()).cast<std::string>());
        if (std::find(wanted.begin(), wanted.end(), found) != wanted.end()) throw py::value_error("by: '" + std::string(code_of(found)) + "' is given twice");
        wanted.push_back(found);
    }
    return wanted;
}

IntervalMethod to_interval_method(const std::string& text) {
    if (const auto method = method_from_code(text)) return *method;
    throw py::value_error("interval: found '" + text + "', expected wilson, clopper_pearson or jeffreys");
}

/// The cases a report is about: those given, or a register replayed for it.
Cases cases_of(const py::object& register_, const py::object& protocol, const py::object& as_of, const py::object& known_on, unsigned threads) {
    if (py::isinstance<Cases>(register_)) {
        if (!protocol.is_none() || !as_of.is_none() || !known_on.is_none())
            throw py::type_error("report() of Cases takes protocol, as_of and known_on from their replay");
        return register_.cast<Cases>();
    }
    if (!py::isinstance<Events>(register_)) throw py::type_error("report() needs Events or Cases, found " + py::repr(register_).cast<std::string>());
    if (as_of.is_none()) throw py::type_error("report() of Events needs as_of, the day the register is looked at");
    const py::object rules = protocol.is_none() ? py::object(py::str("common_core")) : protocol;
    return replay_events(register_.cast<const Events&>(), to_protocol(rules), {to_day(as_of, "as_of"), to_day_or_none(known_on, "known_on"), threads});
}

void check(const ReportQuestion& question) {
    if (!(question.level > 0 && question.level < 1)) throw py::value_error("level: found " + std::to_string(question.level) + ", expected between 0 and 1");
    if (known(question.from) && question.from > (known(question.to) ? question.to : question.as_of)) throw py::value_error("from_: the period ends before it begins");
}

}  // namespace

ReportHandle make_python_report(const py::object& register_, const py::object& protocol, const py::object& as_of, const py::object& known_on, const py::object& from, const py::object& to,
                  const py::object& by, double level, const std::string& interval, unsigned threads) {
    ReportQuestion question{.from = to_day_or_none(from, "from_"), .to = to_day_or_none(to, "to"), .by = to_stratum_keys(by), .level = level,
                            .interval = to_interval_method(interval), .threads = threads};
    ReportHandle handle{.cases = cases_of(register_, protocol, as_of, known_on, threads)};
    question.as_of = handle.cases.table->as_of;
    question.known_on = handle.cases.table->known_on;
    question.rejected = handle.cases.events.rejected_cases;
    check(question);
    const py::gil_scoped_release free;
    const auto& cases = handle.cases;
    handle.report = report_of(*cases.events.table, *cases.table, *cases.protocol.protocol, question, cases.protocol.name);
    return handle;
}

}  // namespace maintien::python
