#pragma once
/// @file
/// A report as a document for other programs: `maintien-report/1` in JSON, or a table in CSV.

#include <iosfwd>
#include <string>

#include "maintien/indicators/report.hpp"

namespace maintien::io {

/// A report as `maintien-report/1` (docs/formats.md): one line for each figure, all keys in the order of the format.
std::string report_json(const Report& report);

/// The same, written to a stream piece by piece: a report of millions of figures never stands in memory as text.
void write_report_json(std::ostream& out, const Report& report);

/// A report as CSV: a header, then one line for each figure with the columns of the JSON rows. Null is an empty cell;
/// `by` and `excluded` are `key=value|…` with a backslash before `|`, `=` and `\`. Comma, LF, quotes as in RFC 4180.
std::string report_csv(const Report& report);

/// The same, written to a stream piece by piece.
void write_report_csv(std::ostream& out, const Report& report);

}  // namespace maintien::io
