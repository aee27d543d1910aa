#include "maintien/conformance/scenario.hpp"

#include <algorithm>

#include "conformance/expectation_reading.hpp"
#include "conformance/figure_reading.hpp"
#include "maintien/case/packing.hpp"
#include "maintien/conformance/subject.hpp"
#include "maintien/io/events.hpp"
#include "maintien/io/text_file.hpp"

namespace maintien {

namespace {

using io::JsonKind;
using io::JsonNode;

void read_title(KitGrammar& grammar, const JsonNode& root, Scenario& into) {
    const auto* node = grammar.member(root, "title", JsonKind::object, "a title in fr and en");
    if (!node) return;
    grammar.only(*node, {"fr", "en"});
    into.title_fr = grammar.text_of(*node, "fr", "a title in French");
    into.title_en = grammar.text_of(*node, "en", "a title in English");
}

// ---- what is recorded and proposed --------------------------------------------------------------------------------

/// An entry as a line of an event file.
std::string event_line(const JsonNode& node) {
    auto line = node.json();
    // Line ends stand between the members only: inside of texts JSON has none.
    std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return line + "\n";
}

/// The entries as an event file has them, the proposed one last; their faults are placed in the scenario.
std::optional<EventTable> read_entries(KitGrammar& grammar, const std::vector<JsonNode>& nodes, const JsonNode* then) {
    std::string lines;
    for (const auto& node : nodes) lines += event_line(node);
    if (then) lines += event_line(*then);
    try {
        return io::read_events(std::vector{io::Source{grammar.file, lines, io::Dialect::json_lines}}, {.threads = 1}).table;
    } catch (const io::DocumentError& error) {
        for (const auto& problem : error.problems.first) {
            const bool proposed = problem.line > nodes.size();
            const auto place = proposed ? "/then" : "/entries/" + std::to_string(problem.line - 1);
            if (proposed || !then) grammar.fault(place + problem.pointer, problem.found, problem.expected);
        }
        return std::nullopt;
    }
}

/// Reads the proposed entry together with the others: an amendment names one of them.
void read_proposal(KitGrammar& grammar, const JsonNode& entries, const JsonNode& then, Scenario& into) {
    const auto all = read_entries(grammar, entries.items, &then);
    if (!all || all->size() != into.entries.size() + 1) return;
    const auto last = all->size() - 1;
    auto& table = into.then.emplace();
    const auto entry = packed(unpacked(entry_at(*all, last), all->names), table.names);
    add_row(table, case_of(table, key_of(*all, all->case_index[last])), view_of(entry));
}

/// Reads what is recorded and proposed, under which protocol, and the day looked at.
void read_situation(KitGrammar& grammar, const JsonNode& root, Scenario& into) {
    into.protocol = grammar.text_of(root, "protocol", "the name of a protocol");
    into.as_of = grammar.day_of(root, "as_of");
    const auto* entries = grammar.member(root, "entries", JsonKind::array, "an array of entries");
    const auto* then = grammar.optional(root, "then", JsonKind::object, "an entry");
    auto recorded = entries ? read_entries(grammar, entries->items, nullptr) : std::nullopt;
    if (recorded) into.entries = std::move(*recorded);
    if (entries && then) read_proposal(grammar, *entries, *then, into);
}

// ---- scenarios and questions --------------------------------------------------------------------------------------

Scenario scenario_in(KitGrammar& grammar, const JsonNode& root) {
    Scenario scenario;
    read_title(grammar, root, scenario);
    read_situation(grammar, root, scenario);
    if (const auto* expect = grammar.member(root, "expect", JsonKind::object, "what is expected")) scenario.expect = read_expectation(grammar, *expect);
    if (scenario.expect.accepted && !root.given("then")) grammar.fault("/then", "nothing", "the entry that is accepted or refused");
    return scenario;
}

void read_asked(KitGrammar& grammar, const JsonNode& root, Expectation& into) {
    const auto* node = grammar.member(root, "asked", JsonKind::array, "an array of what is asked");
    if (!node) return;
    for (const auto& item : node->items) {
        if (item.text == "stage") into.stage.emplace();
        else if (item.text == "accepted") into.accepted = false;
        else if (item.text == "agenda") into.deadlines.emplace();
        else if (item.text != "refused" && item.text != "report") grammar.wrong(item, "stage, accepted, refused, agenda or report");
    }
}

Scenario question_in(KitGrammar& grammar, const JsonNode& root) {
    Scenario question;
    read_situation(grammar, root, question);
    read_asked(grammar, root, question.expect);
    question.expect.figures = read_figures(grammar, root, "rows");
    return question;
}

/// A kind of document: its format, its members, and how it is read.
struct KitDocument {
    std::string format;
    std::vector<std::string_view> keys;
    Scenario (*read)(KitGrammar&, const JsonNode&);
};

const KitDocument scenario_document{"maintien-scenario/1", {"format", "title", "protocol", "as_of", "entries", "then", "expect"}, &scenario_in};
const KitDocument question_document{"maintien-question/1", {"format", "protocol", "as_of", "entries", "then", "asked", "rows"}, &question_in};

/// Reads a document of a file, or of one of its lines.
void read_one(const std::string& file, std::size_t line, std::string_view text, const KitDocument& document, std::vector<Scenario>& into, io::Problems& problems) {
    KitGrammar grammar{{file, document.format}};
    try {
        const auto root = grammar.document(text);
        grammar.only(root, document.keys);
        into.push_back(document.read(grammar, root));
        into.back().place = file + (line != 0 ? ":" + std::to_string(line) : "");
    } catch (const io::DocumentError& error) {
        grammar.problems.add(error.problems);
    }
    if (line != 0)
        for (auto& problem : grammar.problems.first) problem.line = line;
    problems.add(std::move(grammar.problems));
}

void read_lines(const std::string& file, std::string_view content, const KitDocument& document, std::vector<Scenario>& into, io::Problems& problems) {
    for (std::size_t from = 0, line = 1; from < content.size(); ++line) {
        const auto end = std::min(content.find('\n', from), content.size());
        const auto one = content.substr(from, end - from);
        from = end + 1;
        if (one.find_first_not_of(" \t\r") != std::string_view::npos) read_one(file, line, one, document, into, problems);
    }
}

}  // namespace

std::vector<Scenario> read_scenarios(const io::Source& source) {
    const auto content = io::read_whole(source);
    std::vector<Scenario> scenarios;
    io::Problems problems;
    if (source.name.ends_with(".jsonl")) read_lines(source.name, content, scenario_document, scenarios, problems);
    else read_one(source.name, 0, content, scenario_document, scenarios, problems);
    if (!problems.empty()) throw io::DocumentError(std::move(problems));
    return scenarios;
}

std::vector<Scenario> read_questions(const io::Source& source) {
    std::vector<Scenario> questions;
    io::Problems problems;
    read_lines(source.name, io::read_whole(source), question_document, questions, problems);
    if (!problems.empty()) throw io::DocumentError(std::move(problems));
    return questions;
}

}  // namespace maintien
