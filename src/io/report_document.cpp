#include "maintien/io/report_document.hpp"

#include <array>
#include <ostream>

#include "io/csv_cell.hpp"
#include "io/piecewise.hpp"
#include "io/report_heading.hpp"
#include "io/report_rows.hpp"
#include "maintien/indicators/data_quality.hpp"
#include "maintien/io/json_writer.hpp"

namespace maintien::io {

namespace {

using detail::Sink;

/// A code, or an empty text for none.
template <ClosedList Code>
std::string_view code_or_empty(const std::optional<Code>& code) {
    return code ? code_of(*code) : std::string_view{};
}

/// The stratum of a row; a report without a list of strata is about the whole.
const Stratum& stratum_of(const Report& report, const ReportRow& row) {
    static const Stratum whole;
    return row.stratum < report.strata.size() ? report.strata[row.stratum] : whole;
}

// ---- JSON ---------------------------------------------------------------------------------------------------------

void write_head(JsonWriter& json, const Report& report) {
    detail::write_heading(json, {"maintien-report/1", report.protocol, report.as_of, report.known_on, report.period});
    json.key("min_count");
    json.count(report.min_count);
    json.key("level");
    json.number(report.level);
    detail::write_input(json, report.input);
}

void write_stratum(JsonWriter& json, const Stratum& stratum) {
    json.key("by");
    json.begin_object();
    for (const auto& part : stratum) {
        json.key(part.key);
        json.string(part.value);
    }
    json.end();
}

void write_numbers(JsonWriter& json, const ReportRow& row) {
    const std::array<std::pair<std::string_view, const std::optional<double>*>, 7> numbers{
        {{"numerator", &row.numerator},
         {"denominator", &row.denominator},
         {"value", &row.value},
         {"lower", &row.lower},
         {"upper", &row.upper},
         {"bound_lower", &row.bound_lower},
         {"bound_upper", &row.bound_upper}}};
    for (const auto& [name, number] : numbers) {
        json.key(name);
        json.number_or_null(*number);
    }
}

void write_text(JsonWriter& json, std::string_view name, std::string_view text) {
    json.key(name);
    json.string_or_null(text);
}

void write_row(JsonWriter& json, const Report& report, const ReportRow& row) {
    json.begin_object();
    detail::write_figure_name(json, row.indicator, row.variant, row.category);
    write_stratum(json, stratum_of(report, row));
    write_numbers(json, row);
    write_text(json, "method", row.method);
    write_text(json, "unit", code_of(row.unit));
    write_text(json, "verdict", code_or_empty(row.verdict));
    detail::write_left_out(json, row);
    json.end();
}

void write_exclusions(JsonWriter& json, const std::vector<ExclusionSum>& sums) {
    json.key("excluded");
    json.begin_object();
    for (const auto& sum : sums) {
        json.key(sum.reason);
        json.begin_object();
        json.key("rows");
        json.count(sum.rows);
        json.key("count");
        json.count(sum.count);
        json.end();
    }
    json.end();
}

void write_not_given(JsonWriter& json, const std::vector<NotGiven>& attributes) {
    json.key("not_given");
    json.begin_object(JsonLayout::one_a_line);
    for (const auto& attribute : attributes) {
        json.key(attribute.attribute);
        json.begin_object();
        for (const auto& [name, number] : {std::pair{"numerator", attribute.numerator}, {"denominator", attribute.denominator}, {"value", attribute.value}}) {
            json.key(name);
            json.number_or_null(number);
        }
        json.end();
    }
    json.end();
}

void write_data_quality(JsonWriter& json, const Report& report) {
    const auto quality = data_quality_of(report);
    const auto& input = report.input;
    json.key("data_quality");
    json.begin_object(JsonLayout::one_a_line);
    for (const auto& [name, count] : {std::pair{"rejected", input.rejected}, {"objected", input.objected}, {"without_referral", input.without_referral}}) {
        json.key(name);
        detail::write_shown(json, count);
    }
    detail::write_deviations(json, input);
    write_exclusions(json, quality.excluded);
    json.key("negative_delays");
    json.begin_object();
    for (const auto& delay : quality.negative_delays) {
        json.key(delay.delay);
        delay.count ? json.count(*delay.count) : json.null();
    }
    json.end();
    write_not_given(json, quality.not_given);
    json.end();
}

std::string json_pieces(const Report& report, Sink sink) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_a_line);
    write_head(json, report);
    json.key("rows");
    json.begin_array(JsonLayout::one_a_line);
    for (const auto& row : report.rows) {
        write_row(json, report, row);
        sink.take(json.text);
    }
    json.end();
    write_data_quality(json, report);
    if (!report.reference.empty()) write_text(json, "reference", report.reference);
    return detail::finished(json, sink);
}

// ---- CSV ----------------------------------------------------------------------------------------------------------

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '\\' || c == '|' || c == '=') out += '\\';
        out += c;
    }
}

void append_pair(std::string& out, std::string_view name, std::string_view value) {
    if (!out.empty()) out += '|';
    append_escaped(out, name);
    out += '=';
    append_escaped(out, value);
}

void append_numbers(std::string& out, const ReportRow& row) {
    for (const auto* number : {&row.numerator, &row.denominator, &row.value, &row.lower, &row.upper, &row.bound_lower, &row.bound_upper}) {
        if (*number) append_json_number(out, **number);
        out += ',';
    }
}

void append_csv_row(std::string& out, const Report& report, const ReportRow& row) {
    std::string by, excluded;
    for (const auto& part : stratum_of(report, row)) append_pair(by, part.key, part.value);
    for (const auto& left_out : row.excluded) append_pair(excluded, left_out.reason, std::to_string(left_out.count));
    for (const std::string_view text : {row.indicator, row.variant, row.category, std::string_view(by)}) {
        detail::append_csv_cell(out, text);
        out += ',';
    }
    append_numbers(out, row);
    for (const std::string_view text : {row.method, code_of(row.unit), code_or_empty(row.verdict), std::string_view(excluded)}) {
        detail::append_csv_cell(out, text);
        out += ',';
    }
    detail::append_csv_cell(out, code_or_empty(row.null_reason));
    out += '\n';
}

std::string csv_pieces(const Report& report, Sink sink) {
    std::string text(detail::report_csv_header);
    for (const auto& row : report.rows) {
        append_csv_row(text, report, row);
        sink.take(text);
    }
    sink.take_all(text);
    return text;
}

}  // namespace

std::string report_json(const Report& report) { return json_pieces(report, {}); }
void write_report_json(std::ostream& out, const Report& report) { json_pieces(report, {&out}); }
std::string report_csv(const Report& report) { return csv_pieces(report, {}); }
void write_report_csv(std::ostream& out, const Report& report) { csv_pieces(report, {&out}); }

namespace detail {

void write_report_row(JsonWriter& json, const Report& report, const ReportRow& row) { write_row(json, report, row); }
void append_report_csv_row(std::string& out, const Report& report, const ReportRow& row) { append_csv_row(out, report, row); }

}  // namespace detail

}  // namespace maintien::io
