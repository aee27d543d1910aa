#pragma once
/// @file
/// Stages: where an episode stands in the cell.

#include <cstdint>
#include <optional>

#include "maintien/vocabulary/code_set.hpp"
#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// A stage of the pathway, in the order in which a stage lies "further along" than another.
enum class Stage : std::uint8_t {
    referred,    ///< a referral was received
    contacted,   ///< the worker has been in touch with the cell
    qualified,   ///< the qualification interview accepted the case
    in_support,  ///< entered in the cell
    suspended,   ///< paused; resumption returns to the stage before
    declined,    ///< the worker said no before entering
    redirected,  ///< not eligible, or handed to a partner
    exited,      ///< left with an outcome; follow-up running
    closed       ///< nothing more is expected
};

template <>
inline constexpr std::string_view list_name_of<Stage> = "stage";

template <>
inline constexpr auto terms_of<Stage> = std::to_array<Term<Stage>>({
    {Stage::referred, "referred", "signalé", "referred"},
    {Stage::contacted, "contacted", "contact pris", "contacted"},
    {Stage::qualified, "qualified", "qualifié", "qualified"},
    {Stage::in_support, "in_support", "en accompagnement", "in support"},
    {Stage::suspended, "suspended", "suspendu", "suspended"},
    {Stage::declined, "declined", "refus d'intégration", "declined"},
    {Stage::redirected, "redirected", "réorienté / non retenu", "redirected"},
    {Stage::exited, "exited", "sorti, en suivi", "exited, in follow-up"},
    {Stage::closed, "closed", "clos", "closed"},
});
static_assert(well_formed(terms_of<Stage>));

/// Where an episode stands, or nothing yet (written "—" in the tables): no event has moved it.
using MaybeStage = std::optional<Stage>;

/// The open stages: the episode is still on its way through the cell.
inline constexpr CodeSet<Stage> open_stages{Stage::referred, Stage::contacted, Stage::qualified, Stage::in_support,
                                            Stage::suspended};

/// The stages a transition may start from, "—" included when `none` is set.
struct StageSet {
    CodeSet<Stage> stages;  ///< the stages
    bool none = false;      ///< whether an episode without a stage is in the set too

    /// Whether an episode standing at `stage` is in the set.
    constexpr bool contains(MaybeStage stage) const { return stage ? stages.contains(*stage) : none; }
    constexpr bool operator==(const StageSet&) const = default;
};

/// Every stage and "—".
inline constexpr StageSet any_stage{all_codes<Stage>(), true};

}  // namespace maintien
