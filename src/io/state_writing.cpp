// Writing `maintien-state/1`.
#include "io/report_heading.hpp"
#include "maintien/io/json_writer.hpp"
#include "maintien/io/state_document.hpp"

namespace maintien::io {

namespace {

/// A document written a key a line, on one line: line ends are only between its values.
std::string on_one_line(std::string_view json) {
    std::string line;
    for (std::size_t at = 0; at < json.size();) {
        const auto end = std::min(json.find('\n', at), json.size());
        const auto text = json.substr(at, end - at);
        const auto first = std::min(text.find_first_not_of(' '), text.size());
        if (!line.empty() && line.back() == ',') line += ' ';
        line += text.substr(first);
        at = end + 1;
    }
    return line;
}

void write_question(JsonWriter& json, const State& state) {
    json.key("level");
    json.number(state.level);
    json.key("interval");
    json.string(method_code(state.interval));
    json.key("by");
    json.begin_array();
    for (const auto key : state.by) json.string(code_of(key));
    json.end();
    json.key("rules");
    json.value(on_one_line(protocol_json(*state.rules)));
}

void write_source(JsonWriter& json, const State& state, const StateSource& source) {
    json.begin_object();
    json.key("service");
    json.string_or_null(source.service);
    json.key("from");
    json.day_or_null(state.period.from);
    json.key("to");
    json.day_or_null(state.period.to);
    json.key("as_of");
    json.day_or_null(state.as_of);
    json.key("part");
    json.count(source.part);
    json.key("parts");
    json.count(source.parts);
    json.end();
}

void write_cells(JsonWriter& json, const NamedCells& block, const std::vector<std::int64_t>& counts) {
    const auto count = [&](std::size_t i) { return counts[block.range.first + i]; };
    bool any = false;
    for (std::size_t i = 0; i < block.range.count; ++i) any = any || count(i) != 0;
    if (!any) return;
    json.key(name_of(block));
    if (!block.code) return json.count(count(0));
    json.begin_object();
    for (std::size_t i = 0; i < block.range.count; ++i)
        if (count(i) != 0) {
            json.key(block.code(i));
            json.count(count(i));
        }
    json.end();
}

void write_days(JsonWriter& json, std::string_view name, const DayCounts& table) {
    if (table.rows.empty()) return;
    json.key(name);
    json.begin_array();
    for (const auto& row : table.rows) {
        json.begin_array();
        json.count(row.days);
        json.count(row.count);
        json.end();
    }
    json.end();
}

/// The exits of a service, and the positive ones among them.
void write_service(JsonWriter& json, const std::string& service, const ServiceShare& share) {
    json.begin_array();
    json.string_or_null(service);
    json.count(share.x);
    json.count(share.n);
    json.end();
}

void write_stratum(JsonWriter& json, const StateStratum& stratum, const std::vector<std::string>& services) {
    json.begin_object();
    json.key("by");
    json.begin_array();
    for (const auto& text : stratum.by) json.string_or_null(text);
    json.end();
    json.key("persons");
    if (stratum.persons) json.count(*stratum.persons);
    else json.null();
    json.key("cells");
    json.begin_object();
    for (const auto& block : cell_names) write_cells(json, block, stratum.tally.counts);
    json.end();
    json.key("services");
    json.begin_array();
    for (const auto& [place, share] : stratum.tally.services) write_service(json, services[place], share);
    json.end();
    json.key("days");
    json.begin_object();
    for (std::size_t i = 0; i < stay_count; ++i) write_days(json, stay_names[i], stratum.tally.stays[i]);
    json.end();
    json.end();
}

}  // namespace

std::string state_json(const State& state) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    detail::write_heading(json, {"maintien-state/1", state.protocol, state.as_of, state.known_on, state.period});
    write_question(json, state);
    json.key("sources");
    json.begin_array(state.sources.empty() ? JsonLayout::one_line : JsonLayout::one_a_line);
    for (const auto& source : state.sources) write_source(json, state, source);
    json.end();
    detail::write_input(json, state.input);
    json.key("without_referral");
    json.count(state.input.without_referral);
    json.key("whole");
    write_stratum(json, state.whole, state.services);
    json.key("strata");
    json.begin_array(state.strata.empty() ? JsonLayout::one_line : JsonLayout::one_a_line);
    for (const auto& stratum : state.strata) write_stratum(json, stratum, state.services);
    json.end();
    json.end();
    json.text += '\n';
    return std::move(json.text);
}

}  // namespace maintien::io
