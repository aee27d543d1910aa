#include "engine_register.hpp"

#include <cmath>
#include <map>
#include <sstream>
#include <tuple>

namespace engine {

using namespace maintien;

namespace {

template <ClosedList Code>
Code code(const std::string& text) {
    const auto found = from_code<Code>(text);
    if (!found) throw std::invalid_argument(text);
    return *found;
}

Day day_or_none(const std::string& text) { return text.empty() ? no_day : parse_iso(text).value(); }

std::uint32_t packed_set(Attribute attribute, const std::string& text) {
    std::uint32_t bits = 0;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, '|');) bits |= 1u << code_position(attribute, part);
    return bits;
}

}  // namespace

std::uint32_t packed_value(Attribute attribute, const std::string& text, NamePool& names) {
    switch (shape_of(attribute).kind) {
        case ValueKind::code: return static_cast<std::uint32_t>(code_position(attribute, text));
        case ValueKind::code_set: return packed_set(attribute, text);
        case ValueKind::day: return packed_day(parse_iso(text).value());
        case ValueKind::boolean: return text == "true" ? 1 : 0;
        case ValueKind::number: return static_cast<std::uint32_t>(std::stoul(text));
        case ValueKind::time: return parse_time(text).value().minutes;
        default: return names.index_of(text);
    }
}

PackedEntry packed_entry(const slow::Event& event, NamePool& names) {
    PackedEntry entry{code<Event>(event.event), day_or_none(event.on), day_or_none(event.recorded_on), names.index_of(event.id), {}, {}};
    for (const auto& [name, text] : event.attributes) {
        const auto attribute = code<Attribute>(name);
        entry.attributes.push_back({attribute, packed_value(attribute, text, names)});
    }
    if (event.entry) entry.replacement.push_back(packed_entry(*event.entry, names));
    return entry;
}

EventTable table_of(const slow::Register& entries) {
    EventTable table;
    for (const auto& event : entries) {
        const auto entry = packed_entry(event, table.names);
        add_row(table, case_of(table, CaseKey{event.service, event.case_id}), view_of(entry));
    }
    return table;
}

ReportQuestion question_of(const slow::Question& question) {
    ReportQuestion asked{.as_of = day_or_none(question.as_of), .known_on = day_or_none(question.known_on),
                         .from = day_or_none(question.from), .to = day_or_none(question.to), .level = question.level};
    for (const auto& key : question.by) asked.by.push_back(code<StratumKey>(key));
    return asked;
}

ReferencePopulation reference_of(const slow::Question& question) {
    ReferencePopulation reference{.title = "random"};
    for (const auto& [place, weight] : question.reference) {
        const auto age = from_code<AgeBand>(place.first);
        const auto sector = from_code<Sector>(place.second);
        reference.weights[mix_place(age ? index_of(*age) : count_of<AgeBand>, sector ? index_of(*sector) : count_of<Sector>)] = weight;
    }
    return reference;
}

Report report_of(const slow::Register& entries, const slow::Question& question, unsigned threads) {
    auto asked = question_of(question);
    const auto reference = reference_of(question);
    if (!question.reference.empty()) asked.reference = &reference;
    asked.threads = threads;
    return make_report(table_of(entries), built_in_versions(question.protocol), asked);
}

namespace {

using RowKey = std::tuple<std::string, std::string, std::string, std::map<std::string, std::string>>;

RowKey key_of_row(const Report& report, const ReportRow& row) {
    std::map<std::string, std::string> by;
    for (const auto& part : report.strata[row.stratum]) by[std::string(part.key)] = part.value;
    return {std::string(row.indicator), std::string(row.variant), std::string(row.category), by};
}

std::string name_of(const RowKey& key) {
    std::string name = std::get<0>(key) + "/" + std::get<1>(key) + "/" + std::get<2>(key);
    for (const auto& [k, v] : std::get<3>(key)) name += " " + k + "=" + v;
    return name;
}

bool alike(const std::optional<double>& a, const std::optional<double>& b) {
    if (!a || !b) return a.has_value() == b.has_value();
    return std::abs(*a - *b) <= 1e-9 * std::max(1.0, std::abs(*a));
}

std::string text(const std::optional<double>& number) { return number ? std::to_string(*number) : "null"; }

void compare(std::string& found, const std::string& name, const char* what, const std::optional<double>& engine, const std::optional<double>& reference) {
    if (!alike(engine, reference)) found += name + " " + what + ": engine " + text(engine) + ", reference " + text(reference) + "\n";
}

std::string excluded_text(const std::map<std::string, long>& excluded) {
    std::string out;
    for (const auto& [reason, count] : excluded) out += reason + "=" + std::to_string(count) + " ";
    return out;
}

/// A count has the value of its numerator; the reference leaves its value open where it is only a number.
void compare_values(std::string& found, const std::string& name, const ReportRow& row, const slow::Row& reference) {
    compare(found, name, "numerator", row.numerator, reference.numerator);
    compare(found, name, "denominator", row.denominator, reference.denominator);
    const bool only_a_number = !reference.value && reference.null_reason.empty();
    compare(found, name, "value", row.value, only_a_number ? reference.numerator : reference.value);
    compare(found, name, "bound_lower", row.bound_lower, reference.bound_lower);
    compare(found, name, "bound_upper", row.bound_upper, reference.bound_upper);
    if (row.unit == Unit::proportion || row.unit == Unit::days) {
        compare(found, name, "lower", row.lower, reference.lower);
        compare(found, name, "upper", row.upper, reference.upper);
    }
}

void compare_row(std::string& found, const RowKey& key, const ReportRow& row, const slow::Row& reference) {
    const auto name = name_of(key);
    compare_values(found, name, row, reference);
    std::map<std::string, long> excluded;
    for (const auto& exclusion : row.excluded) excluded[std::string(exclusion.reason)] = static_cast<long>(exclusion.count);
    if (excluded != reference.excluded) found += name + " excluded: engine " + excluded_text(excluded) + ", reference " + excluded_text(reference.excluded) + "\n";
    const std::string verdict(row.verdict ? code_of(*row.verdict) : "");
    if (verdict != reference.verdict) found += name + " verdict: engine " + verdict + ", reference " + reference.verdict + "\n";
    const std::string reason(row.null_reason ? code_of(*row.null_reason) : "");
    if (reason != reference.null_reason) found += name + " null_reason: engine " + reason + ", reference " + reference.null_reason + "\n";
}

}  // namespace

std::string difference(const Report& report, const std::vector<slow::Row>& reference) {
    std::map<RowKey, const slow::Row*> expected;
    for (const auto& row : reference) expected[{row.indicator, row.variant, row.category, row.by}] = &row;
    std::string found;
    for (const auto& row : report.rows) {
        const auto key = key_of_row(report, row);
        const auto at = expected.find(key);
        if (at == expected.end()) {
            found += name_of(key) + ": not in the reference\n";
            continue;
        }
        compare_row(found, key, row, *at->second);
        expected.erase(at);
    }
    for (const auto& [key, row] : expected) found += name_of(key) + ": not in the engine's report\n";
    return found;
}

}  // namespace engine
