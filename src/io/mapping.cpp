#include "maintien/io/mapping.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "json_tree.hpp"
#include "maintien/io/text_file.hpp"
#include "row_decoder.hpp"

namespace maintien::io {

namespace {

using Words = std::vector<std::string_view>;

/// Reads a mapping, noting every fault.
class MappingReader {
public:
    explicit MappingReader(const std::string& name) : decoder_(names_, dates_) { mapping_.name = name; }

    Mapping read(std::string_view json);

private:
    void wrong(const JsonNode& node, std::string expected);
    void lacking(const JsonNode& owner, std::string_view key, std::string expected);
    bool only(const JsonNode& node, const Words& keys);
    bool is(const JsonNode& node, JsonKind kind, const char* expected);
    std::string text(const JsonNode& owner, std::string_view key, bool required, const char* expected);
    template <class Value>
    void choose(const JsonNode& root, std::string_view key, std::initializer_list<std::pair<std::string_view, Value>> choices, Value& into);
    std::vector<std::string> texts(const JsonNode& node);
    void case_values(const JsonNode* node, bool constants);
    void events(const JsonNode& root);
    void event(const JsonNode& node);
    void check_event(const JsonNode& node, const MappedEvent& event);
    void condition(const JsonNode& node, MappedCondition& into);
    MappedValue value(std::string_view field, const JsonNode& node);
    void check_value(std::string_view field, const JsonNode& node);
    void codes(const JsonNode& node, MappedValue& into);
    void ignored(const JsonNode* node);

