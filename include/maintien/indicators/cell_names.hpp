#pragma once
/// @file
/// The names of the cells and of the day tables in documents: places change from version to version, names stay.

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "maintien/indicators/cell.hpp"
#include "maintien/indicators/day_counts.hpp"

namespace maintien {

/// A block of cells and its name: `referrals`, `mature/90`; a block of several cells has a code for each (`status` · `ongoing`).
struct NamedCells {
    std::string_view name{};                               ///< what is counted
    std::string_view part{};                               ///< which of several alike blocks, empty for the only one
    CellRange range{};                                     ///< the cells
    std::string_view (*code)(std::size_t) = nullptr;       ///< the code of each of its cells; none for a single cell
    bool needs_links = false;                              ///< whether it counts what only who knows all cases of a worker can see
};

/// The name of a block as documents write it.
inline std::string name_of(const NamedCells& block) {
    return block.part.empty() ? std::string(block.name) : std::string(block.name) + "/" + std::string(block.part);
}

/// The list of all blocks.
using CellNames = FixedList<NamedCells, 256>;

namespace detail {

template <ClosedList Code>
constexpr std::string_view code_or_unknown_at(std::size_t i) {
    return i < count_of<Code> ? terms_of<Code>[i].code : std::string_view("unknown");
}

template <std::size_t Which>
constexpr std::string_view distribution_code_at(std::size_t i) {
    return i < distributions[Which].codes ? distributions[Which].code(i) : std::string_view("unknown");
}

constexpr void name_exits(CellNames& names, std::string_view cohort, const ExitCells& exits) {
    names.push_back({cohort, "outcome", exits.outcome, code_or_unknown_at<Outcome>});
    names.push_back({cohort, "neutral_outcome", exits.neutral_outcome, code_or_unknown_at<Outcome>});
    names.push_back({cohort, "positive", exits.positive});
    names.push_back({cohort, "negative", exits.negative});
    names.push_back({cohort, "neutral", exits.neutral});
    names.push_back({cohort, "refused", exits.refused});
    names.push_back({cohort, "in_company", exits.in_company});
    names.push_back({cohort, "elsewhere", exits.elsewhere});
}

template <std::size_t... Which>
constexpr void name_distributions(CellNames& names, std::index_sequence<Which...>) {
    (names.push_back({"distribution", distributions[Which].name, cells.distribution[Which], distribution_code_at<Which>}), ...);
}

constexpr void name_flows(CellNames& names) {
    names.push_back({"referrals", "", cells.referrals});
    names.push_back({"re_referrals", "", cells.re_referrals, nullptr, true});
    names.push_back({"returned_after_positive", "", cells.returned_after_positive, nullptr, true});
    names.push_back({"positive_exits_mature", "", cells.positive_exits_mature});
    names.push_back({"positive_exits_not_mature", "", cells.positive_exits_not_mature});
    names.push_back({"entries", "", cells.entries});
    names.push_back({"broad_entries", "", cells.broad_entries});
    names.push_back({"referrals_entered", "", cells.referrals_entered});
    names.push_back({"status", "", cells.status, code_or_unknown_at<EntryStatus>});
    name_exits(names, "of_entries", cells.of_entries);
    name_exits(names, "of_period", cells.of_period);
}

constexpr void name_delays(CellNames& names) {
    constexpr std::array<std::string_view, mature_days.size()> horizons{"90", "180", "365"};
    for (std::size_t i = 0; i < mature_days.size(); ++i) {
        names.push_back({"mature_positive", horizons[i], cells.mature_positive[i]});
        names.push_back({"mature", horizons[i], cells.mature[i]});
        names.push_back({"not_mature", horizons[i], cells.not_mature[i]});
    }
    for (std::size_t i = 0; i < count_of<Delay>; ++i) {
        names.push_back({"negative_delay", terms_of<Delay>[i].code, cells.negative_delay[i]});
        names.push_back({"pending", terms_of<Delay>[i].code, cells.pending[i]});
    }
}

constexpr void name_monitoring(CellNames& names) {
    names.push_back({"contact_mature", "", cells.contact_mature});
    names.push_back({"contact_mature_within", "", cells.contact_mature_within});
    names.push_back({"contact_within", "", cells.contact_within});
    names.push_back({"contact_not_mature", "", cells.contact_not_mature});
    names.push_back({"closed_without_contact", "", cells.closed_without_contact});
    names.push_back({"refusals", "", cells.refusals});
    names.push_back({"opening", "", cells.opening});
    names.push_back({"closing", "", cells.closing});
    names.push_back({"exits", "", cells.exits});
    name_distributions(names, std::make_index_sequence<distributions.size()>{});
    names.push_back({"appointments_held", "", cells.appointments_held});
    names.push_back({"appointments_missed", "", cells.appointments_missed});
    names.push_back({"appointments_cancelled", "", cells.appointments_cancelled});
    names.push_back({"episodes_with_appointment", "", cells.episodes_with_appointment});
}

constexpr CellNames name_cells() {
    CellNames names;
    name_flows(names);
    name_delays(names);
    name_monitoring(names);
    return names;
}

/// Whether a list names every cell exactly once, each block by a name of its own, and says a code for each cell of a block.
constexpr bool names_every_cell_once(const CellNames& names) {
    std::array<bool, cells.total> named{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& block = names[i];
        if (block.name.empty() || (block.range.count > 1) != (block.code != nullptr)) return false;
        for (std::size_t cell = block.range.first; cell < block.range.end(); ++cell) {
            if (named[cell]) return false;
            named[cell] = true;
        }
        for (std::size_t j = 0; j < i; ++j)
            if (names[j].name == block.name && names[j].part == block.part) return false;
    }
    for (const bool one : named)
        if (!one) return false;
    return true;
}

constexpr std::array<std::string_view, stay_count> name_stays() {
    std::array<std::string_view, stay_count> names{"of_entries", "of_exits", "all", "open_age"};
    for (const auto& term : terms_of<Delay>) names[stay_of(term.value)] = term.code;
    return names;
}

/// Whether every table has a name, and no other table has it.
constexpr bool all_different(const std::array<std::string_view, stay_count>& names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].empty()) return false;
        for (std::size_t j = 0; j < i; ++j)
            if (names[i] == names[j]) return false;
    }
    return true;
}

}  // namespace detail

/// The blocks of cells, each with its name, in the order in which documents write them.
inline constexpr CellNames cell_names = detail::name_cells();
static_assert(detail::names_every_cell_once(cell_names), "every cell of cell.hpp is named exactly once: name the new one above");

/// The names of the day tables, in their order.
inline constexpr std::array<std::string_view, stay_count> stay_names = detail::name_stays();
static_assert(detail::all_different(stay_names), "every day table of day_counts.hpp has a name of its own: name the new one above");

}  // namespace maintien
