#include "maintien/conformance/answer.hpp"

#include <algorithm>
#include <charconv>

#include "io/json_tree.hpp"
#include "maintien/case/packing.hpp"
#include "maintien/conformance/subject.hpp"
#include "maintien/indicators/stratum_key.hpp"
#include "maintien/io/events.hpp"
#include "maintien/io/text_file.hpp"

namespace maintien {

namespace {

using io::JsonKind;
using io::JsonNode;
using ScenarioKeys = std::vector<std::string_view>;

const ScenarioKeys scenario_keys{"format", "title", "protocol", "as_of", "entries", "then", "expect"};
const ScenarioKeys question_keys{"format", "protocol", "as_of", "entries", "then", "asked", "rows"};
const ScenarioKeys expectation_keys{"stage", "accepted", "refused", "agenda", "report"};
const ScenarioKeys number_keys{"numerator", "denominator", "value", "lower", "upper", "bound_lower", "bound_upper"};
const ScenarioKeys text_keys{"method", "unit", "verdict", "null_reason"};

bool is_among(std::string_view key, const ScenarioKeys& keys) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

/// Reads one scenario, noting every fault.
class ScenarioReader {
public:
    ScenarioReader(const std::string& file, std::size_t line) : file_(file), line_(line) {}

    Scenario read(std::string_view text);
    Scenario read_question(std::string_view text);
    Expectation read_answer(std::string_view text);

    io::Problems problems;

private:
    void fault(std::string pointer, std::string found, std::string expected) { problems.add({file_, line_, 0, std::move(pointer), std::move(found), std::move(expected)}); }
    void wrong(const JsonNode& node, std::string expected) { fault(node.pointer, node.found(), std::move(expected)); }
    void only(const JsonNode& node, const ScenarioKeys& keys);
    const JsonNode* member(const JsonNode& owner, std::string_view key, JsonKind kind, const char* expected);
    const JsonNode* optional(const JsonNode& owner, std::string_view key, JsonKind kind, const char* expected);
    std::string text(const JsonNode& owner, std::string_view key, const char* expected);
    Day day(const JsonNode& owner, std::string_view key);
    JsonNode document(std::string_view text, const ScenarioKeys& keys, const std::string& format);
    void title(const JsonNode& root, Scenario& into);
    void situation(const JsonNode& root, Scenario& into);
    void asked(const JsonNode& root, Expectation& into);
    void rows(const JsonNode& root, Expectation& into);
    std::optional<EventTable> events(const std::vector<JsonNode>& nodes, const JsonNode* then);
    void proposal(const JsonNode& entries, const JsonNode& then, Scenario& into);
    void expectation(const JsonNode& node, Expectation& into);
    void said(const JsonNode& node, Expectation& into);
    void stage(const JsonNode& owner, Expectation& into);
    void refusals(const JsonNode& owner, Expectation& into);
    void deadlines(const JsonNode& owner, Expectation& into);
    void figures(const JsonNode& owner, Expectation& into);
    ExpectedFigure figure(const JsonNode& node);
    void number(std::string_view key, const JsonNode& node, ExpectedFigure& into);
    std::optional<std::string> text_or_null(const JsonNode& node);
    void stratum(const JsonNode& node, ExpectedFigure& into);
    void excluded(const JsonNode& node, ExpectedFigure& into);

