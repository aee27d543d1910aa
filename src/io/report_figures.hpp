#pragma once
/// @file
/// The figures of a report at hand: found by name, said in numbers people read.

#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "io/phrases.hpp"
#include "maintien/indicators/report.hpp"

namespace maintien::io::detail {

/// A figure that cannot be given.
inline constexpr std::string_view no_figure = "—";

/// A report in the hands of who writes it out: the figures of the whole register by name.
struct Figures {
    const Report& report;                                                                                 ///< the report
    Language language;                                                                                    ///< the language written in
    std::map<std::tuple<std::string_view, std::string_view, std::string_view>, const ReportRow*> whole{}; ///< its overall rows

    /// The overall row with these names, or none.
    const ReportRow* find(std::string_view indicator, std::string_view variant = {}, std::string_view category = {}) const;
};

/// The figures of a report; the report must outlive them.
Figures figures_of(const Report& report, Language language);

/// The whole number in a field, 0 when there is none.
std::int64_t whole_number(const std::optional<double>& number);

/// Whether a row is hidden.
bool is_hidden(const ReportRow& row);

/// The numerator of a row, `hidden_count` when the row is hidden.
std::int64_t count_shown(const ReportRow& row);

/// A number: whole ones with their thousands apart, others with two decimals; a dash for none.
std::string number_text(const std::optional<double>& number, Language language);

/// Numerator out of denominator: 9/12.
std::string fraction_text(const ReportRow& row, Language language);

/// A proportion or a ratio of flows as a percentage, rounded half up from the counts; a dash when there is none.
std::string share_text(const Figures& figures, const ReportRow& row);

/// A proportion known only as a number (a bound, an interval's end) as a percentage.
std::string share_value_text(const Figures& figures, double proportion);

/// Days with `decimals` decimals: a mean is rounded half up from its sum; a dash when there is none.
std::string days_text(const ReportRow& row, int decimals, Language language);

/// Whether a row speaks of a course: those still in it have their part in the figure. By its name, for a figure that is not given has no method.
inline bool is_of_course(const ReportRow& row) {
    return row.variant == "rmst" || row.variant == "cumulative_incidence" || row.variant.starts_with("km_") || row.category == "km_median";
}

/// The value of a row as its unit asks.
std::string value_text(const Figures& figures, const ReportRow& row);

/// The interval of a row (a dash for an end that is not reached), or why there is none, or nothing.
std::string interval_text(const Figures& figures, const ReportRow& row);

}  // namespace maintien::io::detail
