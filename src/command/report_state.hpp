#pragma once
// Reports without cases: writing the integers behind a report, and finishing them where they have been added up.

#include <functional>
#include <string>

#include "command/options.hpp"
#include "maintien/indicators/make_report.hpp"

namespace maintien::command {

/// What `report` is asked for when the cases and the figures are apart.
struct StateChoice {
    std::string partial{};          ///< where the integers go instead of a report, empty for a report
    std::string from_state{};       ///< where the integers are, empty when they are counted from events
    int part = 1;                   ///< which part of the cases is counted
    int parts = 1;                  ///< how many parts they are divided into
};

/// `--partial`, `--part` and `--from-state`, and which other options of `report` they cannot go with. What `report` needs otherwise,
/// `--from-state` does without. Comes after all other options.
void add_state_choice(CLI::App& command, StateChoice& choice);

/// Writes the integers behind a report instead of the report, and files beside them.
void write_partial(const StateChoice& choice, const EventTable& events, const CaseTable& table, const ChosenProtocol& protocol, ReportQuestion question,
                   std::vector<io::FileToWrite> beside);

/// Finishes a state, which must be complete: hands it to `use`.
void finish_state(const std::string& path, const std::function<void(const State&)>& use);

}  // namespace maintien::command
