#include "row_words.hpp"

#include <algorithm>
#include <utility>

#include "maintien/case/shape.hpp"
#include "maintien/io/encoding.hpp"

namespace maintien::io {

const Meaning* RowWords::translate(const ValuePlan& plan, std::string_view word) {
    const auto at = plan.meanings.find(word);
    if (at != plan.meanings.end()) return &at->second;
    std::vector<std::string_view> words;
    for (const auto& [known_word, meaning] : plan.meanings) words.push_back(known_word);
    failed.insert(plan.key);
    row_.fault_at(plan.column, in_quotes(word), "a word that the mapping lists for " + std::string(name_of(plan.key)) + perhaps(word, words));
    return nullptr;
}

void RowWords::say_translated(const ValuePlan& plan) {
    const auto& cell = row_.cells[plan.column];
    const bool list = is_attribute(plan.key) && shape_of(attribute_of(plan.key)).kind == ValueKind::code_set;
    if (!list || plan.meanings.contains(cell) || cell.find('|') == std::string::npos) {
        const auto* meaning = translate(plan, cell);
        if (meaning && !meaning->absent) said.push_back({plan.key, meaning->form, meaning->text, plan.column});
        return;
    }
    auto joined = std::make_unique<std::string>();
    bool good = true;
    for (std::size_t from = 0; from <= cell.size();) {
        const auto bar = std::min(cell.find('|', from), cell.size());
        const auto* meaning = translate(plan, trimmed(std::string_view(cell).substr(from, bar - from)));
        if (meaning && !meaning->absent) joined->append(joined->empty() ? "" : "|").append(meaning->text);
        good = good && meaning;
        from = bar + 1;
    }
    if (!good || joined->empty()) return;
    said.push_back({plan.key, Form::cell, *joined, plan.column});
    built_.push_back(std::move(joined));
}

void RowWords::say_value(const ValuePlan& plan) {
    if (plan.column == no_column) {
        said.push_back({plan.key, plan.constant.form, plan.constant.text, no_column});
    } else if (!row_.cells[plan.column].empty()) {
        if (plan.translated) say_translated(plan);
        else said.push_back({plan.key, Form::cell, row_.cells[plan.column], plan.column});
    }
}

void RowWords::say_case() {
    said.clear();
    failed.clear();
    built_.clear();
    if (!row_.cells[plan_.case_column].empty()) said.push_back({Key::case_number, Form::cell, row_.cells[plan_.case_column], plan_.case_column});
    for (const auto& value : plan_.case_values)
        if (value.key == Key::service) say_value(value);
}

void RowWords::say_event(const EventPlan& event, bool first) {
    say_case();
    said.push_back({Key::on, Form::cell, row_.cells[event.on], event.on});
    if (event.recorded_on != no_column && !row_.cells[event.recorded_on].empty())
        said.push_back({Key::recorded_on, Form::cell, row_.cells[event.recorded_on], event.recorded_on});
    for (const auto& value : event.values) say_value(value);
    if (!first) return;
    for (const auto& value : plan_.case_values) {
        const auto same = [&](const Said& one) { return one.key == value.key; };
        if (std::none_of(said.begin(), said.end(), same)) say_value(value);
    }
}

}  // namespace maintien::io
