#pragma once
/// @file
/// Judgements: what the rules say of one event at one position.

#include <bit>
#include <cstdint>

#include "maintien/pathway/position.hpp"
#include "maintien/protocol/protocol.hpp"

namespace maintien {

/// Why an event has no effect although it is recorded.
enum class Bar : std::uint8_t {
    none,                       ///< it has its effect
    second_referral,            ///< the episode has its referral
    second_entry,               ///< the episode has its entry
    second_refusal,             ///< the episode has its refusal
    second_outcome,             ///< the episode has its outcome
    after_the_end,              ///< the episode ended before it
    reopening_of_open_episode,  ///< the episode is still under way
    unknown_horizon,            ///< the protocol follows at no such horizon
    outside_window              ///< no follow-up window holds the day
};

template <>
inline constexpr std::string_view list_name_of<Bar> = "bar";

template <>
inline constexpr auto terms_of<Bar> = std::to_array<Term<Bar>>({
    {Bar::none, "none", "aucun", "none"},
    {Bar::second_referral, "second_referral", "l'épisode a déjà son signalement", "the episode already has its referral"},
    {Bar::second_entry, "second_entry", "l'épisode a déjà son entrée", "the episode already has its entry"},
    {Bar::second_refusal, "second_refusal", "l'épisode a déjà son refus", "the episode already has its refusal"},
    {Bar::second_outcome, "second_outcome", "l'épisode a déjà son résultat", "the episode already has its outcome"},
    {Bar::after_the_end, "after_the_end", "l'épisode est terminé", "the episode has ended"},
    {Bar::reopening_of_open_episode, "reopening_of_open_episode", "l'épisode est encore en cours", "the episode is still under way"},
    {Bar::unknown_horizon, "unknown_horizon", "le protocole ne connaît pas cette échéance de suivi", "the protocol does not know this horizon"},
    {Bar::outside_window, "outside_window", "aucune fenêtre de suivi ne contient ce jour", "no follow-up window holds this day"},
});
static_assert(well_formed(terms_of<Bar>));

/// What the rules say of one event: the row it falls under, whether its stage fits, which guards do not hold.
struct Judgement {
    const Transition* row = nullptr;    ///< the row of the protocol, or none when the protocol knows no such event
    bool stage_fits = false;            ///< whether the row starts from the episode's stage
    bool reopens_silently = false;      ///< a referral after the end: a new episode whose reopening is missing
    Bar bar = Bar::none;                ///< why it has no effect, if so
    std::uint16_t unmet = 0;            ///< bit i: guard i of the row does not hold
    std::uint16_t not_recorded = 0;     ///< of those: guards on a fact that is simply not recorded
    std::uint8_t missed = 0;            ///< in a history, bit i: what expected rule i of the protocol looks for is missing
    const Protocol* protocol = nullptr; ///< the version of the protocol it was judged under

    /// Whether the event is allowed: it fits its stage, every guard holds, and it has its effect.
    constexpr bool allowed() const { return row && stage_fits && unmet == 0 && bar == Bar::none && !reopens_silently; }
};

}  // namespace maintien
