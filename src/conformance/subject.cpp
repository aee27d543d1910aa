#include "maintien/conformance/subject.hpp"

#include <string_view>

#include "maintien/io/events_document.hpp"
#include "maintien/io/json_writer.hpp"

namespace maintien {

namespace {

void write_entries(io::JsonWriter& json, const EventTable& table) {
    for (std::size_t row = 0; row < table.size(); ++row) {
        std::string line;
        io::append_event_line(line, key_of(table, table.case_index[row]), entry_at(table, row), table.names);
        json.value(std::string_view(line).substr(0, line.size() - 1));
    }
}

void write_names(io::JsonWriter& json, const ExpectedFigure& figure) {
    json.key("indicator");
    json.string(figure.indicator);
    json.key("variant");
    json.string_or_null(figure.variant);
    json.key("category");
    json.string_or_null(figure.category);
    if (figure.by.empty()) return;
    json.key("by");
    json.begin_object();
    for (const auto& [key, value] : figure.by) {
        json.key(key);
        json.string(value);
    }
    json.end();
}

/// What a row says beside its name, as far as it says it.
void write_members(io::JsonWriter& json, const ExpectedFigure& figure) {
    for (const auto& [key, number] : figure.numbers) {
        json.key(key);
        json.number_or_null(number);
    }
    for (const auto& [key, text] : figure.texts) {
        json.key(key);
        if (text) json.string(*text);
        else json.null();
    }
    if (!figure.excluded) return;
    json.key("excluded");
    json.begin_object();
    for (const auto& [reason, count] : *figure.excluded) {
        json.key(reason);
        json.count(count);
    }
    json.end();
}

void write_asked(io::JsonWriter& json, const Expectation& expect) {
    json.key("asked");
    json.begin_array();
    if (expect.stage) json.string("stage");
    if (expect.accepted) json.string("accepted");
    // Asked whether a rule is expected or not: else it would tell that the entry is refused.
    if (expect.accepted) json.string("refused");
    if (expect.deadlines) json.string("agenda");
    if (!expect.figures.empty()) json.string("report");
    json.end();
    if (expect.figures.empty()) return;
    json.key("rows");
    json.begin_array();
    for (const auto& figure : expect.figures) {
        json.begin_object();
        write_names(json, figure);
        json.end();
    }
    json.end();
}

void write_verdict(io::JsonWriter& json, const Expectation& answer) {
    if (!answer.accepted) return;
    json.key("accepted");
    json.boolean(*answer.accepted);
    if (answer.refused.empty()) return;
    json.key("refused");
    json.begin_array();
    for (const auto& rule : answer.refused) {
        json.begin_object();
        json.key("rule");
        json.string(rule);
        json.end();
    }
    json.end();
}

void write_deadlines(io::JsonWriter& json, const Expectation& answer) {
    if (!answer.deadlines) return;
    json.key("agenda");
    json.begin_array();
    for (const auto& [rule, due] : *answer.deadlines) {
        json.begin_object();
        json.key("rule");
        json.string(rule);
        json.key("due");
        json.day_or_null(due);
        json.end();
    }
    json.end();
}

void write_figures(io::JsonWriter& json, const Expectation& answer) {
    if (answer.figures.empty()) return;
    json.key("report");
    json.begin_array();
    for (const auto& figure : answer.figures) {
        json.begin_object();
        write_names(json, figure);
        write_members(json, figure);
        json.end();
    }
    json.end();
}

}  // namespace

std::string question_line(const Scenario& scenario) {
    io::JsonWriter json;
    json.begin_object();
    json.key("format");
    json.string("maintien-question/1");
    json.key("protocol");
    json.string(scenario.protocol);
    json.key("as_of");
    json.day_or_null(scenario.as_of);
    json.key("entries");
    json.begin_array();
    write_entries(json, scenario.entries);
    json.end();
    if (scenario.then) {
        json.key("then");
        write_entries(json, *scenario.then);
    }
    write_asked(json, scenario.expect);
    json.end();
    return json.text;
}

std::string answer_line(const Expectation& answer) {
    io::JsonWriter json;
    json.begin_object();
    if (answer.stage) {
        json.key("stage");
        json.string_or_null(*answer.stage ? code_of(**answer.stage) : std::string_view{});
    }
    write_verdict(json, answer);
    write_deadlines(json, answer);
    write_figures(json, answer);
    json.end();
    return json.text;
}

}  // namespace maintien
