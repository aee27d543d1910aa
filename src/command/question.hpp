#pragma once
// What the commands that give figures are asked: which days, which period, which strata, which intervals.

#include <optional>
#include <string>
#include <vector>

#include "command/options.hpp"
#include "maintien/indicators/make_report.hpp"

namespace maintien::command {

/// A question about figures as it was typed.
struct TypedQuestion {
    ReportQuestion question{};   ///< all but the strata
    std::string by{};            ///< the strata, joined by commas
};

/// `--as-of`, `--known-on`, `--from` and `--to`; the last day known has a meaning of its own in some commands.
void add_days(CLI::App& command, ReportQuestion& question, const std::string& known_on = "count only what was recorded by that day (everything)");
/// `--by`, `--level` and `--interval`.
void add_figures(CLI::App& command, TypedQuestion& typed);
/// `--reference`.
void add_reference(CLI::App& command, std::optional<ReferencePopulation>& reference);
/// The question, its strata read. @throws WrongUse when a stratum is not one, or the period ends before it begins.
ReportQuestion question_of(const TypedQuestion& typed);
/// What a register can be divided by, for people.
std::string stratum_keys_joined();

}  // namespace maintien::command
