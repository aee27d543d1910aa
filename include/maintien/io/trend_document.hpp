#pragma once
/// @file
/// A trend as a document (`maintien-trend/1` or CSV) or as a table for people.

#include <iosfwd>
#include <string>

#include "maintien/indicators/trend.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// A trend as `maintien-trend/1` (docs/formats.md): the period, then for each span its own period and its rows, which are those of a report.
std::string trend_json(const Trend& trend);

/// The same, written to a stream piece by piece.
void write_trend_json(std::ostream& out, const Trend& trend);

/// A trend as CSV: the columns of a report after `from` and `to`, the days of the span.
std::string trend_csv(const Trend& trend);

/// The same, written to a stream piece by piece.
void write_trend_csv(std::ostream& out, const Trend& trend);

/// The key figures of a trend for people, one column a span, as many columns side by side as the page is wide. Strata are not in it.
std::string trend_text(const Trend& trend, Language language);

}  // namespace maintien::io
