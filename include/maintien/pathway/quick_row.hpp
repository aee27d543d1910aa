#pragma once
/// @file
/// What a lookup knows of an event at a stage: what must hold for it to be allowed at once, and what it then does.

#include <array>

#include "maintien/pathway/mark.hpp"
#include "maintien/protocol/milestone.hpp"
#include "maintien/protocol/stage.hpp"

namespace maintien {

/// What an event does beside reaching milestones, moving its stage on and noting a code.
enum class QuickEffect : std::uint8_t {
    none,      ///< nothing
    referral,  ///< its origin and its consent are noted
    consent,   ///< a word of the ledger is written
    leave,     ///< a sick leave is noted
    answer,    ///< an answer is noted where it belongs
    any        ///< whatever: nothing of it was looked up
};

/// What is looked up of an event at a stage. As built by default it allows nothing at once.
struct alignas(32) QuickRow {
    std::uint32_t looked_at = never;        ///< the facts that are looked at, as bits: see `facts_at_once`
    std::uint32_t wanted = never;           ///< how they must be
    std::uint32_t loud_actors = 0;          ///< actors that a rule speaks of, or who would learn something, as bits
    std::uint8_t row = 0;                   ///< the position of the row in the protocol
    QuickEffect effect = QuickEffect::any;  ///< what it does beside what follows
    MaybeStage leads_to{};                  ///< the stage it leads to, perhaps the one it starts from
    std::uint16_t reached = 0;              ///< the milestones it reaches, as bits
    std::uint16_t measured_guards = 0;      ///< the guards of the row that do not show in what is looked at first, as bits
    std::array<std::uint8_t, 2> reaches{};  ///< the places of their days; that of the first event's where there are fewer
    std::uint8_t leads_to_place = 0;        ///< the place of that stage in an index
    bool notes_measure = false;             ///< it notes a measure
    bool notes_outcome = false;             ///< it notes an outcome

    static constexpr std::uint32_t flags_at = 16;               ///< where the flags of the mark begin
    static constexpr std::uint32_t tells_a_partner = 1u << 24;  ///< the bit of a partner who is told
    static constexpr std::uint32_t is_loud = 1u << 25;          ///< the bit of a loud actor
    static constexpr std::uint32_t measured = 1u << 26;         ///< a fact that never is: its guards are always measured
    static constexpr std::uint32_t never = 1u << 31;            ///< a fact that never is: nothing is allowed at once
    static constexpr std::uint32_t decisive = never | 0xFFFF;   ///< facts of which one that is not as it must be decides: no guard need be measured
    bool operator==(const QuickRow&) const = default;
};

/// What a lookup looks at first, as bits: the milestones reached, what the mark says yes to, whether a partner is told.
constexpr std::uint32_t facts_at_once(std::uint32_t passed, const Mark& mark) {
    return passed | std::uint32_t{mark.flags} << QuickRow::flags_at | (mark.partner != no_code ? QuickRow::tells_a_partner : 0);
}

namespace detail {

constexpr std::uint16_t bits_of(std::initializer_list<Milestone> milestones) {
    unsigned bits = 0;
    for (const auto milestone : milestones) bits |= 1u << index_of(milestone);
    return static_cast<std::uint16_t>(bits);
}

/// Has a lookup ask for some facts, or that they are not; facts that must be and must not be are never.
constexpr void ask(QuickRow& quick, std::uint32_t facts, bool wanted = true) {
    if ((quick.looked_at & facts & (wanted ? ~quick.wanted : quick.wanted)) != 0) facts |= QuickRow::never, quick.wanted |= QuickRow::never;
    quick.looked_at |= facts;
    if (wanted) quick.wanted |= facts;
}

}  // namespace detail
}  // namespace maintien
