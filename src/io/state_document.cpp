// Reading `maintien-state/1`: a closed grammar, then what the numbers must have in common.
#include "maintien/io/state_document.hpp"

#include <charconv>
#include <utility>

#include "io/json_grammar.hpp"
#include "maintien/indicators/catalogue.hpp"
#include "maintien/indicators/merge_states.hpp"
#include "maintien/io/text_file.hpp"

namespace maintien::io {

namespace {

/// The longest time between two days of the calendar.
constexpr std::int64_t most_days = 3'652'059;

/// Reads a state, noting every fault.
class StateReader {
public:
    explicit StateReader(const std::string& name) : grammar_{name, "maintien-state/1"} { loaded_.state.linked = true; }

    LoadedState read(std::string_view json);

private:
    std::int64_t count(const JsonNode& node, std::int64_t least = 0, std::int64_t most = greatest_state_count);
    std::int64_t required_count(const JsonNode& owner, std::string_view key, std::int64_t least = 0, std::int64_t most = greatest_state_count);
    Day required_day(const JsonNode& owner, std::string_view key);
    const JsonNode* object(const JsonNode& owner, std::string_view key, const std::vector<std::string_view>& keys);
    const JsonNode* array(const JsonNode& owner, std::string_view key);
    void question(const JsonNode& root);
    void keys(const JsonNode& root);
    void rules(const JsonNode& root);
    void sources(const JsonNode& root);
    StateSource source(const JsonNode& node);
    void check_source(const JsonNode& node, const StateSource& source);
    void input(const JsonNode& root);
    void stratum(const JsonNode& node, StateStratum& into);
    void values(const JsonNode& node, StratumTexts& into);
    void value(const JsonNode& node, StratumKey key, StratumTexts& into);
    void persons(const JsonNode& node, StateStratum& into, bool of_one_service);
    void cells_of(const JsonNode& node, StratumTally& into);
    void block(const JsonNode& node, const NamedCells& block, StratumTally& into);
    void days_of(const JsonNode& node, StratumTally& into);
    void services_of(const JsonNode& node, StratumTally& into);
    void service(const JsonNode& item, StratumTally& into);
    void table(const JsonNode& node, DayCounts& into);
    void strata(const JsonNode& root);
    void check_shares(const JsonNode& node, const StateStratum& stratum, const Catalogue& catalogue);
    void check_numbers(const JsonNode& root);

