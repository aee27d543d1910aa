#pragma once
// The rows of a report, for the documents that have them beside other things.

#include <string>
#include <string_view>

#include "maintien/indicators/report.hpp"
#include "maintien/io/json_writer.hpp"

namespace maintien::io::detail {

/// The columns of a row of CSV, and a line end.
inline constexpr std::string_view report_csv_header =
    "indicator,variant,category,by,numerator,denominator,value,lower,upper,bound_lower,bound_upper,method,unit,verdict,"
    "excluded,null_reason\n";

/// Writes a row as `maintien-report/1` has it.
void write_report_row(JsonWriter& json, const Report& report, const ReportRow& row);

/// Appends a row of CSV.
void append_report_csv_row(std::string& out, const Report& report, const ReportRow& row);

}  // namespace maintien::io::detail
