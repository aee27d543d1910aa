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

/// The codes of the pairs of two lists, each with `unknown` after its last: `under_30/A`.
template <ClosedList First, ClosedList Second>
struct PairCodes {
    static constexpr std::size_t size = (count_of<First> + 1) * (count_of<Second> + 1);
    std::array<std::array<char, 32>, size> text{};
    std::array<std::size_t, size> length{};
};

template <ClosedList First, ClosedList Second>
constexpr PairCodes<First, Second> spell_pairs() {
    PairCodes<First, Second> codes;
    for (std::size_t i = 0; i < codes.size; ++i) {
        const auto add = [&](std::string_view text) {
            for (const char c : text) codes.text[i][codes.length[i]++] = c;
        };
        add(code_or_unknown_at<First>(i / (count_of<Second> + 1)));
        add("/");
        add(code_or_unknown_at<Second>(i % (count_of<Second> + 1)));
    }
    return codes;
}

template <ClosedList First, ClosedList Second>
inline constexpr auto pair_codes = spell_pairs<First, Second>();

template <ClosedList First, ClosedList Second>
constexpr std::string_view pair_code_at(std::size_t i) {
    return {pair_codes<First, Second>.text[i].data(), pair_codes<First, Second>.length[i]};
}

/// The days of ascending horizons as they are spelt, then `later`.
template <const auto& Horizons>
constexpr std::string_view horizon_code_at(std::size_t i) {
    if (i >= Horizons.size()) return "later";
    switch (Horizons[i]) {
        case 30: return "30";
        case 60: return "60";
        case 90: return "90";
        case 180: return "180";
        case 365: return "365";
        default: return {};
    }
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

constexpr void name_courses(CellNames& names) {
    const auto& courses = cells.courses;
    names.push_back({"entered_by", "", courses.entered_by, horizon_code_at<entry_days>});
    names.push_back({"entry_not_come", "", courses.entry_not_come});
    names.push_back({"before_referral", "", courses.before_referral});
    names.push_back({"positive_by", "", courses.positive_by, horizon_code_at<mature_days>});
    names.push_back({"otherwise_by", "", courses.otherwise_by, horizon_code_at<mature_days>});
    names.push_back({"still_in_cell", "", courses.still_in_cell});
    for (std::size_t i = 0; i < count_of<Delay>; ++i) {
        names.push_back({"delay_over", terms_of<Delay>[i].code, courses.delay_over[i]});
        names.push_back({"delay_running", terms_of<Delay>[i].code, courses.delay_running[i]});
        names.push_back({"delay_backwards", terms_of<Delay>[i].code, courses.delay_backwards[i]});
    }
}

constexpr void name_mixes(CellNames& names) {
    names.push_back({"entered_mix", "counted", cells.entered_mix.counted, pair_code_at<AgeBand, Sector>});
    names.push_back({"entered_mix", "measured", cells.entered_mix.measured, pair_code_at<AgeBand, Sector>});
    names.push_back({"positive_mix", "counted", cells.positive_mix.counted, pair_code_at<AgeBand, Sector>});
    names.push_back({"positive_mix", "measured", cells.positive_mix.measured, pair_code_at<AgeBand, Sector>});
}

constexpr void name_follow_up(CellNames& names) {
    constexpr std::array<std::string_view, most_horizons> places{"1", "2", "3", "4"};
    for (std::size_t i = 0; i < most_horizons; ++i) {
        const auto& horizon = cells.follow_up[i];
        names.push_back({"follow_up", places[i], horizon.ends, code_or_unknown_at<FollowUpEnd>});
        names.push_back({"follow_up_answers", places[i], horizon.answers, code_or_unknown_at<Answer>});
        names.push_back({"follow_up_of_positive", places[i], horizon.positive_ends, code_or_unknown_at<FollowUpEnd>});
        names.push_back({"follow_up_of_positive_employed", places[i], horizon.positive_employed});
        names.push_back({"follow_up_employed", places[i], horizon.weighting.employed, pair_code_at<Family, AgeBand>});
        names.push_back({"follow_up_respondents", places[i], horizon.weighting.respondents, pair_code_at<Family, AgeBand>});
        names.push_back({"follow_up_eligible", places[i], horizon.weighting.eligible, pair_code_at<Family, AgeBand>});
    }
}

constexpr CellNames name_cells() {
    CellNames names;
    name_flows(names);
    name_delays(names);
    name_monitoring(names);
    name_courses(names);
    name_mixes(names);
    name_follow_up(names);
    names.push_back({"measures", "", cells.measures, code_or_unknown_at<Measure>});
    names.push_back({"recommended_and_done", "", cells.recommended_and_done});
    names.push_back({"partners", "", cells.partners, code_or_unknown_at<Partner>});
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
    std::array<std::string_view, stay_count> names{"of_entries", "of_exits", "all", "open_age",
                                                   "referral_to_entering", "referral_to_refusing", "referral_to_closing", "referral_to_now",
                                                   "entry_to_positive", "entry_to_negative", "entry_to_neutral", "entry_to_now"};
    constexpr std::array<std::string_view, count_of<Delay>> running{"referral_to_contact/running", "contact_to_interview/running", "referral_to_entry/running",
                                                                    "interview_to_entry/running", "entry_to_plan/running", "referral_to_exit/running"};
    for (const auto& term : terms_of<Delay>) {
        names[stay_of(term.value)] = term.code;
        names[running_stay_of(term.value)] = running[index_of(term.value)];
    }
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
