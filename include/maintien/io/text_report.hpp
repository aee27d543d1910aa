#pragma once
/// @file
/// A report as the cell prints it: tables for people, in French or in English.

#include <string>

#include "maintien/indicators/report.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// The table a cell prints, UTF-8, at most 100 columns wide when no name is longer than its column.
///
/// First the page a cell publishes: referrals, entries, statuses, mean days with the population it speaks of, positive
/// exits, outcomes; then how to read it where a usual phrase names no population; then every other figure with its
/// numerator, denominator and interval; then one line for each stratum; then the quality of the data: what was left out, and what
/// was not told.
///
/// Percentages are rounded half up from the counts with the report's decimals, totals are counts and never sums of
/// rounded rows. Proportions and ratios of flows are percentages; a number per person stays a number.
///
/// Which rows of zeros are shown: in the tables of statuses and outcomes all those that could have been counted, so
/// that a zero is seen to be one (an outcome the protocol reads as neutral is in no total: it is named below the table,
/// and only when it occurred). In the other tables a category nobody is in is left out; the documents have them all.
std::string report_text(const Report& report, Language language);

}  // namespace maintien::io
