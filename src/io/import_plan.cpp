#include "import_plan.hpp"

#include <algorithm>

#include "maintien/io/json_lines.hpp"

namespace maintien::io {

namespace {

Meaning meaning_of(Key key, const std::string& json) {
    JsonScanner scanner;
    std::vector<JsonValue> items;
    const auto array = "[" + json + "]";
    scanner.scan_array(array, items);
    return {mapped_form(key, items.front().kind), std::string(items.front().text), items.front().kind == JsonKind::null};
}

/// What is to be known of a header with one name: a title above the names of the columns, or another delimiter, makes all of them missing.
std::string one_name_alone(const Header& header) {
    const auto is_filled = [](const std::string& name) { return !name.empty(); };
    if (std::count_if(header.names.begin(), header.names.end(), is_filled) != 1) return {};
    return "; a table begins with the names of its columns, this one with " +
           in_quotes(*std::find_if(header.names.begin(), header.names.end(), is_filled)) + " alone: a title, or another delimiter?";
}

/// Finds the columns of a mapping in a header.
class Planner {
public:
    Planner(const Mapping& mapping, const Header& header, const std::string& file) : mapping_(mapping), header_(header), file_(file) {}

    TablePlan plan();
    std::vector<std::string> unmapped() const;

    Problems problems;

private:
    std::size_t column(const std::string& name, const std::string& pointer);
    ValuePlan value(const MappedValue& mapped);
    EventPlan event(const MappedEvent& mapped);
    void list_values(TablePlan& plan);

    const Mapping& mapping_;
    const Header& header_;
    const std::string& file_;
    std::set<std::string> named_;
};

std::size_t Planner::column(const std::string& name, const std::string& pointer) {
    if (name.empty()) return no_column;
    const bool first_time = named_.insert(name).second;
    const auto at = std::find(header_.names.begin(), header_.names.end(), name);
    const auto note = [&](FilePlace place, std::string found, std::string expected) {
        if (first_time) problems.add({file_, place.line, place.column, {}, std::move(found), std::move(expected)});
    };
    if (at == header_.names.end()) {
        note(header_.place, "no column " + in_quotes(name),
             "the column that " + pointer + " of " + mapping_.name + " names" + perhaps(name, {header_.names.begin(), header_.names.end()}) +
                 one_name_alone(header_));
        return no_column;
    }
    const auto number = static_cast<std::size_t>(at - header_.names.begin());
    for (auto again = number + 1; again < header_.names.size(); ++again)
        if (header_.names[again] == name) note(header_.places[again], "the column " + in_quotes(name) + " twice", "it once");
    return number;
}

ValuePlan Planner::value(const MappedValue& mapped) {
    ValuePlan plan{*key_called(mapped.field), column(mapped.column, mapped.pointer), mapped.translated, {}, {}};
    if (mapped.column.empty()) plan.constant = meaning_of(plan.key, mapped.constant);
    for (const auto& [word, json] : mapped.codes) plan.meanings.emplace(word, meaning_of(plan.key, json));
    return plan;
}

EventPlan Planner::event(const MappedEvent& mapped) {
    EventPlan plan{&mapped, column(mapped.on, mapped.pointer + "/on"), column(mapped.recorded_on, mapped.pointer + "/recorded_on"),
                   column(mapped.when.column, mapped.pointer + "/when/column"), {}};
    plan.values.push_back(value(mapped.event));
    for (const auto& said : mapped.values) plan.values.push_back(value(said));
    return plan;
}

void Planner::list_values(TablePlan& plan) {
    for (const auto& event : plan.events)
        if (event.when != no_column) plan.listed[event.when].insert(event.mapped->when.values.begin(), event.mapped->when.values.end());
    for (const auto& [name, values] : mapping_.ignore) {
        const auto at = column(name, "/ignore" + pointer_step(name));
        if (const auto found = plan.listed.find(at); found != plan.listed.end()) found->second.insert(values.begin(), values.end());
    }
}

/// Marks the columns that only say something of an event: filled, they ask for an event.
void mark_only_said(TablePlan& plan) {
    plan.only_said.assign(plan.columns, false);
    const auto mark = [&](std::size_t at, bool yes) {
        if (at != no_column) plan.only_said[at] = yes;
    };
    for (const auto& event : plan.events)
        for (const auto& said : event.values) mark(said.column, true);
    for (const auto& event : plan.events)
        for (const auto column : {event.on, event.recorded_on, event.when}) mark(column, false);
    for (const auto& said : plan.case_values) mark(said.column, false);
    mark(plan.case_column, false);
}

TablePlan Planner::plan() {
    TablePlan plan;
    plan.columns = header_.names.size();
    plan.names = header_.names;
    plan.case_column = column(mapping_.case_column, "/case");
    for (const auto& mapped : mapping_.case_values) plan.case_values.push_back(value(mapped));
    for (const auto& mapped : mapping_.events) plan.events.push_back(event(mapped));
    list_values(plan);
    mark_only_said(plan);
    return plan;
}

std::vector<std::string> Planner::unmapped() const {
    std::vector<std::string> names;
    for (const auto& name : header_.names)
        if (!named_.contains(name)) names.push_back(name);
    return names;
}

}  // namespace

PlannedTable plan_table(const Mapping& mapping, const Header& header, const std::string& file) {
    Planner planner(mapping, header, file);
    PlannedTable planned;
    planned.plan = planner.plan();
    planned.unmapped = planner.unmapped();
    planned.problems = std::move(planner.problems);
    return planned;
}

}  // namespace maintien::io
