#include "values.hpp"

#include <datetime.h>

#include <pybind11/gil_safe_call_once.h>

#include <cmath>

#include "maintien/case/packing.hpp"

namespace maintien::python {

CodeMembers& code_members() {
    PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<CodeMembers> storage;
    return storage.call_once_and_store_result([] { return CodeMembers{}; }).get_stored();
}

const std::vector<py::object>& members_of_list(std::string_view list) { return code_members().find(list)->second; }

namespace {

void need_datetime() {
    if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
    if (PyDateTimeAPI == nullptr) throw py::error_already_set();
}

py::object time_object(TimeOfDay time) {
    need_datetime();
    return py::reinterpret_steal<py::object>(PyTime_FromTime(time.minutes / 60, time.minutes % 60, 0, 0));
}

py::list set_members(const AttributeShape& shape, std::uint32_t bits) {
    const auto& members = members_of_list(shape.list);
    py::list list;
    for (std::size_t i = 0; i < shape.codes; ++i)
        if ((bits >> i & 1) != 0) list.append(members[i]);
    return list;
}

py::object value_object(const AttributeValue& said, const NamePool& names) {
    const auto& shape = shape_of(said.attribute);
    switch (shape.kind) {
        case ValueKind::code: return members_of_list(shape.list)[said.value];
        case ValueKind::code_set: return set_members(shape, said.value);
        case ValueKind::day: return to_python(unpacked_day(said.value));
        case ValueKind::boolean: return py::bool_(said.value != 0);
        case ValueKind::number: return py::int_(said.value);
        case ValueKind::time: return time_object(TimeOfDay{static_cast<std::uint16_t>(said.value)});
        default: return py::str(names.text_of(said.value));
    }
}

/// The attributes of an event in the order in which documents write them: its own, `by`, then those of the case.
template <class Fact>
std::vector<Attribute> attribute_order() {
    std::vector<Attribute> order;
    const auto add = [&](const auto& field) { order.push_back(field.attribute); };
    for_each_field<Fact>(add);
    order.push_back(Attribute::by);
    for_each_field<CaseAttributes>(add);
    return order;
}

template <std::size_t... I>
std::array<std::vector<Attribute>, count_of<Event>> attribute_orders(std::index_sequence<I...>) {
    return {attribute_order<std::variant_alternative_t<I, Fact>>()...};
}

void say(py::dict& dict, const EntryView& entry, const NamePool& names, NameIndex id) {
    static const auto orders = attribute_orders(maintien::detail::event_numbers);
    dict["event"] = to_python(entry.event);
    dict["on"] = to_python(entry.on);
    if (known(entry.recorded_on)) dict["recorded_on"] = to_python(entry.recorded_on);
    if (id != 0) dict["id"] = py::str(names.text_of(id));
    for (const Attribute attribute : orders[index_of(entry.event)])
        if (attribute == Attribute::entry) {
            if (!entry.replacement) continue;
            py::dict replacement;
            say(replacement, view_of(*entry.replacement), names, 0);
            dict["entry"] = replacement;
        } else if (const auto value = value_of(entry, attribute)) {
            dict[py::str(code_of(attribute))] = value_object({attribute, *value}, names);
        }
}

}  // namespace

py::object to_python(Day day) {
    if (!known(day)) return py::none();
    need_datetime();
    const auto date = calendar_date(day);
    return py::reinterpret_steal<py::object>(PyDate_FromDate(date.year, static_cast<int>(date.month), static_cast<int>(date.day)));
}

py::object text_or_none(std::string_view text) { return text.empty() ? py::object(py::none()) : py::object(py::str(text)); }

py::object to_python(const std::optional<double>& number) {
    if (!number) return py::none();
    constexpr double exactly_whole = 9007199254740992.0;  // 2^53
    if (std::trunc(*number) == *number && std::abs(*number) < exactly_whole) return py::int_(static_cast<std::int64_t>(*number));
    return py::float_(*number);
}

Day to_day(py::handle value, const char* argument) {
    need_datetime();
    if (!PyDate_Check(value.ptr()) || PyDateTime_Check(value.ptr()))
        throw py::type_error(std::string(argument) + ": found " + py::repr(value).cast<std::string>() + ", expected a datetime.date");
    return make_day(PyDateTime_GET_YEAR(value.ptr()), static_cast<unsigned>(PyDateTime_GET_MONTH(value.ptr())), static_cast<unsigned>(PyDateTime_GET_DAY(value.ptr())));
}

Day to_day_or_none(py::handle value, const char* argument) { return value.is_none() ? no_day : to_day(value, argument); }

Language to_language(std::string_view text) {
    if (text != "fr" && text != "en") throw py::value_error("language: found '" + std::string(text) + "', expected 'fr' or 'en'");
    return text == "fr" ? Language::fr : Language::en;
}

py::dict to_python(const CaseKey& key, const EntryView& entry, const NamePool& names) {
    py::dict dict;
    if (!key.service.empty()) dict["service"] = py::str(key.service);
    dict["case"] = py::str(key.case_id);
    say(dict, entry, names, entry.id);
    return dict;
}

io::Source to_source(py::handle value, const char* argument) {
    if (py::isinstance<py::bytes>(value)) return {.name = "<bytes>", .text = value.cast<std::string>()};
    if (py::isinstance<py::str>(value)) {
        auto text = value.cast<std::string>();
        if (text.find('\n') == std::string::npos) return {.name = std::move(text)};
        return {.name = "<text>", .text = std::move(text)};
    }
    if (py::hasattr(value, "__fspath__")) return {.name = py::str(py::module_::import("os").attr("fspath")(value)).cast<std::string>()};
    throw py::type_error(std::string(argument) + ": found " + py::repr(value).cast<std::string>() + ", expected a path, or the document as bytes or text");
}

io::Source to_document(py::handle value, const char* argument) {
    if (!py::isinstance(value, py::module_::import("collections.abc").attr("Mapping"))) return to_source(value, argument);
    const auto text = py::module_::import("maintien._documents").attr("json_text")(value);
    return {.name = "<" + std::string(argument) + ">", .text = text.cast<std::string>()};
}

py::object value_class(const char* name) {
    PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<py::module_> package;
    return package.call_once_and_store_result([] { return py::module_::import("maintien"); }).get_stored().attr(name);
}

}  // namespace maintien::python
