#include "bind.hpp"
#include "handles.hpp"
#include "maintien/conformance/simulated_register.hpp"
#include "signature.hpp"
#include "values.hpp"

namespace maintien::python {

namespace {

Events simulate(std::uint64_t cases, std::uint64_t seed, const py::object& protocol, const py::object& until, unsigned threads) {
    const auto rules = to_protocol(protocol);
    Simulation wanted{.cases = cases, .seed = seed, .threads = threads};
    if (!until.is_none()) wanted.until = to_day(until, "until");
    if (cases > most_simulated_cases) throw py::value_error("cases: found " + std::to_string(cases) + ", expected at most " + std::to_string(most_simulated_cases));
    std::shared_ptr<const EventTable> table;
    {
        const py::gil_scoped_release free;
        table = std::make_shared<const EventTable>(simulated_register(*rules.protocol, wanted));
    }
    Events events;
    events.table = std::move(table);
    return events;
}

}  // namespace

void bind_conformance(py::module_& m) {
    def(m, "simulate", R"(An invented register to try things on: plausible histories of ``cases`` cases, with the noise of real files.

The same protocol, number of cases, seed and last day ``until`` (2024-12-31 unless given) give the same events on every platform; nothing in
them is estimated from real files. About ten events a case; a million cases take some seconds. ``threads`` = 0 means all cores.

>>> mt.simulate(cases=100, seed=7).cases
100
)", &simulate, py::kw_only(), py::arg("cases") = std::uint64_t{1000}, py::arg("seed") = std::uint64_t{1}, py::arg("protocol") = "common_core", py::arg("until") = py::none(), py::arg("threads") = 0u);
}

}  // namespace maintien::python
