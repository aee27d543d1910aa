#include <algorithm>
#include <array>

#include "bind.hpp"
#include "maintien/identification/digest.hpp"
#include "maintien/indicators/follow_up_cells.hpp"
#include "maintien/indicators/stratum_key.hpp"
#include "maintien/indicators/trend.hpp"
#include "maintien/outreach/collective_action.hpp"
#include "maintien/pathway/consent_standing.hpp"
#include "maintien/pathway/verdict.hpp"
#include "maintien/protocol/flaw.hpp"
#include "maintien/protocol/weakening.hpp"
#include "maintien/register/rehearsal.hpp"
#include "maintien/vocabulary/closed_lists.hpp"
#include "maintien/vocabulary/day_in_words.hpp"
#include "maintien/vocabulary/holidays.hpp"
#include "list_notes.hpp"
#include "signature.hpp"
#include "values.hpp"

namespace maintien::python {

namespace {

/// Codes that C++ refuses as a name; they take an underscore there and here, so that there is one spelling.
constexpr auto keywords = std::to_array<std::string_view>({"and", "case", "class", "default", "delete", "false", "new", "not", "or", "private",
                                                           "protected", "public", "register", "this", "true", "union"});

/// The name of a code's member: the code, unless it cannot be a name.
std::string member_name(std::string_view code) {
    if (code[0] >= '0' && code[0] <= '9') return "_" + std::string(code);
    const bool keyword = std::find(keywords.begin(), keywords.end(), code) != keywords.end();
    return std::string(code) + (keyword ? "_" : "");
}

/// `consent_scope` as `ConsentScope`.
std::string pascal_case(std::string_view snake) {
    std::string pascal;
    bool upper = true;
    for (const char c : snake) {
        if (c != '_') pascal += upper ? static_cast<char>(c - 'a' + 'A') : c;
        upper = c == '_';
    }
    return pascal;
}

/// The docstring of a list: what it is, and its first member.
template <ClosedList Code>
std::string doc_of(const std::string& name) {
    const auto& first = terms_of<Code>[0];
    return help_of(list_name_of<Code>) + "\n\n>>> mt." + name + "(" + py::repr(py::str(first.code)).cast<std::string>() + ").label(\"fr\")\n" +
           py::repr(py::str(first.fr)).cast<std::string>() + "\n";
}

/// Makes the Python enumeration of a closed list from its table.
template <ClosedList Code>
void add_list(py::module_& m, const std::string& name) {
    const py::object base = py::module_::import("maintien._codes").attr("Code");
    py::list rows;
    for (const auto& term : terms_of<Code>)
        rows.append(py::make_tuple(member_name(term.code), py::make_tuple(term.code, term.fr, term.en)));
    const py::object list = base(name, rows, py::arg("module") = "maintien");
    list.attr("__doc__") = doc_of<Code>(name);
    m.attr(name.c_str()) = list;
    auto& members = code_members()[std::string(list_name_of<Code>)];
    for (const py::handle member : list) members.push_back(py::reinterpret_borrow<py::object>(member));
}

/// Gives every member of a list what its table says beside the words.
template <ClosedList Code, class Column>
void add_column(const char* name, Column&& column) {
    for (const auto& term : terms_of<Code>) py::setattr(to_python(term.value), name, column(term.value));
}

/// The documents that prove a kind of collective action.
py::tuple proofs_of(OutreachKind kind) {
    py::list documents;
    for (const auto& term : terms_of<SourceDocument>)
        if (proves(term.value, kind)) documents.append(to_python(term.value));
    return py::tuple(documents);
}

void add_columns() {
    add_column<Outcome>("family", [](Outcome outcome) { return to_python(default_family(outcome)); });
    add_column<Outcome>("polarity", [](Outcome outcome) { return to_python(default_polarity(outcome)); });
    add_column<Measure>("recommendation", [](Measure measure) { return py::bool_(is_recommendation(measure)); });
    add_column<Answer>("answer_class", [](Answer answer) { return to_python(class_of(answer)); });
    add_column<Answer>("same_employer", [](Answer answer) { return py::bool_(same_employer(answer)); });
    add_column<Origin>("names_a_visit", [](Origin origin) { return py::bool_(names_a_visit(origin)); });
    add_column<Actor>("insurance_body", [](Actor actor) { return py::bool_(is_insurance_body(actor)); });
    add_column<OutreachKind>("proven_by", &proofs_of);
    add_column<Partner>("insurance_body", [](Partner partner) { return py::bool_(is_insurance_body(partner)); });
}

}  // namespace

void bind_vocabulary(py::module_& m) {
    for_each_closed_list([&]<ClosedList Code>() { add_list<Code>(m, pascal_case(list_name_of<Code>)); });
    add_list<Stage>(m, "Stage");
    add_list<Milestone>(m, "Milestone");
    add_list<Severity>(m, "Severity");
    add_list<VerdictKind>(m, "VerdictKind");
    add_list<ConsentStanding>(m, "ConsentStanding");
    add_list<VisitSequel>(m, "VisitSequel");
    add_list<MappingObstacle>(m, "MappingObstacle");
    add_list<HolidayRegion>(m, "HolidayRegion");
    add_list<StratumKey>(m, "StratumKey");
    add_list<Every>(m, "Every");
    add_list<TrendOver>(m, "TrendOver");
    add_list<FollowUpEnd>(m, "FollowUpEnd");
    add_list<Unit>(m, "Unit");
    add_list<NullReason>(m, "NullReason");
    add_list<TargetVerdict>(m, "TargetVerdict");
    add_list<Unsoundness>(m, "Unsoundness");
    add_list<WeakeningKind>(m, "WeakeningKind");
    add_columns();
    def(m, "day_in_words", R"(A day as people write it, in French (``"fr"``) or in English (``"en"``), whatever the machine's settings.

>>> mt.day_in_words(date(2020, 6, 1))
'1er juin 2020'
)", [](const py::object& day, const std::string& lang) { return maintien::day_in_words(to_day(day, "day"), to_language(lang)); }, py::arg("day"), py::arg("language") = "fr");
}

}  // namespace maintien::python
