#include "io/report_figures.hpp"

#include <cmath>

#include "maintien/indicators/percentage.hpp"

namespace maintien::io::detail {

namespace {

/// Above this a double no longer tells one whole number from the next.
constexpr double largest_count = 9007199254740992.0;

bool is_whole(const std::optional<double>& number) {
    return number && std::fabs(*number) <= largest_count && *number == std::floor(*number);
}

/// Whether a value is the quotient of two counts, to be rounded from them; that of a curve or a standardised rate is not.
bool is_quotient(const ReportRow& row) {
    return is_whole(row.numerator) && is_whole(row.denominator) && *row.denominator > 0 && row.value == *row.numerator / *row.denominator;
}

/// A number per person is no share, although it is a ratio of two counts; nor is a ratio of two variances.
bool is_plain_number(const ReportRow& row) { return row.unit == Unit::ratio && (row.variant == "per_person" || row.variant == "overdispersion"); }

std::string end_text(const Figures& figures, const ReportRow& row, double end) {
    if (row.unit == Unit::proportion || row.unit == Unit::ratio) return share_value_text(figures, end);
    return rounded_value(end, 1, figures.language);
}

}  // namespace

const ReportRow* Figures::find(std::string_view indicator, std::string_view variant, std::string_view category) const {
    const auto found = whole.find({indicator, variant, category});
    return found == whole.end() ? nullptr : found->second;
}

Figures figures_of(const Report& report, Language language) {
    Figures figures{report, language};
    for (const auto& row : report.rows)
        if (row.stratum == 0) figures.whole.try_emplace({row.indicator, row.variant, row.category}, &row);
    return figures;
}

std::int64_t whole_number(const std::optional<double>& number) { return is_whole(number) ? static_cast<std::int64_t>(*number) : 0; }

bool is_hidden(const ReportRow& row) { return row.null_reason == NullReason::suppressed; }

std::int64_t count_shown(const ReportRow& row) { return is_hidden(row) ? hidden_count : whole_number(row.numerator); }

std::string number_text(const std::optional<double>& number, Language language) {
    if (!number) return std::string(no_figure);
    return is_whole(number) ? grouped(whole_number(number), language) : rounded_value(*number, 2, language);
}

std::string fraction_text(const ReportRow& row, Language language) {
    return number_text(row.numerator, language) + "/" + number_text(row.denominator, language);
}

std::string share_text(const Figures& figures, const ReportRow& row) {
    if (!row.value) return std::string(no_figure);
    if (!is_quotient(row)) return share_value_text(figures, *row.value);
    return percentage(whole_number(row.numerator), whole_number(row.denominator), figures.report.decimals, figures.language);
}

std::string share_value_text(const Figures& figures, double proportion) {
    return percentage_value(proportion, figures.report.decimals, figures.language);
}

std::string days_text(const ReportRow& row, int decimals, Language language) {
    if (!row.value) return std::string(no_figure);
    if (!is_quotient(row)) return rounded_value(*row.value, decimals, language);
    return rounded(whole_number(row.numerator), whole_number(row.denominator), decimals, language);
}

std::string value_text(const Figures& figures, const ReportRow& row) {
    if (row.unit == Unit::days) return days_text(row, 1, figures.language);
    if (row.unit == Unit::cases) return number_text(row.value ? row.value : row.numerator, figures.language);
    if (is_plain_number(row)) return row.value ? rounded_value(*row.value, 2, figures.language) : std::string(no_figure);
    return share_text(figures, row);
}

std::string interval_text(const Figures& figures, const ReportRow& row) {
    if (row.null_reason && !row.lower && !row.upper) return std::string(label_of(*row.null_reason, figures.language));
    if (!row.lower && !row.upper) return {};
    const auto end = [&](const std::optional<double>& limit) { return limit ? end_text(figures, row, *limit) : std::string(no_figure); };
    return end(row.lower) + std::string(said(figures.language, " à ", " to ")) + end(row.upper);
}

}  // namespace maintien::io::detail
