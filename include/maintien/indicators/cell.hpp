#pragma once
/// @file
/// Cells: the integers every figure is made of.

#include <array>
#include <cstdint>

#include "maintien/indicators/course_cells.hpp"
#include "maintien/indicators/follow_up_cells.hpp"
#include "maintien/indicators/mix_cells.hpp"
#include "maintien/vocabulary/actor.hpp"
#include "maintien/vocabulary/case_attributes.hpp"
#include "maintien/vocabulary/cause.hpp"
#include "maintien/vocabulary/measure.hpp"
#include "maintien/vocabulary/origin.hpp"
#include "maintien/vocabulary/outcome.hpp"
#include "maintien/vocabulary/partner.hpp"

namespace maintien {

/// Where an entered episode stands at T; refused files stand beside.
enum class EntryStatus : std::uint8_t {
    ongoing,   ///< entered and not left
    refused,   ///< refused before entry
    positive,  ///< left with a positive outcome
    negative,  ///< left with a negative outcome
    neutral    ///< left with a neutral outcome
};

template <>
inline constexpr std::string_view list_name_of<EntryStatus> = "status";

template <>
inline constexpr auto terms_of<EntryStatus> = std::to_array<Term<EntryStatus>>({
    {EntryStatus::ongoing, "ongoing", "en cours", "ongoing"},
    {EntryStatus::refused, "refused", "refus d'intégration", "refused"},
    {EntryStatus::positive, "positive", "sortie positive", "positive exit"},
    {EntryStatus::negative, "negative", "sortie négative", "negative exit"},
    {EntryStatus::neutral, "neutral", "sortie neutre", "neutral exit"},
});
static_assert(well_formed(terms_of<EntryStatus>));

/// The exits of one cohort, counted in every way the rates need.
struct ExitCells {
    CellRange outcome{};             ///< exits in the denominator, by outcome, then `unknown`
    CellRange neutral_outcome{};     ///< neutral exits, by outcome
    CellRange positive{};            ///< positive exits of entered files
    CellRange negative{};            ///< negative exits of entered files
    CellRange neutral{};             ///< neutral exits of entered files
    CellRange refused{};             ///< refused files counted as exits (F)
    CellRange in_company{};          ///< positive exits kept in the company
    CellRange elsewhere{};           ///< positive exits kept in employment elsewhere
};

/// What the referrals of a period are divided by.
enum class Distribution : std::uint8_t {
    origin,           ///< the occasion
    by,               ///< who referred
    cause,            ///< the administrative cause
    nature,           ///< the broad nature
    sex,              ///< sex
    age_band,         ///< age at referral
    sector,           ///< NAF section
    workforce,        ///< size of the company
    occupation,       ///< broad occupation
    on_sick_leave,    ///< on sick leave at referral
    disabled_worker   ///< recognised disabled worker
};

/// The name and the number of codes of each distribution.
struct DistributionShape {
    std::string_view name;                      ///< the variant's name
    std::size_t codes = 0;                      ///< how many codes, `unknown` apart
    std::string_view (*code)(std::size_t);      ///< the spelling of a position
};

namespace detail {

template <ClosedList Code>
constexpr DistributionShape distribution_by(std::string_view name) {
    return {name, count_of<Code>, [](std::size_t i) { return terms_of<Code>[i].code; }};
}

constexpr std::string_view yes_or_no(std::size_t i) { return i == 0 ? "true" : "false"; }

}  // namespace detail

/// The distributions, in the order of `Distribution`.
inline constexpr std::array<DistributionShape, 11> distributions{
    detail::distribution_by<Origin>("origin"), detail::distribution_by<Actor>("by"),
    detail::distribution_by<Cause>("cause"), detail::distribution_by<Nature>("nature"),
    detail::distribution_by<Sex>("sex"), detail::distribution_by<AgeBand>("age_band"),
    detail::distribution_by<Sector>("sector"), detail::distribution_by<Workforce>("workforce"),
    detail::distribution_by<Occupation>("occupation"), DistributionShape{"on_sick_leave", 2, detail::yes_or_no},
    DistributionShape{"disabled_worker", 2, detail::yes_or_no}};

/// Every cell of a stratum.
struct Cells {
    CellRange referrals{};                    ///< R in the period
    CellRange re_referrals{};                 ///< those of a worker whose earlier episode had ended
    CellRange positive_exits_mature{};        ///< positive exits of the period observed for a year
    CellRange positive_exits_not_mature{};    ///< those not observed for a year yet
    CellRange returned_after_positive{};      ///< mature positive exits followed by a referral within the year
    CellRange entries{};                      ///< E in the period
    CellRange broad_entries{};                ///< entry day in the period
    CellRange referrals_entered{};            ///< R in the period having an entry day
    CellRange status{};                       ///< the entry cohort, by `EntryStatus`
    ExitCells of_entries{};                   ///< the exits of the entry cohort
    ExitCells of_period{};                    ///< the exits of the period
    std::array<CellRange, mature_days.size()> mature{};           ///< E in the period, observed so long
    std::array<CellRange, mature_days.size()> mature_positive{};  ///< those with a positive exit within that time
    std::array<CellRange, mature_days.size()> not_mature{};       ///< E in the period, not observed so long
    std::array<CellRange, count_of<Delay>> negative_delay{};      ///< second stage before the first
    std::array<CellRange, count_of<Delay>> pending{};             ///< no second stage and no end
    CellRange contact_mature{};               ///< R in the period whose limit has passed
    CellRange contact_mature_within{};        ///< those in touch within the limit
    CellRange contact_within{};               ///< R in the period in touch within the limit
    CellRange contact_not_mature{};           ///< R in the period whose limit has not passed
    CellRange closed_without_contact{};       ///< R in the period closed within the limit, without contact by then
    CellRange refusals{};                     ///< D in the period
    CellRange exits{};                        ///< X in the period
    CellRange opening{};                      ///< open the day before the period
    CellRange closing{};                      ///< open at its end, or at T
    std::array<CellRange, distributions.size()> distribution{};  ///< R in the period, by code, then `unknown`
    CellRange appointments_held{};            ///< held in the period
    CellRange appointments_missed{};          ///< missed in the period
    CellRange appointments_cancelled{};       ///< cancelled in the period
    CellRange episodes_with_appointment{};    ///< episodes with an appointment held in the period
    CourseCells courses{};                    ///< the courses of referrals, entries and delays
    MixCells entered_mix{};                   ///< R in the period by age and sector, and those having an entry day
    MixCells positive_mix{};                  ///< exits of the entry cohort by age and sector, and the positive ones
    std::array<FollowUpCells, most_horizons> follow_up{};  ///< exits of the period that are followed, horizon by horizon
    CellRange measures{};                     ///< measures first seen in the period, by measure, once an episode
    CellRange recommended_and_done{};         ///< of those recommended by the physician: done by T
    CellRange partners{};                     ///< partners at work in the period, by partner, once an episode
    std::uint16_t total = 0;                  ///< number of cells
};

namespace detail {

constexpr ExitCells deal_exits(CellDealer& dealer) {
    ExitCells exits;
    exits.outcome = dealer.deal(count_of<Outcome> + 1);
    exits.neutral_outcome = dealer.deal(count_of<Outcome>);
    dealer.deal_each(exits.positive, exits.negative, exits.neutral, exits.refused, exits.in_company, exits.elsewhere);
    return exits;
}

constexpr Cells deal_cells() {
    Cells c;
    CellDealer dealer;
    dealer.deal_each(c.referrals, c.re_referrals, c.returned_after_positive, c.positive_exits_mature, c.positive_exits_not_mature);
    dealer.deal_each(c.entries, c.broad_entries, c.referrals_entered);
    c.status = dealer.deal(count_of<EntryStatus>);
    c.of_entries = deal_exits(dealer);
    c.of_period = deal_exits(dealer);
    for (std::size_t i = 0; i < mature_days.size(); ++i) dealer.deal_each(c.mature_positive[i], c.mature[i], c.not_mature[i]);
    for (std::size_t i = 0; i < count_of<Delay>; ++i) dealer.deal_each(c.negative_delay[i], c.pending[i]);
    dealer.deal_each(c.contact_mature, c.contact_mature_within, c.contact_within, c.contact_not_mature, c.closed_without_contact);
    dealer.deal_each(c.refusals, c.opening, c.closing, c.exits);
    for (std::size_t i = 0; i < distributions.size(); ++i) c.distribution[i] = dealer.deal(distributions[i].codes + 1);
    dealer.deal_each(c.appointments_held, c.appointments_missed, c.appointments_cancelled, c.episodes_with_appointment);
    c.courses = deal_courses(dealer);
    c.entered_mix = deal_mix(dealer);
    c.positive_mix = deal_mix(dealer);
    for (auto& horizon : c.follow_up) horizon = deal_follow_up(dealer);
    c.measures = dealer.deal(count_of<Measure>);
    c.partners = dealer.deal(count_of<Partner>);
    dealer.deal_each(c.recommended_and_done);
    c.total = dealer.next;
    return c;
}

}  // namespace detail

/// The cells, each in its place.
inline constexpr Cells cells = detail::deal_cells();

}  // namespace maintien
