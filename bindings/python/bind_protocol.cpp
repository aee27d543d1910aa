#include <algorithm>
#include <filesystem>

#include "bind.hpp"
#include "handles.hpp"
#include "documents.hpp"
#include "maintien/io/protocol_diagram.hpp"
#include "maintien/io/protocol_difference.hpp"
#include "maintien/io/protocol_text.hpp"
#include "maintien/io/verification_document.hpp"
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
    return {protocol, name, built_in_versions(name), {}};
}

/// A protocol that was read; it is called by its own name and version.
ProtocolHandle loaded_protocol(io::LoadedProtocol&& read) {
    const auto loaded = std::make_shared<const io::LoadedProtocol>(std::move(read));
    return {&loaded->protocol, full_name(loaded->protocol), loaded->protocol, loaded};
}

ProtocolHandle protocol_from_file(const py::object& path) {
    const auto name = py::module_::import("os").attr("fspath")(path).cast<std::string>();
    return loaded_protocol(io::read_protocol({.name = name}));
}

ProtocolHandle protocol_from_json(const py::object& text) {
    if (py::isinstance<py::bytes>(text) || py::isinstance<py::str>(text)) return loaded_protocol(io::parse_protocol(text.cast<std::string>(), "<protocol>"));
    return loaded_protocol(io::parse_protocol(py::module_::import("maintien._documents").attr("json_text")(text).cast<std::string>(), "<protocol>"));
}

/// The version in force on a referral day, alone: it then applies to every episode.
ProtocolHandle version_of_day(const ProtocolHandle& self, const py::object& day) {
    const Protocol& version = version_on(self.versions, to_day(day, "day"));
    return {&version, full_name(version), version, self.loaded};
}

py::list all_protocols() {
    py::list all;
    for (const Protocol* protocol : built_in_protocols) all.append(ProtocolHandle{protocol, full_name(*protocol), *protocol, {}});
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

/// Whether two protocols have the same versions, each with the same rules.
bool same_rules(const ProtocolHandle& a, const ProtocolHandle& b) {
    const auto same = [](const Protocol* one, const Protocol* other) { return one == other || *one == *other; };
    return std::equal(a.versions.begin(), a.versions.end(), b.versions.begin(), b.versions.end(), same);
}

/// How a protocol is made again where it is unpickled.
py::tuple reduced(const py::object& self) {
    const auto& handle = self.cast<const ProtocolHandle&>();
    if (!handle.loaded) return py::make_tuple(py::type::of(self), py::make_tuple(handle.name));
    return py::make_tuple(py::module_::import("maintien._documents").attr("protocol_again"), py::make_tuple(io::protocol_json(*handle.protocol)));
}

std::string diagram(const ProtocolHandle& self, const std::string& kind, const std::string& lang) {
    const auto language = to_language(lang);
    if (kind == "mermaid") return io::protocol_mermaid(*self.protocol, language);
    if (kind == "dot") return io::protocol_dot(*self.protocol, language);
    throw py::value_error("kind: found '" + kind + "', expected 'mermaid' or 'dot'");
}

/// What is wrong with a protocol, beside its base when it has one; the document keeps alive what was read.
py::object verification(const ProtocolHandle& self) {
    const Protocol& protocol = *self.protocol;
    const auto found = std::make_shared<const Verification>([&] {
        const py::gil_scoped_release free;
        return verified(protocol, protocol.base.empty() ? nullptr : built_in_protocol(protocol.base));
    }());
    const auto text = [found, self](Language language) { return io::verification_text(*found, language); };
    return read_record("Verification", {[found, self] { return io::verification_json(*found); }, text, {}});
}

std::string difference(const ProtocolHandle& self, const py::object& other, const std::string& lang) {
    return io::protocol_difference(*self.protocol, *to_protocol(other).protocol, to_language(lang));
}

constexpr const char* class_doc = R"(Protocol(name)
--

The rule book of a cell in one version: stages, conditions, follow-up, how outcomes are read and refusals counted.

``name`` is that of a built-in protocol or ``name/version``; another one is a ``ValueError``. Under a bare name each episode is read under the version in
force on its referral day, and the latest is shown; ``name/version`` applies to every episode. A cell's own protocol is read with ``from_file``; wherever a
protocol is asked for, the path of its file will do as well.

>>> mt.Protocol("aist43_cme").horizons
[12]
)";

}  // namespace

