// The integers of a state, stratum by stratum.
#include "io/state_reader.hpp"

namespace maintien::io::detail {
namespace {

/// The longest time between two days of the calendar.
constexpr std::int64_t most_days = 3'652'059;

/// Whether a text is a span of time as a report spells it.
bool is_span(StratumKey key, std::string_view text) {
    std::string day(text);
    if (key == StratumKey::year) day += "-01-01";
    else if (key == StratumKey::month) day += "-01";
    else if (text.size() == 7 && text[4] == '-' && text[5] == 'Q' && '1' <= text[6] && text[6] <= '4') day = std::string(text.substr(0, 5)) + "0" + text[6] + "-01";
    else return false;
    return parse_iso(day).has_value();
}

}  // namespace

void StateReader::value(const JsonNode& node, StratumKey key, StratumTexts& into) {
    if (node.kind == JsonKind::null && !divides_time(key)) return void(into.emplace_back());
    const bool text = node.kind == JsonKind::string && !node.text.empty();
    const bool good = text && (maintien::detail::is_name(key) || (divides_time(key) ? is_span(key, node.text)
                                                                                  : maintien::detail::code_place(key, node.text) < maintien::detail::stratum_codes(key)));
    if (!good) grammar_.wrong(node, "a value of " + std::string(code_of(key)) + (divides_time(key) ? "" : ", or null for not given"));
    into.push_back(node.text);
}

void StateReader::values(const JsonNode& node, StratumTexts& into) {
    const auto* list = array(node, "by");
    if (!list) return;
    if (list->items.size() != state_.by.size()) return grammar_.wrong(*list, std::to_string(state_.by.size()) + " values, one for each key of the state");
    for (std::size_t i = 0; i < state_.by.size(); ++i) value(list->items[i], state_.by[i], into);
}

void StateReader::persons(const JsonNode& node, StateStratum& into, bool of_one_service) {
    const auto* said = node.member("persons");
    if (!said) return grammar_.lacking(node, "persons", "a whole number or null");
    if (state_.linked || of_one_service) into.persons = count(*said);
    else if (said->kind != JsonKind::null) grammar_.wrong(*said, "null: nobody knows who is who across services");
    else into.persons.reset();
}

void StateReader::block(const JsonNode& node, const NamedCells& block, StratumTally& into) {
    if (block.needs_links && !state_.linked) return grammar_.wrong(node, "no such count: nobody knows who is who across services");
    if (!block.code) return void(into.counts[block.range.first] = count(node));
    if (!grammar_.is(node, JsonKind::object, "an object of codes and counts")) return;
    std::vector<std::string_view> codes;
    for (std::size_t i = 0; i < block.range.count; ++i) codes.push_back(block.code(i));
    grammar_.only(node, codes);
    for (std::size_t i = 0; i < codes.size(); ++i)
        if (const auto* said = node.member(codes[i])) into.counts[block.range.first + i] = count(*said);
}

void StateReader::cells_of(const JsonNode& node, StratumTally& into) {
    std::vector<std::string> names;
    for (const auto& one : cell_names) names.push_back(name_of(one));
    const auto* object_of_cells = object(node, "cells", {names.begin(), names.end()});
    if (!object_of_cells) return;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (const auto* said = object_of_cells->member(names[i])) block(*said, cell_names[i], into);
}

void StateReader::table(const JsonNode& node, DayCounts& into) {
    if (!grammar_.is(node, JsonKind::array, "an array of [days, cases]")) return;
    for (const auto& item : node.items) {
        if (item.kind != JsonKind::array || item.items.size() != 2) {
            grammar_.wrong(item, "[days, cases]");
            continue;
        }
        const DayCount row{count(item.items[0], 0, most_days), count(item.items[1], 1)};
        if (!into.rows.empty() && row.days <= into.rows.back().days) grammar_.wrong(item.items[0], "more days than the row before");
        into.rows.push_back(row);
    }
    into.merged = into.rows.size();
}

void StateReader::days_of(const JsonNode& node, StratumTally& into) {
    const auto* tables = object(node, "days", {stay_names.begin(), stay_names.end()});
    if (!tables) return;
    for (std::size_t i = 0; i < stay_count; ++i)
        if (const auto* said = tables->member(stay_names[i])) table(*said, into.stays[i]);
}

/// One service of a stratum; the whole, which is read first, names them all in their order.
void StateReader::service(const JsonNode& item, StratumTally& into) {
    if (item.kind != JsonKind::array || item.items.size() != 3) return grammar_.wrong(item, "[service, positive exits, exits]");
    const auto& name = item.items[0];
    const std::string spelt = name.kind == JsonKind::null ? std::string() : grammar_.text(name);
    const ServiceShare share{count(item.items[1]), count(item.items[2])};
    if (share.x > share.n) grammar_.wrong(item.items[1], "at most the exits");
    if (&into == &state_.whole.tally) {
        if (!state_.services.empty() && !maintien::detail::service_before(state_.services.back(), spelt)) grammar_.wrong(name, "services in order, each once");
        state_.services.push_back(spelt);
        into.services[static_cast<StratumCode>(state_.services.size() - 1)] = share;
        return;
    }
    const auto at = std::find(state_.services.begin(), state_.services.end(), spelt);
    if (at == state_.services.end()) return grammar_.wrong(name, "a service of the whole");
    const auto place = static_cast<StratumCode>(at - state_.services.begin());
    if (!into.services.empty() && place <= into.services.rbegin()->first) grammar_.wrong(name, "services in order, each once");
    into.services[place] = share;
}

void StateReader::services_of(const JsonNode& node, StratumTally& into) {
    if (const auto* list = array(node, "services"))
        for (const auto& item : list->items) service(item, into);
}

void StateReader::stratum(const JsonNode& node, StateStratum& stratum) {
    if (!grammar_.is(node, JsonKind::object, "an object")) return;
    grammar_.only(node, {"by", "persons", "cells", "services", "days"});
    cells_of(node, stratum.tally);
    services_of(node, stratum.tally);
    days_of(node, stratum.tally);
}

void StateReader::strata(const JsonNode& root) {
    if (const auto* whole = grammar_.required(root, "whole", "the integers of all cases")) {
        stratum(*whole, state_.whole);
        if (const auto* by = array(*whole, "by"); by && !by->items.empty()) grammar_.wrong(*by, "no value: it is the whole");
        persons(*whole, state_.whole, false);
    }
    const auto* list = array(root, "strata");
    if (!list) return;
    if (state_.by.empty() && !list->items.empty()) grammar_.wrong(*list, "no stratum, since the state is divided by nothing");
    const bool by_service = std::find(state_.by.begin(), state_.by.end(), StratumKey::service) != state_.by.end();
    for (const auto& item : list->items) {
        StateStratum read;
        stratum(item, read);
        values(item, read.by);
        persons(item, read, by_service);
        if (read.by.size() != state_.by.size()) continue;
        if (!state_.strata.empty() && !stratum_before(state_.by, state_.strata.back().by, read.by)) grammar_.wrong(item, "strata in the order of a report, each once");
        state_.strata.push_back(std::move(read));
    }
}

}  // namespace maintien::io::detail
