#include "report_question.hpp"

#include <algorithm>

#include "documents.hpp"
#include "maintien/io/reference_document.hpp"
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

void check(const ReportQuestion& question) {
    if (!(question.level > 0 && question.level < 1)) throw py::value_error("level: found " + std::to_string(question.level) + ", expected between 0 and 1");
    if (known(question.from) && question.from > (known(question.to) ? question.to : question.as_of)) throw py::value_error("from_: the period ends before it begins");
}

}  // namespace

Cases cases_of(const AskedFigures& asked) {
    const auto asker = std::string(asked.asker);
    if (py::isinstance<Cases>(asked.register_)) {
        if (!asked.protocol.is_none() || !asked.as_of.is_none() || !asked.known_on.is_none())
            throw py::type_error(asker + "() of Cases takes protocol, as_of and known_on from their replay");
        return asked.register_.cast<Cases>();
    }
    if (!py::isinstance<Events>(asked.register_)) throw py::type_error(asker + "() needs Events or Cases, found " + py::repr(asked.register_).cast<std::string>());
    if (asked.as_of.is_none()) throw py::type_error(asker + "() of Events needs as_of, the day the register is looked at");
    const py::object rules = asked.protocol.is_none() ? py::object(py::str("common_core")) : asked.protocol;
    return replay_events(asked.register_.cast<const Events&>(), to_protocol(rules), {to_day(asked.as_of, "as_of"), to_day_or_none(asked.known_on, "known_on"), asked.threads});
}

ReportQuestion question_of(const AskedFigures& asked, const Cases& cases) {
    ReportQuestion question{.as_of = cases.table->as_of, .known_on = cases.table->known_on, .from = to_day_or_none(asked.from, "from_"), .to = to_day_or_none(asked.to, "to"),
                            .by = to_stratum_keys(asked.by), .level = asked.level, .interval = to_interval_method(asked.interval), .rejected = cases.events.rejected_cases,
                            .threads = asked.threads};
    check(question);
    return question;
}

std::shared_ptr<const ReferencePopulation> to_reference(const py::object& reference) {
    if (reference.is_none()) return nullptr;
    return std::make_shared<const ReferencePopulation>(io::read_reference(to_document(reference, "reference")));
}

AskedSecrecy to_secrecy(const std::optional<std::int64_t>& min_count, bool to_the_public, const py::object& ledger) {
    if (to_the_public && min_count) throw py::value_error("public: it means min_count=" + std::to_string(public_min_count) + ", expected one of the two");
    AskedSecrecy secrecy{min_count.value_or(1), to_the_public, {}};
    if (secrecy.min_count < 1 || secrecy.min_count > 1'000'000)
        throw py::value_error("min_count: found " + std::to_string(secrecy.min_count) + ", expected a whole number from 1 to 1000000");
    if (!ledger.is_none()) secrecy.ledger = py::module_::import("os").attr("fspath")(ledger).cast<std::string>();
    if (secrecy.ledger && !secrecy.is_asked()) throw py::value_error("ledger: it goes with min_count or public: nothing is hidden without them");
    return secrecy;
}

}  // namespace maintien::python