ProtocolHandle to_protocol(py::handle value) {
    if (py::isinstance<ProtocolHandle>(value)) return value.cast<ProtocolHandle>();
    if (py::hasattr(value, "__fspath__")) return protocol_from_file(py::reinterpret_borrow<py::object>(value));
    if (!py::isinstance<py::str>(value)) throw py::type_error("protocol: found " + py::repr(value).cast<std::string>() + ", expected a Protocol, the name of one or a file");
    const auto name = value.cast<std::string>();
    if (!built_in_protocol(name) && std::filesystem::is_regular_file(name)) return protocol_from_file(py::reinterpret_borrow<py::object>(value));
    return protocol_named(name);
}

namespace {

void bind_reading(py::class_<ProtocolHandle>& cls) {
    cls.def_static("from_file", &protocol_from_file, documented("from_file", "", R"(A cell's own rule book from its file (``maintien-protocol/1``), whole or as what it changes in a built-in one.

``DocumentError`` tells every fault at its place. Whether the rules are sound is another question: ``verify`` answers it.

>>> mt.Protocol.from_file("examples/data/notre_cellule.protocol.json").base
'common_core'
)", py::arg("path")).c_str(), py::arg("path"));
    cls.def_static("from_json", &protocol_from_json, documented("from_json", "", R"(The same from the document itself: its text, or a dict with what it would hold.

>>> mt.Protocol.from_json(mt.Protocol("aist63_cme").to_json()) == mt.Protocol("aist63_cme")
True
)", py::arg("text")).c_str(), py::arg("text"));
    def(cls, "version_on", R"(The version in force on a referral day, which then applies to every episode: of a bare name the latest that has begun.

>>> [mt.Protocol("ast_btp_ain").version_on(date(year, 1, 1)).version for year in (2019, 2020)]
[1, 2]
)", &version_of_day, py::arg("day"));
}

void bind_showing(py::class_<ProtocolHandle>& cls) {
    def(cls, "to_json", R"(The rule book as a complete ``maintien-protocol/1`` document: the very bytes ``maintien protocol show --format json`` writes.

>>> mt.Protocol("common_core").to_json().splitlines()[1].strip()
'"format": "maintien-protocol/1",'
)", [](const ProtocolHandle& self) { return io::protocol_json(*self.protocol); });
    def(cls, "to_text", R"(Every rule on a page for people, with its source, in French (``"fr"``) or in English (``"en"``).

>>> "common_core/1" in mt.Protocol("common_core").to_text("en")
True
)", [](const ProtocolHandle& self, const std::string& lang) { return io::protocol_text(*self.protocol, to_language(lang)); }, py::arg("language") = "fr");
    def(cls, "diagram", R"(The stages and what leads from one to the next, drawn from the very rows the engine runs: ``"mermaid"`` or ``"dot"`` (Graphviz).

>>> print(mt.Protocol("common_core").diagram("mermaid", language="en").splitlines()[0])
stateDiagram-v2
)", &diagram, py::arg("kind") = "mermaid", py::arg("language") = "fr");
}

void bind_comparing(py::class_<ProtocolHandle>& cls) {
    def(cls, "verify", R"(Whether the rules may be relied on: that they are sound, and that a variant refines its base; each flaw with a file that shows it.

>>> bool(mt.Protocol("ast_btp_ain/2").verify())
True
)", &verification);
    def(cls, "difference", R"(What differs from another rule book, in words: lines with - are only in this one, lines with + only in the other.

>>> print(mt.Protocol("common_core").difference("common_core", language="en").splitlines()[-1])
No difference.
)", &difference, py::arg("other"), py::arg("language") = "fr");
}

}  // namespace

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
    bind_reading(cls);
    bind_showing(cls);
    bind_comparing(cls);
    cls.def("__eq__", &same_rules, py::is_operator());
    cls.def("__hash__", [](const ProtocolHandle& self) { return std::hash<std::string>{}(full_name(*self.protocol)); });
    cls.def("__repr__", &protocol_in_short);
    cls.def("__reduce__", &reduced);
    def(m, "protocols", "The protocols that come with the library, versions of one name ascending.\n\n>>> [protocol.name for protocol in mt.protocols()][:2]\n['common_core', 'aist63_cme']\n", &all_protocols);
}

}  // namespace maintien::python
