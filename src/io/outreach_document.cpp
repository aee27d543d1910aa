#include "maintien/io/outreach_document.hpp"

#include <utility>

#include "io/csv_cell.hpp"
#include "io/write_period.hpp"
#include "maintien/io/json_writer.hpp"
#include "outreach_page.hpp"

namespace maintien::io {

namespace {

constexpr std::string_view outreach_unit(const OutreachFigure& figure) { return figure.denominator ? "proportion" : "cases"; }

/// How a figure is worked out: a share of all actions is no estimate and has no interval.
constexpr std::string_view outreach_method(const OutreachFigure& figure) { return figure.denominator ? "" : "count"; }

std::optional<double> value_of_figure(const OutreachFigure& figure) {
    return figure.denominator ? share_of(figure) : std::optional{static_cast<double>(figure.numerator)};
}

/// What the source documents stand behind, as (key, count): those that stand behind nothing are left out.
std::vector<std::pair<std::string_view, std::int64_t>> outreach_sources(const OutreachFigure& figure) {
    std::vector<std::pair<std::string_view, std::int64_t>> sources;
    for (const auto& term : terms_of<SourceDocument>)
        if (figure.proven[index_of(term.value)] != 0) sources.emplace_back(term.code, figure.proven[index_of(term.value)]);
    if (figure.unproven != 0) sources.emplace_back("none", figure.unproven);
    return sources;
}

// ---- JSON ---------------------------------------------------------------------------------------------------------

void write_figure(JsonWriter& json, const OutreachFigure& figure) {
    const auto value = value_of_figure(figure);
    json.begin_object();
    json.key("indicator");
    json.string("outreach");
    json.key("variant");
    json.string(figure.variant);
    json.key("category");
    json.string_or_null(figure.category);
    json.key("by");
    json.begin_object();
    json.end();
    json.key("numerator");
    json.count(figure.numerator);
    json.key("denominator");
    figure.denominator ? json.count(*figure.denominator) : json.null();
    json.key("value");
    json.number_or_null(value);
    for (const auto unused : {"lower", "upper", "bound_lower", "bound_upper"}) json.key(unused), json.null();
    json.key("method");
    json.string_or_null(outreach_method(figure));
    json.key("unit");
    json.string(outreach_unit(figure));
    json.key("verdict");
    json.null();
    json.key("excluded");
    json.begin_object();
    if (figure.not_recorded != 0) json.key("not_recorded"), json.count(figure.not_recorded);
    json.end();
    json.key("null_reason");
    json.string_or_null(value ? "" : "denominator_zero");
    json.key("sources");
    json.begin_object();
    for (const auto& [key, count] : outreach_sources(figure)) json.key(key), json.count(count);
    json.end();
    json.end();
}

template <ClosedList Code>
void write_code_list(JsonWriter& json, CodeSet<Code> codes) {
    json.begin_array();
    for (const auto& term : terms_of<Code>)
        if (codes.contains(term.value)) json.string(term.code);
    json.end();
}

void write_texts(JsonWriter& json, const std::vector<std::string>& texts) {
    json.begin_array();
    for (const auto& text : texts) json.string(text);
    json.end();
}

void write_participants(JsonWriter& json, const std::optional<ParticipantCounts>& participants) {
    if (!participants) return json.null();
    json.begin_object();
    for (const auto& term : terms_of<ParticipantKind>)
        if (const auto count = (*participants)[index_of(term.value)]; count != 0) json.key(term.code), json.count(count);
    json.end();
}

void write_collective_action(JsonWriter& json, const CollectiveAction& action) {
    json.begin_object();
    json.key("action");
    json.string(action.action.text);
    json.key("title");
    json.string(action.title);
    json.key("outreach_kind");
    json.string(code_of(action.kind));
    json.key("on");
    json.day_or_null(action.on);
    json.key("audience");
    write_code_list(json, action.audience);
    json.key("pilot");
    json.string_or_null(action.pilot);
    json.key("contributors");
    write_texts(json, action.contributors);
    json.key("themes");
    write_texts(json, action.themes);
    json.key("participants");
    write_participants(json, action.participants);
    json.key("source_documents");
    write_code_list(json, action.source_documents);
    json.key("deliverable");
    action.has_deliverable && action.deliverable.empty() ? json.boolean(true) : json.string_or_null(action.deliverable);
    json.key("documented");
    json.boolean(is_documented(action));
    json.end();
}

void write_logged_change(JsonWriter& json, const LoggedChange& logged) {
    json.begin_object();
    json.key("action");
    json.string(logged.action.text);
    json.key("title");
    json.string(logged.title);
    json.key("on");
    json.day_or_null(logged.change.on);
    json.key("change");
    json.string(logged.change.change);
    json.key("reason");
    json.string(logged.change.reason);
    json.end();
}

template <class Rows, class Write>
void write_lines(JsonWriter& json, std::string_view key, const Rows& rows, Write write) {
    json.key(key);
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& row : rows) write(json, row);
    json.end();
}

}  // namespace

std::string outreach_json(const OutreachReport& report) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    json.key("format");
    json.string("maintien-outreach-report/1");
    detail::write_period(json, report.period);
    write_lines(json, "rows", report.figures, write_figure);
    write_lines(json, "actions", report.actions, write_collective_action);
    write_lines(json, "log", report.log, write_logged_change);
    json.end();
    return std::move(json.text) + "\n";
}

std::string outreach_csv(const OutreachReport& report) {
    std::string out = "indicator,variant,category,by,numerator,denominator,value,lower,upper,bound_lower,bound_upper,method,unit,verdict,excluded,null_reason,sources\n";
    for (const auto& figure : report.figures) {
        const auto value = value_of_figure(figure);
        out += "outreach," + std::string(figure.variant) + "," + std::string(figure.category) + ",," + std::to_string(figure.numerator) + ",";
        if (figure.denominator) out += std::to_string(*figure.denominator);
        out += ",";
        if (value) append_json_number(out, *value);
        out += ",,,,," + std::string(outreach_method(figure)) + "," + std::string(outreach_unit(figure)) + ",,";
        out += figure.not_recorded != 0 ? "not_recorded=" + std::to_string(figure.not_recorded) : "";
        out += value ? ",," : ",denominator_zero,";
        std::string sources;
        for (const auto& [key, count] : outreach_sources(figure)) sources += (sources.empty() ? "" : "|") + std::string(key) + "=" + std::to_string(count);
        detail::append_csv_cell(out, sources);
        out += "\n";
    }
    return out;
}

std::string outreach_text(const OutreachReport& report, Language language) { return detail::outreach_page(report, language); }

}  // namespace maintien::io
