#include "maintien/io/deviations_document.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <string_view>
#include <vector>

#include "io/phrases.hpp"
#include "io/piecewise.hpp"
#include "io/write_broken_rule.hpp"
#include "io/write_case_key.hpp"
#include "io/write_reason.hpp"
#include "maintien/indicators/percentage.hpp"
#include "maintien/io/json_writer.hpp"

namespace maintien::io {

namespace {

using detail::Sink;

/// The deviations in the order of the list; those that tie keep theirs.
std::vector<const Deviation*> in_order(const DeviationList& list) {
    std::vector<const Deviation*> order;
    order.reserve(list.deviations.size());
    for (const auto& deviation : list.deviations) order.push_back(&deviation);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return listed_before(*a, *b); });
    return order;
}

std::map<std::string_view, std::int64_t> summary_of(const DeviationList& list) {
    std::map<std::string_view, std::int64_t> summary;
    for (const auto& deviation : list.deviations) ++summary[deviation.rule];
    return summary;
}

// ---- JSON ---------------------------------------------------------------------------------------------------------

void write_deviation(JsonWriter& json, const Deviation& deviation) {
    json.begin_object();
    detail::write_case_key(json, {deviation.service, deviation.case_id});
    detail::write_broken_rule(json, deviation);
    json.key("reasons");
    json.begin_array();
    for (const auto& reason : deviation.reasons) detail::write_reason(json, reason);
    json.end();
    json.end();
}

void write_summary(JsonWriter& json, const DeviationList& list) {
    json.key("summary");
    json.begin_object();
    for (const auto& [rule, count] : summary_of(list)) {
        json.key(rule);
        json.count(count);
    }
    json.end();
}

std::string json_pieces(const DeviationList& list, Sink sink) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    json.key("format");
    json.string("maintien-deviations/1");
    json.key("protocol");
    json.string(list.protocol);
    json.key("as_of");
    json.day_or_null(list.as_of);
    json.key("deviations");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto* deviation : in_order(list)) {
        write_deviation(json, *deviation);
        sink.take(json.text);
    }
    json.end();
    write_summary(json, list);
    return detail::finished(json, sink);
}

// ---- text ---------------------------------------------------------------------------------------------------------

std::string severity_counts(const DeviationList& list, Language language) {
    std::array<std::int64_t, count_of<Severity>> counts{};
    for (const auto& deviation : list.deviations) ++counts[index_of(deviation.severity)];
    return detail::deviations_phrase(counts, language);
}

std::string text_head(const DeviationList& list, Language language) {
    const bool french = language == Language::fr;
    const auto total = static_cast<std::int64_t>(list.deviations.size());
    std::string text = french ? "Écarts au protocole " : "Deviations from protocol ";
    text += list.protocol + (french ? ", au " : ", as of ") + detail::day_in_words(list.as_of, language) + "\n";
    text += total == 0 ? (french ? "Aucun écart" : "No deviation") : detail::counted(total, {"écart", "deviation"}, {"écarts", "deviations"}, language);
    if (total > 0) text += (french ? " : " : ": ") + severity_counts(list, language);
    text += ".\n";
    if (total == 0) return text;
    text += french ? "\nPar règle\n" : "\nBy rule\n";
    for (const auto& [rule, count] : summary_of(list))
        text += "  " + detail::padded(rule, 40) + detail::padded_left(grouped(count, language), 10) + "\n";
    return text + "\n";
}

std::string text_of_deviation(const Deviation& deviation, Language language) {
    std::string text = deviation.service.empty() ? "" : deviation.service + "/";
    text += deviation.case_id + "  " + iso(deviation.on) + "  " + capitalised(std::string(label_of(deviation.event, language)));
    if (deviation.episode > 1) text += (language == Language::fr ? " (épisode " : " (episode ") + std::to_string(deviation.episode) + ")";
    text += "  [" + deviation.rule + ", " + std::string(label_of(deviation.severity, language)) + "]\n";
    for (const auto& reason : deviation.reasons) text += detail::wrapped("- " + text_of(reason, language), 4, 2);
    return text;
}

std::string text_pieces(const DeviationList& list, Language language, Sink sink) {
    std::string text = text_head(list, language);
    for (const auto* deviation : in_order(list)) {
        text += text_of_deviation(*deviation, language);
        sink.take(text);
    }
    sink.take_all(text);
    return text;
}

}  // namespace

std::string deviations_json(const DeviationList& list) { return json_pieces(list, {}); }
void write_deviations_json(std::ostream& out, const DeviationList& list) { json_pieces(list, {&out}); }
std::string deviations_text(const DeviationList& list, Language language) { return text_pieces(list, language, {}); }
void write_deviations_text(std::ostream& out, const DeviationList& list, Language language) { text_pieces(list, language, {&out}); }

}  // namespace maintien::io
