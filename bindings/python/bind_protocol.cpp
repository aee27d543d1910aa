#include "bind.hpp"
#include "handles.hpp"
#include "maintien/protocol/built_in/all.hpp"
#include "signature.hpp"
#include "values.hpp"

namespace maintien::python {

namespace {

std::string full_name(const Protocol& protocol) { return std::string(protocol.name) + "/" + std::to_string(protocol.version); }

std::string known_protocols() {
    std::string names;
    for (const Protocol* protocol : built_in_protocols) names += (names.empty() ? "" : ", ") + full_name(*protocol);
    return names;
}

ProtocolHandle protocol_named(const std::string& name) {
    const Protocol* protocol = built_in_protocol(name);
    if (!protocol) throw py::value_error("protocol: found '" + name + "', expected one of " + known_protocols());
    return {protocol, name, built_in_versions(name)};
}

py::list all_protocols() {
    py::list all;
    for (const Protocol* protocol : built_in_protocols) all.append(ProtocolHandle{protocol, full_name(*protocol), *protocol});
    return all;
}

py::dict texts(const Text& text) {
    py::dict both;
    both["fr"] = text.fr;
    both["en"] = text.en;
    return both;
}

py::list relaxations(const ProtocolHandle& self) {
    py::list list;
    for (const auto& relaxation : self.protocol->relaxes) {
        py::dict row;
        row["rule"] = relaxation.rule;
        row["reason"] = relaxation.reason;
        list.append(row);
    }
    return list;
}

py::list horizons(const ProtocolHandle& self) {
    py::list list;
    for (const int months : self.protocol->follow_up.horizons) list.append(months);
    return list;
}

py::list team(const ProtocolHandle& self) {
    py::list list;
    for (const auto& term : terms_of<Actor>)
        if (self.protocol->team.contains(term.value)) list.append(to_python(term.value));
    return list;
}

py::dict outcomes(const ProtocolHandle& self) {
    py::dict readings;
    for (const auto& term : terms_of<Outcome>) {
        const auto& reading = self.protocol->outcomes[index_of(term.value)];
        py::dict row;
        row["family"] = to_python(reading.family);
        row["polarity"] = to_python(reading.polarity);
        readings[to_python(term.value)] = row;
    }
    return readings;
}

py::list targets(const ProtocolHandle& self) {
    py::list list;
    for (const auto& target : self.protocol->targets) {
        py::dict row;
        row["id"] = target.id;
        row["indicator"] = target.indicator;
        row["variant"] = text_or_none(target.variant);
        row["per"] = text_or_none(target.per_year ? "year" : "");
        row["value"] = to_python(std::optional{target.value});
        list.append(row);
    }
    return list;
}

std::string protocol_in_short(const ProtocolHandle& self) {
    return "<Protocol " + full_name(*self.protocol) + " valid from " + iso(self.protocol->valid_from) + ">";
}

constexpr const char* class_doc = R"(Protocol(name)
--

The rule book of a cell in one version: stages, conditions, follow-up, how outcomes are read and refusals counted.

``name`` is that of a built-in protocol or ``name/version``; another one is a ``ValueError``. Under a bare name each episode is read under the version in
force on its referral day, and the latest is shown; ``name/version`` applies to every episode.

>>> mt.Protocol("aist43_cme").horizons
[12]
)";

}  // namespace

ProtocolHandle to_protocol(py::handle value) {
    if (py::isinstance<ProtocolHandle>(value)) return value.cast<ProtocolHandle>();
    if (py::isinstance<py::str>(value)) return protocol_named(value.cast<std::string>());
    throw py::type_error("protocol: found " + py::repr(value).cast<std::string>() + ", expected a Protocol or the name of one");
}

void bind_protocol(py::module_& m) {
    py::class_<ProtocolHandle> cls(m, "Protocol", class_doc);
    def_init(cls, &protocol_named, py::arg("name"));
    cls.def_property_readonly("name", [](const ProtocolHandle& self) { return self.protocol->name; }, "The protocol's name.");
    cls.def_property_readonly("version", [](const ProtocolHandle& self) { return self.protocol->version; }, "Its version.");
    cls.def_property_readonly("title", [](const ProtocolHandle& self) { return texts(self.protocol->title); }, "How people call it: ``{\"fr\": …, \"en\": …}``.");
    cls.def_property_readonly("valid_from", [](const ProtocolHandle& self) { return to_python(self.protocol->valid_from); }, "First referral day it applies to.");
    cls.def_property_readonly("valid_until", [](const ProtocolHandle& self) { return to_python(self.protocol->valid_until); }, "Last referral day it applies to, or None.");
    cls.def_property_readonly("base", [](const ProtocolHandle& self) { return text_or_none(self.protocol->base); }, "The protocol it is a variant of, or None.");
    cls.def_property_readonly("relaxes", &relaxations, "Where it asks less than its base: a list of ``{\"rule\", \"reason\"}``.");
    cls.def_property_readonly("team", &team, "Who belongs to the cell's team, as ``Actor`` codes.");
    cls.def_property_readonly("horizons", &horizons, "When people who left are asked again, in calendar months after the exit.");
    cls.def_property_readonly("outcomes", &outcomes, "How each outcome is read: ``{Outcome: {\"family\", \"polarity\"}}``.");
    cls.def_property_readonly("targets", &targets, "What was promised: a list of ``{\"id\", \"indicator\", \"variant\", \"per\", \"value\"}``.");
    cls.def_property_readonly("refusal_is_entry", [](const ProtocolHandle& self) { return self.protocol->profile.refusal_is_entry; }, "Whether a refused file is among the entries.");
    cls.def_property_readonly("refusal_is_exit", [](const ProtocolHandle& self) { return self.protocol->profile.refusal_is_exit; }, "Whether a refused file is among the exits.");
    cls.def_property_readonly("decimals", [](const ProtocolHandle& self) { return self.protocol->profile.decimals; }, "Decimals of printed percentages.");
    cls.def("__eq__", [](const ProtocolHandle& self, const ProtocolHandle& other) { return self.versions.list == other.versions.list; }, py::is_operator());
    cls.def("__hash__", [](const ProtocolHandle& self) { return std::hash<const void*>{}(self.protocol); });
    cls.def("__repr__", &protocol_in_short);
    cls.def("__reduce__", [](const py::object& self) { return py::make_tuple(py::type::of(self), py::make_tuple(self.cast<const ProtocolHandle&>().name)); });
    def(m, "protocols", "The protocols that come with the library, versions of one name ascending.\n\n>>> [protocol.name for protocol in mt.protocols()][:2]\n['common_core', 'aist63_cme']\n", &all_protocols);
}

}  // namespace maintien::python