    Mapping mapping_;
    Problems problems_;
    NamePool names_;
    DateUse dates_;
    RowDecoder decoder_;
};

void MappingReader::wrong(const JsonNode& node, std::string expected) {
    problems_.add({mapping_.name, 0, 0, node.pointer, node.found(), std::move(expected)});
}

void MappingReader::lacking(const JsonNode& owner, std::string_view key, std::string expected) {
    problems_.add({mapping_.name, 0, 0, owner.pointer + pointer_step(key), "nothing", std::move(expected)});
}

bool MappingReader::is(const JsonNode& node, JsonKind kind, const char* expected) {
    if (node.kind != kind) wrong(node, expected);
    return node.kind == kind;
}

/// Whether an object has no other keys than these; others are faults.
bool MappingReader::only(const JsonNode& node, const Words& keys) {
    bool good = true;
    for (const auto& [key, member] : node.members) {
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
        good = false;
        problems_.add({mapping_.name, 0, 0, member.pointer, "an unknown field", "a field of maintien-mapping/1" + perhaps(key, keys)});
    }
    return good;
}

/// The trimmed text of a member.
std::string MappingReader::text(const JsonNode& owner, std::string_view key, bool required, const char* expected) {
    const auto* node = owner.given(key);
    if (!node && required) lacking(owner, key, expected);
    if (!node || !is(*node, JsonKind::string, expected)) return {};
    if (trimmed(node->text).empty()) wrong(*node, expected);
    return std::string(trimmed(node->text));
}

template <class Value>
void MappingReader::choose(const JsonNode& root, std::string_view key,
                           std::initializer_list<std::pair<std::string_view, Value>> choices, Value& into) {
    const auto* node = root.given(key);
    if (!node) return;
    std::string expected;
    for (const auto& [spelling, value] : choices) {
        if (node->kind == JsonKind::string && node->text == spelling) {
            into = value;
            return;
        }
        expected += (expected.empty() ? "" : ", ") + in_quotes(spelling);
    }
    wrong(*node, "one of " + expected);
}

std::vector<std::string> MappingReader::texts(const JsonNode& node) {
    std::vector<std::string> texts;
    if (!is(node, JsonKind::array, "an array of texts")) return texts;
    for (const auto& item : node.items)
        if (is(item, JsonKind::string, "a text")) texts.emplace_back(trimmed(item.text));
    return texts;
}

void MappingReader::check_value(std::string_view field, const JsonNode& node) {
    const auto key = key_called(field);
    if (!key) return;
    decoder_.check_value({*key, mapped_form(*key, node.kind), node.text, 0});
    const auto outer = pointer_step(field).size();
    for (auto& fault : decoder_.faults)
        problems_.add({mapping_.name, 0, 0, node.pointer + fault.pointer.substr(outer), std::move(fault.found), std::move(fault.expected)});
}

void MappingReader::codes(const JsonNode& node, MappedValue& into) {
    into.translated = true;
    if (!is(node, JsonKind::object, "an object of the table's words and what they stand for")) return;
    for (const auto& [word, target] : node.members) {
        if (target.kind != JsonKind::null) check_value(into.field, target);
        into.codes.emplace_back(trimmed(word), target.json());
    }
}

MappedValue MappingReader::value(std::string_view field, const JsonNode& node) {
    MappedValue into{std::string(field), node.pointer};
    if (node.kind == JsonKind::object && (node.member("column") || node.member("codes"))) {
        only(node, {"column", "codes"});
        into.column = text(node, "column", true, "the name of a column");
        if (const auto* words = node.given("codes")) codes(*words, into);
        return into;
    }
    check_value(field, node);
    into.constant = node.json();
    return into;
}

void MappingReader::case_values(const JsonNode* node, bool constants) {
    if (!node || !is(*node, JsonKind::object, "an object of attributes of the case")) return;
    for (const auto& [field, member] : node->members) {
        const auto key = key_called(field);
        const bool of_case = key && (*key == Key::service || (is_attribute(*key) && describes_the_case(attribute_of(*key))));
        const auto again = [&, name = field](const MappedValue& value) { return value.field == name; };
        if (!of_case) wrong(member, "an attribute of the case or service, not " + in_quotes(field));
        else if (std::any_of(mapping_.case_values.begin(), mapping_.case_values.end(), again)) wrong(member, in_quotes(field) + " once");
        else if (constants && member.kind == JsonKind::object) wrong(member, "a constant");
        else if (member.kind != JsonKind::null) mapping_.case_values.push_back(value(field, member));
    }
}

void MappingReader::condition(const JsonNode& node, MappedCondition& into) {
    if (!is(node, JsonKind::object, "an object with column and in or not_in")) return;
    only(node, {"column", "in", "not_in"});
    into.column = text(node, "column", true, "the name of a column");
    const auto* in = node.given("in");
    const auto* not_in = node.given("not_in");
    if ((in != nullptr) == (not_in != nullptr)) return wrong(node, "exactly one of in and not_in");
    into.in = in != nullptr;
    into.values = texts(into.in ? *in : *not_in);
}

/// What can be told without a table: attributes the event does not take, and those it lacks.
void MappingReader::check_event(const JsonNode& node, const MappedEvent& event) {
    const auto* spelt = node.member("event");
    if (!spelt || spelt->kind != JsonKind::string) return;
    const auto code = event_called(spelt->text);
    if (!code) return;
    auto lacking_bits = shape_of(*code).required;
    for (const auto& value : event.values) {
        const auto key = *key_called(value.field);
        if (!is_attribute(key)) continue;
        lacking_bits &= ~bit_of(attribute_of(key));
        if (!takes(*code, attribute_of(key)))
            wrong(*node.member(value.field), "nothing, for " + spelt->text + " takes no " + value.field);
    }
    for (const auto& term : terms_of<Attribute>)
        if ((lacking_bits & bit_of(term.value)) != 0) lacking(node, term.code, "a value, for " + spelt->text + " requires it");
}

void MappingReader::event(const JsonNode& node) {
    if (!is(node, JsonKind::object, "an event as an object")) return;
    MappedEvent event;
    event.pointer = node.pointer;
    for (const auto& [field, member] : node.members) {
        const auto key = key_called(field);
        const bool attribute = key && (is_attribute(*key) || *key == Key::id), day = key == Key::on || key == Key::recorded_on;
        if (!attribute && !day && field != "when" && key != Key::event) wrong(member, "no field " + in_quotes(field) + " in an event of a mapping");
        if (member.kind == JsonKind::null) continue;
        if (field == "when") condition(member, event.when);
        else if (key == Key::event) event.event = value(field, member);
        else if (attribute) event.values.push_back(value(field, member));
    }
    if (!node.given("event")) lacking(node, "event", "a code of event");
    event.on = text(node, "on", true, "the name of a column");
    event.recorded_on = text(node, "recorded_on", false, "the name of a column");
    check_event(node, event);
    mapping_.events.push_back(std::move(event));
}

void MappingReader::events(const JsonNode& root) {
    const auto* node = root.given("events");
    if (!node) return lacking(root, "events", "an array of events");
    if (!is(*node, JsonKind::array, "an array of events")) return;
    if (node->items.empty()) wrong(*node, "at least one event");
    for (const auto& item : node->items) event(item);
}

void MappingReader::ignored(const JsonNode* node) {
    if (!node || !is(*node, JsonKind::object, "an object of columns and values")) return;
    for (const auto& [column, values] : node->members)
        if (values.kind != JsonKind::null) mapping_.ignore.emplace_back(trimmed(column), texts(values));
}

Mapping MappingReader::read(std::string_view json) {
    const auto root = json_tree(json, mapping_.name, problems_);
    only(root, {"format", "title", "encoding", "delimiter", "dates", "case", "case_attributes", "constants", "events", "ignore"});
    const auto* format = root.given("format");
    if (!format) lacking(root, "format", in_quotes("maintien-mapping/1"));
    else if (format->kind != JsonKind::string || format->text != "maintien-mapping/1") wrong(*format, in_quotes("maintien-mapping/1"));
    if (const auto* title = root.given("title"); title && is(*title, JsonKind::string, "a text")) mapping_.title = title->text;
    choose<Encoding>(root, "encoding", {{"auto", Encoding::automatic}, {"utf-8", Encoding::utf_8}, {"windows-1252", Encoding::windows_1252}},
                     mapping_.encoding);
    choose<char>(root, "delimiter", {{"auto", '\0'}, {";", ';'}, {",", ','}, {"\t", '\t'}, {"tab", '\t'}}, mapping_.delimiter);
    choose<DateStyle>(root, "dates", {{"dd/mm/yyyy", DateStyle::french}, {"YYYY-MM-DD", DateStyle::iso}, {"yyyy-mm-dd", DateStyle::iso},
                                      {"auto", DateStyle::automatic}}, mapping_.dates);
    mapping_.case_column = text(root, "case", true, "the name of a column");
    case_values(root.given("case_attributes"), false);
    case_values(root.given("constants"), true);
    events(root);
    ignored(root.given("ignore"));
    if (!problems_.empty()) throw DocumentError(std::move(problems_));
    return std::move(mapping_);
}

}  // namespace

Mapping parse_mapping(std::string_view json, const std::string& name) { return MappingReader(name).read(json); }

Mapping read_mapping(const Source& source) { return parse_mapping(read_whole(source), source.name); }

}  // namespace maintien::io