    LoadedState loaded_;
    State& state_ = loaded_.state;
    JsonGrammar grammar_;
};

// ---- numbers and containers -----------------------------------------------------------------------------------------

std::int64_t StateReader::count(const JsonNode& node, std::int64_t least, std::int64_t most) {
    std::int64_t value = least;
    const char* end = node.text.data() + node.text.size();
    if (node.kind == JsonKind::number) {
        const auto [read_to, error] = std::from_chars(node.text.data(), end, value);
        if (error == std::errc{} && read_to == end && least <= value && value <= most) return value;
    }
    grammar_.wrong(node, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

std::int64_t StateReader::required_count(const JsonNode& owner, std::string_view key, std::int64_t least, std::int64_t most) {
    const auto* node = grammar_.required(owner, key, "a whole number");
    return node ? count(*node, least, most) : least;
}

Day StateReader::required_day(const JsonNode& owner, std::string_view key) {
    const auto* node = grammar_.required(owner, key, "a day");
    return node ? grammar_.day(*node) : no_day;
}

const JsonNode* StateReader::object(const JsonNode& owner, std::string_view key, const std::vector<std::string_view>& keys) {
    const auto* node = grammar_.required(owner, key, "an object");
    if (!node || !grammar_.is(*node, JsonKind::object, "an object")) return nullptr;
    grammar_.only(*node, keys);
    return node;
}

const JsonNode* StateReader::array(const JsonNode& owner, std::string_view key) {
    const auto* node = grammar_.required(owner, key, "an array");
    return node && grammar_.is(*node, JsonKind::array, "an array") ? node : nullptr;
}

// ---- the question ---------------------------------------------------------------------------------------------------

void StateReader::question(const JsonNode& root) {
    const auto* definitions = grammar_.required(root, "definitions", "the version of the definitions");
    if (definitions && (definitions->kind != JsonKind::string || definitions->text != definitions_version)) grammar_.wrong(*definitions, in_quotes(definitions_version));
    if (const auto* node = grammar_.required(root, "protocol", "the name of a protocol")) state_.protocol = grammar_.text(*node);
    state_.as_of = required_day(root, "as_of");
    if (!root.member("known_on")) grammar_.lacking(root, "known_on", "a day or null");
    if (const auto* node = grammar_.given(root, "known_on")) state_.known_on = grammar_.day(*node);
    if (const auto* period = object(root, "period", {"from", "to"})) state_.period = {required_day(*period, "from"), required_day(*period, "to")};
    if (const auto* node = grammar_.required(root, "level", "a number between 0 and 1")) {
        state_.level = grammar_.real(*node, 0, 1).value_or(default_level);
        if (!is_level(state_.level)) grammar_.wrong(*node, "a number between 0 and 1, neither of them");
    }
    if (const auto* node = grammar_.required(root, "interval", "an interval of proportions")) {
        const auto method = node->kind == JsonKind::string ? method_from_code(node->text) : std::nullopt;
        if (!method) grammar_.wrong(*node, "wilson, clopper_pearson or jeffreys");
        state_.interval = method.value_or(IntervalMethod::wilson);
    }
}

void StateReader::keys(const JsonNode& root) {
    const auto* list = array(root, "by");
    if (!list) return;
    for (const auto& item : list->items) {
        const auto key = grammar_.code<StratumKey>(item);
        if (!key) continue;
        if (std::find(state_.by.begin(), state_.by.end(), *key) != state_.by.end()) grammar_.wrong(item, "each key once");
        state_.by.push_back(*key);
    }
}

/// The protocol inside the state; its faults are told at their place in the state.
void StateReader::rules(const JsonNode& root) {
    const auto* node = grammar_.required(root, "rules", "a protocol");
    if (!node || !grammar_.is(*node, JsonKind::object, "a protocol as an object")) return;
    try {
        loaded_.rules = std::make_shared<const LoadedProtocol>(parse_protocol(node->text, grammar_.file));
        state_.rules = &loaded_.rules->protocol;
    } catch (const DocumentError& error) {
        for (auto problem : error.problems.first) {
            problem.pointer = node->pointer + problem.pointer;
            problem.line = problem.column = 0;
            grammar_.problems.add(problem);
        }
    }
}

// ---- whose cases ----------------------------------------------------------------------------------------------------

StateSource StateReader::source(const JsonNode& node) {
    grammar_.only(node, {"service", "from", "to", "as_of", "part", "parts"});
    StateSource source;
    if (!node.member("service")) grammar_.lacking(node, "service", "a service or null");
    if (const auto* service = grammar_.given(node, "service")) source.service = grammar_.text(*service);
    const auto same = [&](std::string_view key, Day expected) {
        if (required_day(node, key) != expected && node.member(key)) grammar_.wrong(*node.member(key), iso(expected) + ", as the state says");
    };
    if (known(state_.period.from)) same("from", state_.period.from);
    if (known(state_.period.to)) same("to", state_.period.to);
    if (known(state_.as_of)) same("as_of", state_.as_of);
    source.parts = static_cast<int>(required_count(node, "parts", 1, 1'000'000));
    source.part = static_cast<int>(required_count(node, "part", 1, source.parts));
    return source;
}

void StateReader::check_source(const JsonNode& node, const StateSource& source) {
    const auto& in = state_.sources;
    if (const auto conflict = maintien::detail::conflict_of_source(in, source)) grammar_.problems.add({grammar_.file, 0, 0, node.pointer, conflict->found, conflict->expected});
    else if (!in.empty() && source < in.back()) grammar_.wrong(node, "sources in the order of their services and parts");
}

void StateReader::sources(const JsonNode& root) {
    const auto* list = array(root, "sources");
    if (!list) return;
    int parts_in = 0;
    for (const auto& item : list->items) {
        if (!grammar_.is(item, JsonKind::object, "a source as an object")) continue;
        const auto read = source(item);
        check_source(item, read);
        parts_in = state_.sources.empty() || state_.sources.back().service != read.service ? 1 : parts_in + 1;
        if (read.parts > 1 && parts_in == read.parts) grammar_.wrong(item, "part 1 of 1 in place of a complete set of parts");
        state_.sources.push_back(read);
    }
    state_.linked = !from_several_services(state_);
}

void StateReader::input(const JsonNode& root) {
    const auto* node = object(root, "input", {"cases", "events", "rejected", "objected", "deviations"});
    if (!node) return;
    auto& input = state_.input;
    input.cases = required_count(*node, "cases");
    input.events = required_count(*node, "events");
    input.rejected = required_count(*node, "rejected");
    input.objected = required_count(*node, "objected");
    input.without_referral = required_count(root, "without_referral");
    std::vector<std::string_view> severities;
    for (const auto& term : terms_of<Severity>) severities.push_back(term.code);
    if (const auto* deviations = object(*node, "deviations", severities))
        for (const auto& term : terms_of<Severity>) input.deviations[index_of(term.value)] = required_count(*deviations, term.code);
}

// ---- the integers ---------------------------------------------------------------------------------------------------

/// Whether a text is a span of time as a report spells it.
bool is_span(StratumKey key, std::string_view text) {
    std::string day(text);
    if (key == StratumKey::year) day += "-01-01";
    else if (key == StratumKey::month) day += "-01";
    else if (text.size() == 7 && text[4] == '-' && text[5] == 'Q' && '1' <= text[6] && text[6] <= '4') day = std::string(text.substr(0, 5)) + "0" + text[6] + "-01";
    else return false;
    return parse_iso(day).has_value();
}

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

// ---- what the numbers have in common --------------------------------------------------------------------------------

/// Whether each of some cells is at most its partner among others.
bool none_exceeds(const StratumTally& tally, CellRange few, CellRange many) {
    for (std::size_t i = 0; i < few.count; ++i)
        if (tally.counts[few.at(i).first] > tally.counts[many.at(i).first]) return false;
    return true;
}

/// Whether a figure's numbers could be: its estimator relies on it.
bool is_plausible(const RowRule& rule, const StratumTally& tally) {
    const auto numerator = sum_of(tally, rule.numerator), denominator = sum_of(tally, rule.denominator), open = sum_of(tally, rule.open);
    switch (rule.kind) {
        case FigureKind::share:
        case FigureKind::share_so_far:
        case FigureKind::rate_target: return numerator <= denominator;
        case FigureKind::standardised: return none_exceeds(tally, rule.numerator[0], rule.denominator[0]);
        case FigureKind::bounded_share: return open <= denominator && numerator <= denominator - open;
        case FigureKind::weighted_share:
            return numerator <= denominator && none_exceeds(tally, rule.weighting->employed, rule.weighting->respondents) &&
                   none_exceeds(tally, rule.weighting->respondents, rule.weighting->eligible);
        default: return true;
    }
}

void StateReader::check_shares(const JsonNode& node, const StateStratum& stratum, const Catalogue& catalogue) {
    const auto wrong = [&](std::string found, std::string expected) { grammar_.problems.add({grammar_.file, 0, 0, node.pointer, std::move(found), std::move(expected)}); };
    if (!fits(stratum)) return wrong("numbers whose sums are too large", "sums up to " + std::to_string(greatest_state_count));
    for (const auto& rule : catalogue)
        if (!is_plausible(rule, stratum.tally)) return wrong("more counted than there are cases in " + std::string(rule.indicator), "a numerator that does not exceed its denominator");
}

void StateReader::check_numbers(const JsonNode& root) {
    const auto catalogue = catalogue_of(*state_.rules);
    check_shares(*root.member("whole"), state_.whole, catalogue);
    for (std::size_t i = 0; i < state_.strata.size(); ++i) check_shares(root.member("strata")->items[i], state_.strata[i], catalogue);
    if (!fits(state_) && grammar_.problems.empty()) grammar_.wrong(root, "numbers up to " + std::to_string(greatest_state_count));
}

LoadedState StateReader::read(std::string_view json) {
    const auto root = grammar_.document(json);
    grammar_.only(root, {"format", "definitions", "protocol", "as_of", "known_on", "period", "level", "interval", "by", "rules", "sources", "input", "without_referral", "whole", "strata"});
    question(root);
    keys(root);
    rules(root);
    sources(root);
    input(root);
    strata(root);
    if (grammar_.problems.empty()) check_numbers(root);
    if (!grammar_.problems.empty()) throw DocumentError(std::move(grammar_.problems));
    return std::move(loaded_);
}

}  // namespace

LoadedState parse_state(std::string_view json, const std::string& name) { return StateReader(name).read(json); }

LoadedState read_state(const Source& source) { return parse_state(read_whole(source), source.name); }

void merge_loaded(LoadedState& into, const LoadedState& added, const std::string& into_name, const std::string& added_name) {
    const auto refused = [&](std::string_view what, std::string found, const std::string& expected) {
        throw DocumentError(Problem{added_name, 0, 0, "/" + std::string(what), std::move(found), expected});
    };
    if (const auto conflict = conflict_between(into.state, added.state)) refused(conflict->what, conflict->found, conflict->expected + " (in " + into_name + ")");
    merge(into.state, added.state);
    if (!fits(into.state)) refused("whole", "numbers whose sums with those of " + into_name + " are too large", "sums up to " + std::to_string(greatest_state_count));
}

}  // namespace maintien::io
