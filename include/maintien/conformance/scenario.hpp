#pragma once
/// @file
/// Scenarios: what a program that follows the pathway must answer, told without its language.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "maintien/io/errors.hpp"
#include "maintien/io/source.hpp"
#include "maintien/protocol/stage.hpp"
#include "maintien/register/event_table.hpp"

namespace maintien {

/// A deadline that a scenario expects.
struct ExpectedDeadline {
    std::string rule{};  ///< the time limit, or `follow_up`
    Day due{};           ///< the last day that still counts
    auto operator<=>(const ExpectedDeadline&) const = default;
};

/// A figure that a scenario expects: a row of a report, of which only what is said is compared.
struct ExpectedFigure {
    std::string indicator{};                                                ///< the indicator
    std::string variant{};                                                  ///< its variant, empty for the plain one
    std::string category{};                                                 ///< its category, empty without one
    std::vector<std::pair<std::string, std::optional<double>>> numbers{};   ///< `numerator`, `denominator`, `value`, `lower`, `upper`, `bound_lower`, `bound_upper`: none is null
    std::map<std::string, std::string> by{};                                ///< its stratum, `sex` = `female`; empty for the whole register
    std::vector<std::pair<std::string, std::optional<std::string>>> texts{}; ///< `method`, `unit`, `verdict`, `null_reason`: none is null
    std::optional<std::map<std::string, std::int64_t>> excluded{};          ///< what was left out, by reason
};

/// What a scenario expects; what is not said is not looked at.
struct Expectation {
    std::optional<MaybeStage> stage{};                          ///< where the case stands on the day
    std::optional<bool> accepted{};                             ///< whether the proposed entry is accepted
    std::vector<std::string> refused{};                         ///< the rules under which it is refused
    std::optional<std::vector<ExpectedDeadline>> deadlines{};   ///< the time limits and follow-ups on the agenda of the day, all of them
    std::vector<ExpectedFigure> figures{};                      ///< rows of the report of the day
};

/// A scenario: what is recorded, perhaps an entry that is proposed next, and what is expected (`maintien-scenario/1`).
struct Scenario {
    std::string place{};             ///< the file, and the line when it holds several
    std::string title_fr{};          ///< what it is about, in French
    std::string title_en{};          ///< and in English
    std::string protocol{};          ///< the protocol, as it is named
    Day as_of{};                     ///< the day looked at
    EventTable entries{};            ///< what is recorded
    std::optional<EventTable> then{};///< the entry proposed, the only row of its table
    Expectation expect{};            ///< what is expected
};

/// Reads scenarios: a document, or one a line when the name ends in `.jsonl`. Entries are those of event files, and as strict.
/// @throws io::DocumentError with every fault.
std::vector<Scenario> read_scenarios(const io::Source& source);

}  // namespace maintien