    const std::string& file_;
    std::size_t line_;
};

void ScenarioReader::only(const JsonNode& node, const ScenarioKeys& keys) {
    for (const auto& [key, value] : node.members)
        if (!is_among(key, keys)) fault(value.pointer, "an unknown field", "a field of maintien-scenario/1");
}

const JsonNode* ScenarioReader::optional(const JsonNode& owner, std::string_view key, JsonKind kind, const char* expected) {
    const auto* node = owner.given(key);
    if (node && node->kind != kind) wrong(*node, expected);
    return node && node->kind == kind ? node : nullptr;
}

const JsonNode* ScenarioReader::member(const JsonNode& owner, std::string_view key, JsonKind kind, const char* expected) {
    if (!owner.given(key)) fault(owner.pointer + io::pointer_step(key), "nothing", expected);
    return optional(owner, key, kind, expected);
}

std::string ScenarioReader::text(const JsonNode& owner, std::string_view key, const char* expected) {
    const auto* node = member(owner, key, JsonKind::string, expected);
    if (node && node->text.empty()) wrong(*node, expected);
    return node ? node->text : "";
}

Day ScenarioReader::day(const JsonNode& owner, std::string_view key) {
    const auto* node = member(owner, key, JsonKind::string, "a date YYYY-MM-DD");
    const auto parsed = node ? parse_iso(node->text) : std::nullopt;
    if (node && !parsed) wrong(*node, "a date YYYY-MM-DD");
    return parsed.value_or(no_day);
}

void ScenarioReader::title(const JsonNode& root, Scenario& into) {
    const auto* node = member(root, "title", JsonKind::object, "a title in fr and en");
    if (!node) return;
    only(*node, {"fr", "en"});
    into.title_fr = text(*node, "fr", "a title in French");
    into.title_en = text(*node, "en", "a title in English");
}

/// The entries as an event file has them, the proposed one last; their faults are placed in the scenario.
std::optional<EventTable> ScenarioReader::events(const std::vector<JsonNode>& nodes, const JsonNode* then) {
    std::string lines;
    const auto add = [&](const JsonNode& node) {
        auto line = node.json();
        // Line ends stand between the members only: inside of texts JSON has none.
        std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
        lines += line + "\n";
    };
    for (const auto& node : nodes) add(node);
    if (then) add(*then);
    try {
        return io::read_events(std::vector{io::Source{file_, lines, io::Dialect::json_lines}}, {.threads = 1}).table;
    } catch (const io::DocumentError& error) {
        for (const auto& problem : error.problems.first) {
            const bool proposed = problem.line > nodes.size();
            if (proposed || !then) fault((proposed ? "/then" : "/entries/" + std::to_string(problem.line - 1)) + problem.pointer, problem.found, problem.expected);
        }
        return std::nullopt;
    }
}

/// Reads the proposed entry together with the others: an amendment names one of them.
void ScenarioReader::proposal(const JsonNode& entries, const JsonNode& then, Scenario& into) {
    const auto all = events(entries.items, &then);
    if (!all || all->size() != into.entries.size() + 1) return;
    const auto last = all->size() - 1;
    auto& table = into.then.emplace();
    const auto entry = packed(unpacked(entry_at(*all, last), all->names), table.names);
    add_row(table, case_of(table, key_of(*all, all->case_index[last])), view_of(entry));
}

void ScenarioReader::stage(const JsonNode& owner, Expectation& into) {
    const auto* node = owner.member("stage");
    if (!node) return;
    if (node->kind == JsonKind::null) return void(into.stage.emplace(std::nullopt));
    const auto code = node->kind == JsonKind::string ? from_code<Stage>(node->text) : std::nullopt;
    if (!code) wrong(*node, "a code of stage, or null before any");
    into.stage.emplace(code);
}

void ScenarioReader::refusals(const JsonNode& owner, Expectation& into) {
    const auto* node = optional(owner, "refused", JsonKind::array, "an array of rules");
    if (!node) return;
    for (const auto& item : node->items) {
        only(item, {"rule"});
        into.refused.push_back(text(item, "rule", "the name of a rule"));
    }
}

void ScenarioReader::deadlines(const JsonNode& owner, Expectation& into) {
    const auto* node = optional(owner, "agenda", JsonKind::array, "an array of deadlines");
    if (!node) return;
    into.deadlines.emplace();
    for (const auto& item : node->items) {
        only(item, {"rule", "due"});
        into.deadlines->push_back({text(item, "rule", "the name of a time limit, or follow_up"), day(item, "due")});
    }
}

void ScenarioReader::number(std::string_view key, const JsonNode& node, ExpectedFigure& into) {
    double value = 0;
    const auto* end = node.text.data() + node.text.size();
    const bool good = node.kind == JsonKind::number && std::from_chars(node.text.data(), end, value).ptr == end;
    if (node.kind == JsonKind::null) into.numbers.emplace_back(key, std::nullopt);
    else if (good) into.numbers.emplace_back(key, value);
    else wrong(node, "a number or null");
}

std::optional<std::string> ScenarioReader::text_or_null(const JsonNode& node) {
    if (node.kind != JsonKind::string && node.kind != JsonKind::null) wrong(node, "a text or null");
    return node.kind == JsonKind::string ? std::optional{node.text} : std::nullopt;
}

void ScenarioReader::stratum(const JsonNode& node, ExpectedFigure& into) {
    std::string keys;
    for (const auto& term : terms_of<StratumKey>) keys.append(keys.empty() ? "" : ", ").append(term.code);
    if (node.kind != JsonKind::object && node.kind != JsonKind::null) wrong(node, "a stratum as an object");
    for (const auto& [key, value] : node.members) {
        if (!from_code<StratumKey>(key)) fault(value.pointer, io::in_quotes(key), "what a report is divided by: " + keys);
        else if (value.kind != JsonKind::string) wrong(value, "a text");
        else into.by.emplace(key, value.text);
    }
}

void ScenarioReader::excluded(const JsonNode& node, ExpectedFigure& into) {
    if (node.kind == JsonKind::null) return;
    if (node.kind != JsonKind::object) return wrong(node, "an object of reasons and how many they are");
    auto& reasons = into.excluded.emplace();
    for (const auto& [reason, value] : node.members) {
        const auto* end = value.text.data() + value.text.size();
        std::int64_t count = 0;
        const auto [read_to, error] = std::from_chars(value.text.data(), end, count);
        if (value.kind == JsonKind::number && error == std::errc{} && read_to == end && count >= 0) reasons.emplace(reason, count);
        else wrong(value, "a whole number");
    }
}

/// A row as a report has it, or as much of one as is looked at.
ExpectedFigure ScenarioReader::figure(const JsonNode& node) {
    ExpectedFigure figure{.indicator = text(node, "indicator", "the name of an indicator")};
    for (const auto& [key, value] : node.members) {
        if (is_among(key, number_keys)) number(key, value, figure);
        else if (is_among(key, text_keys)) figure.texts.emplace_back(key, text_or_null(value));
        else if (key == "variant") figure.variant = text_or_null(value).value_or("");
        else if (key == "category") figure.category = text_or_null(value).value_or("");
        else if (key == "by") stratum(value, figure);
        else if (key == "excluded") excluded(value, figure);
        else if (key != "indicator") fault(value.pointer, "an unknown field", "a field of a row of maintien-report/1");
    }
    return figure;
}

void ScenarioReader::figures(const JsonNode& owner, Expectation& into) {
    const auto* node = optional(owner, "report", JsonKind::array, "an array of rows");
    if (!node) return;
    for (const auto& item : node->items) into.figures.push_back(figure(item));
}

/// What is expected, or answered.
void ScenarioReader::said(const JsonNode& node, Expectation& into) {
    only(node, expectation_keys);
    stage(node, into);
    if (const auto* accepted = optional(node, "accepted", JsonKind::truth, "true or false")) into.accepted = accepted->text == "true";
    refusals(node, into);
    if (!into.refused.empty() && into.accepted == true) fault(node.pointer + "/refused", "an array", "nothing: the entry is accepted");
    if (!into.refused.empty()) into.accepted = false;
    deadlines(node, into);
    figures(node, into);
}

void ScenarioReader::expectation(const JsonNode& node, Expectation& into) {
    // Of a stage alone null says something: before any.
    const auto says = [&](const auto& member) { return member.first == "stage" || node.given(member.first); };
    if (std::none_of(node.members.begin(), node.members.end(), says)) wrong(node, "something that is expected");
    said(node, into);
    if (const auto* refused = node.member("refused"); refused && refused->kind == JsonKind::array && refused->items.empty()) wrong(*refused, "at least one rule");
}

Expectation ScenarioReader::read_answer(std::string_view text_of_answer) {
    Expectation answer;
    said(io::json_tree(text_of_answer, file_, problems), answer);
    return answer;
}

/// The document a text is, which must be of a format.
JsonNode ScenarioReader::document(std::string_view text_of_document, const ScenarioKeys& keys, const std::string& format) {
    auto root = io::json_tree(text_of_document, file_, problems);
    only(root, keys);
    const auto expected = "\"" + format + "\"";
    if (const auto found = text(root, "format", expected.c_str()); !found.empty() && found != format) wrong(*root.member("format"), expected);
    return root;
}

/// What is recorded and proposed, under which protocol, and the day looked at.
void ScenarioReader::situation(const JsonNode& root, Scenario& into) {
    into.protocol = text(root, "protocol", "the name of a protocol");
    into.as_of = day(root, "as_of");
    const auto* entries = member(root, "entries", JsonKind::array, "an array of entries");
    const auto* then = optional(root, "then", JsonKind::object, "an entry");
    auto recorded = entries ? events(entries->items, nullptr) : std::nullopt;
    if (recorded) into.entries = std::move(*recorded);
    if (entries && then) proposal(*entries, *then, into);
}

Scenario ScenarioReader::read(std::string_view text_of_scenario) {
    Scenario scenario;
    const auto root = document(text_of_scenario, scenario_keys, "maintien-scenario/1");
    title(root, scenario);
    situation(root, scenario);
    if (const auto* expect = member(root, "expect", JsonKind::object, "what is expected")) expectation(*expect, scenario.expect);
    if (scenario.expect.accepted && !root.given("then")) fault("/then", "nothing", "the entry that is accepted or refused");
    return scenario;
}

void ScenarioReader::asked(const JsonNode& root, Expectation& into) {
    const auto* node = member(root, "asked", JsonKind::array, "an array of what is asked");
    if (!node) return;
    for (const auto& item : node->items) {
        if (item.text == "stage") into.stage.emplace();
        else if (item.text == "accepted") into.accepted = false;
        else if (item.text == "agenda") into.deadlines.emplace();
        else if (item.text != "refused" && item.text != "report") wrong(item, "stage, accepted, refused, agenda or report");
    }
}

void ScenarioReader::rows(const JsonNode& root, Expectation& into) {
    const auto* node = optional(root, "rows", JsonKind::array, "an array of rows");
    if (!node) return;
    for (const auto& item : node->items) into.figures.push_back(figure(item));
}

Scenario ScenarioReader::read_question(std::string_view text_of_question) {
    Scenario question;
    const auto root = document(text_of_question, question_keys, "maintien-question/1");
    situation(root, question);
    asked(root, question.expect);
    rows(root, question.expect);
    return question;
}

/// How one document is read: a scenario, or a question.
using ReadDocument = Scenario (ScenarioReader::*)(std::string_view);

void read_one(const std::string& file, std::size_t line, std::string_view text, ReadDocument read, std::vector<Scenario>& into, io::Problems& problems) {
    ScenarioReader reader(file, line);
    try {
        into.push_back((reader.*read)(text));
        into.back().place = file + (line != 0 ? ":" + std::to_string(line) : "");
    } catch (const io::DocumentError& error) {
        auto problem = error.problems.first.front();
        if (line != 0) problem.line = line;
        reader.problems.add(std::move(problem));
    }
    problems.add(std::move(reader.problems));
}

void read_lines(const std::string& file, std::string_view content, ReadDocument read, std::vector<Scenario>& into, io::Problems& problems) {
    for (std::size_t from = 0, line = 1; from < content.size(); ++line) {
        const auto end = std::min(content.find('\n', from), content.size());
        const auto one = content.substr(from, end - from);
        from = end + 1;
        if (one.find_first_not_of(" \t\r") != std::string_view::npos) read_one(file, line, one, read, into, problems);
    }
}

}  // namespace

Expectation parse_answer(std::string_view json, const std::string& name) {
    ScenarioReader reader(name, 0);
    auto answer = reader.read_answer(json);
    if (!reader.problems.empty()) throw io::DocumentError(std::move(reader.problems));
    return answer;
}

std::vector<Scenario> read_scenarios(const io::Source& source) {
    const auto content = io::read_whole(source);
    std::vector<Scenario> scenarios;
    io::Problems problems;
    if (source.name.ends_with(".jsonl")) read_lines(source.name, content, &ScenarioReader::read, scenarios, problems);
    else read_one(source.name, 0, content, &ScenarioReader::read, scenarios, problems);
    if (!problems.empty()) throw io::DocumentError(std::move(problems));
    return scenarios;
}

std::vector<Scenario> read_questions(const io::Source& source) {
    std::vector<Scenario> questions;
    io::Problems problems;
    read_lines(source.name, io::read_whole(source), &ScenarioReader::read_question, questions, problems);
    if (!problems.empty()) throw io::DocumentError(std::move(problems));
    return questions;
}

}  // namespace maintien
