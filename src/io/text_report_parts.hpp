#pragma once
/// @file
/// The parts of a report for people, in the order in which they are printed.

#include <string>

#include "io/report_figures.hpp"

namespace maintien::io::detail {

/// The page a cell publishes: what went in, referrals and entries, statuses, mean days, positive exits, outcomes.
std::string published_page(const Figures& figures);

/// What a reader must know before quoting the page: where a usual phrase names no population.
std::string reading_notes(const Figures& figures);

/// Every figure the published page does not give, with its denominator and interval, indicator by indicator.
std::string other_figures(const Figures& figures);

/// One line for each stratum; empty without strata.
std::string strata_table(const Figures& figures);

/// What was left out and what was not told: the last section.
std::string data_quality_section(const Figures& figures);

}  // namespace maintien::io::detail
