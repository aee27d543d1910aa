#pragma once
/// @file
/// Flaws: what makes a rule book unfit to be relied on.

#include <cstdint>
#include <string_view>

#include "maintien/protocol/exploration.hpp"
#include "maintien/vocabulary/code_list.hpp"

namespace maintien {

/// What is wrong with a protocol, in the order in which it is looked for.
enum class Unsoundness : std::uint8_t {
    none,               ///< nothing
    no_start,           ///< no event can begin an episode
    unreachable_stage,  ///< no path leads to a stage
    dead_end,           ///< a path leads to where no path to an end goes on
    overlapping_rows,   ///< two rows match one event
    dead_row,           ///< a row starts from no stage, is for no event that there is, or never has an effect
    impossible_guard,   ///< a guard can never hold
    lost_return,        ///< a row leads back to the stage before a suspension where there was none
    uncovered_sharing,  ///< a partner or the employer can learn something without a live consent of the worker that covers it
    impossible_limit    ///< a time limit that cannot be met
};

template <>
inline constexpr std::string_view list_name_of<Unsoundness> = "unsoundness";

template <>
inline constexpr auto terms_of<Unsoundness> = std::to_array<Term<Unsoundness>>({
    {Unsoundness::none, "none", "aucun défaut", "no flaw"},
    {Unsoundness::no_start, "no_start", "rien ne peut commencer", "nothing can begin"},
    {Unsoundness::unreachable_stage, "unreachable_stage", "étape hors d'atteinte", "stage that cannot be reached"},
    {Unsoundness::dead_end, "dead_end", "impasse", "dead end"},
    {Unsoundness::overlapping_rows, "overlapping_rows", "règles qui se recouvrent", "rules that overlap"},
    {Unsoundness::dead_row, "dead_row", "règle sans objet", "rule that never applies"},
    {Unsoundness::impossible_guard, "impossible_guard", "condition impossible", "condition that can never hold"},
    {Unsoundness::lost_return, "lost_return", "retour vers nulle part", "return to nowhere"},
    {Unsoundness::uncovered_sharing, "uncovered_sharing", "partage sans consentement", "sharing without consent"},
    {Unsoundness::impossible_limit, "impossible_limit", "échéance intenable", "time limit that cannot be met"},
});
static_assert(well_formed(terms_of<Unsoundness>));

/// No guard in particular.
inline constexpr int no_guard = -1;

/// One thing wrong with a protocol, and where it shows.
struct Flaw {
    Unsoundness kind = Unsoundness::none;           ///< what is wrong
    std::string_view rule{};                        ///< the row or the time limit, where there is one
    std::string_view other{};                       ///< of two rows: the second
    StagePlace stage{};                             ///< of a stage that is not reached, or has no way out
    int guard = no_guard;                           ///< the guard of the row, by its place
    ConsentScope scope = ConsentScope::referral;    ///< of sharing: the consent that is not asked for
    SituationIndex at = no_situation;               ///< the situation in which it shows, by its place in the exploration
    EventForm form{};                               ///< the event that shows it there
    bool has_event = false;                         ///< whether an event shows it
};

}  // namespace maintien
