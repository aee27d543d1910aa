#include "maintien/io/trend_document.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "io/piecewise.hpp"
#include "io/report_figures.hpp"
#include "io/report_heading.hpp"
#include "io/report_rows.hpp"
#include "io/text_table.hpp"
#include "io/write_period.hpp"
#include "maintien/io/json_writer.hpp"

namespace maintien::io {

namespace {

using detail::Sink;

// ---- JSON and CSV -------------------------------------------------------------------------------------------------

void write_span(JsonWriter& json, const Report& report, Sink sink) {
    json.begin_object(JsonLayout::one_a_line);
    detail::write_period(json, report.period);
    json.key("as_of");
    json.day_or_null(report.as_of);
    json.key("rows");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& row : report.rows) {
        detail::write_report_row(json, report, row);
        sink.take(json.text);
    }
    json.end();
    json.end();
}

/// The report of the last span, seen from the last day; one without anything for a period without days.
const Report& last_report(const Trend& trend) {
    static const Report none;
    return trend.reports.empty() ? none : trend.reports.back();
}

std::string trend_json_pieces(const Trend& trend, Sink sink) {
    JsonWriter json;
    const auto& last = last_report(trend);
    json.begin_object(JsonLayout::one_a_line);
    detail::write_heading(json, {"maintien-trend/1", last.protocol, last.as_of, last.known_on, trend.period});
    json.key("every");
    json.string(code_of(trend.every));
    json.key("over");
    json.string(code_of(trend.over));
    json.key("level");
    json.number(last.level);
    detail::write_input(json, last.input);
    json.key("spans");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& report : trend.reports) write_span(json, report, sink);
    json.end();
    return detail::finished(json, sink);
}

std::string trend_csv_pieces(const Trend& trend, Sink sink) {
    std::string text = "from,to," + std::string(detail::report_csv_header);
    for (const auto& report : trend.reports)
        for (const auto& row : report.rows) {
            text += iso(report.period.from) + "," + iso(report.period.to) + ",";
            detail::append_report_csv_row(text, report, row);
            sink.take(text);
        }
    sink.take_all(text);
    return text;
}

// ---- text ---------------------------------------------------------------------------------------------------------

/// A line of the table: its words, and the figure it shows.
struct KeyLine {
    Text words;
    std::string_view indicator, variant{}, category{};
};

constexpr auto key_lines = std::to_array<KeyLine>({
    {{"Signalements", "Referrals"}, "referrals"},
    {{"Entrées", "Entries"}, "entries", "broad"},
    {{"Refus / (refus + dossiers ouverts)", "Refusals / (refusals + opened)"}, "refusal_rate"},
    {{"Contact dans le délai", "Contact within the limit"}, "contact_within_limit", "mature"},
    {{"Sortis", "Left"}, "caseload", "outflow"},
    {{"Sorties positives / sorties", "Positive exits / exits"}, "positive_exit_rate", "per_exit_of_period"},
    {{"Maintenus en emploi / sorties", "Kept in employment / exits"}, "kept_in_employment", "per_exit_of_period"},
    {{"Jours dans la cellule (sortis)", "Days in the cell (left)"}, "days_in_cell", "closed_mean_of_period"},
    {{"Ouverts à la fin", "Open at the end"}, "caseload", "closing"},
    {{"Rendez-vous tenus", "Appointments held"}, "appointments", "held"},
});

constexpr std::size_t key_label_width = 36, span_width = 16, spans_side_by_side = (detail::page_width - key_label_width) / span_width;

/// A span as the head of a column: 2024, 2024-T1, 2024-03; a span that is cut says its days below.
std::string span_name(Period span, Every every, Language language) {
    const auto date = calendar_date(span.from);
    const auto year = iso(span.from).substr(0, 4);
    if (every == Every::year) return year;
    if (every == Every::quarter) return year + (language == Language::fr ? "-T" : "-Q") + std::to_string((date.month - 1) / 3 + 1);
    return iso(span.from).substr(0, 7);
}

/// The head of a span's column: the span, or the day on which the register is seen.
std::string column_name(const Trend& trend, Period period, Language language) {
    return trend.over == TrendOver::days ? iso(period.to) : span_name(period, trend.every, language);
}

std::string key_figure(const detail::Figures& figures, const KeyLine& line) {
    const auto* row = figures.find(line.indicator, line.variant, line.category);
    if (!row || !row->value) return std::string(detail::no_figure);
    if (row->unit != Unit::proportion) return detail::value_text(figures, *row);
    return detail::fraction_text(*row, figures.language) + " " + detail::share_text(figures, *row);
}

/// The lines of some neighbouring spans.
std::string block_of_spans(const Trend& trend, std::size_t first, std::size_t last, Language language) {
    std::vector<detail::Figures> columns;
    std::vector<std::string> names;
    for (std::size_t i = first; i < last; ++i) {
        columns.push_back(detail::figures_of(trend.reports[i], language));
        names.push_back(column_name(trend, trend.reports[i].period, language));
    }
    detail::TextTable table{key_label_width, std::vector<std::size_t>(columns.size(), span_width), {}};
    table.rule();
    table.line("", names);
    table.rule();
    for (const auto& line : key_lines) {
        std::vector<std::string> cells;
        for (const auto& figures : columns) cells.push_back(key_figure(figures, line));
        table.line(in_language(line.words, language), cells);
    }
    return table.text;
}

/// What the columns of a trend over periods are, or of one over days.
std::string columns_in_words(const Trend& trend, Language language) {
    if (trend.over == TrendOver::days)
        return std::string(detail::said(language, "Chaque colonne : la période depuis son début jusqu'à ce jour, vue ce jour-là", "Each column: the period from its beginning to that day, seen on that day"));
    return std::string(detail::said(language, "Chaque colonne : les faits de ces jours, vus le ", "Each column: the facts of these days, seen on ")) +
           detail::day_in_words(last_report(trend).as_of, language) + std::string(detail::said(language, " avec tout ce qui est connu alors", " with all that is known by then"));
}

std::string trend_notes(const Trend& trend, Language language) {
    const auto known_on = last_report(trend).known_on;
    std::string text = columns_in_words(trend, language);
    if (known(known_on)) text += std::string(detail::said(language, ", faits connus au ", ", facts known on ")) + detail::day_in_words(known_on, language);
    text += std::string(detail::said(language, ". Période du ", ". Period from ")) + detail::day_in_words(trend.period.from, language) +
            std::string(detail::said(language, " au ", " to ")) + detail::day_in_words(trend.period.to, language);
    if (trend.over == TrendOver::days) return text + ".";
    return text + std::string(detail::said(language, " : la première et la dernière colonne s'arrêtent là.", ": the first and the last column end there."));
}

}  // namespace

std::string trend_json(const Trend& trend) { return trend_json_pieces(trend, {}); }
void write_trend_json(std::ostream& out, const Trend& trend) { trend_json_pieces(trend, {&out}); }
std::string trend_csv(const Trend& trend) { return trend_csv_pieces(trend, {}); }
void write_trend_csv(std::ostream& out, const Trend& trend) { trend_csv_pieces(trend, {&out}); }

std::string trend_text(const Trend& trend, Language language) {
    const auto& title = last_report(trend).title;
    std::string text = title.fr.empty() ? std::string() : std::string(in_language(title, language)) + "\n";
    text += detail::wrapped(trend_notes(trend, language), 0, 0);
    for (std::size_t first = 0; first < trend.reports.size(); first += spans_side_by_side)
        text += "\n" + block_of_spans(trend, first, std::min(first + spans_side_by_side, trend.reports.size()), language);
    return text;
}

}  // namespace maintien::io
