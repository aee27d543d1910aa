#pragma once
/// @file
/// Packed entries: an entry as numbers, for one case and for ten million.

#include <optional>
#include <span>
#include <vector>

#include "maintien/case/name_pool.hpp"
#include "maintien/vocabulary/attribute.hpp"
#include "maintien/vocabulary/day.hpp"
#include "maintien/vocabulary/event.hpp"

namespace maintien {

/// One attribute and its value in 32 bits: a code's position, a set of positions, a day, a boolean, a number, minutes, or a `NameIndex`.
struct AttributeValue {
    Attribute attribute;      ///< the attribute
    std::uint32_t value = 0;  ///< its value
};

/// An entry as numbers; names are numbers of a `NamePool`.
struct PackedEntry {
    Event event = Event::referral;              ///< the event
    Day on{};                                   ///< the day it happened
    Day recorded_on{};                          ///< the day it became known; none when absent
    NameIndex id = 0;                           ///< the entry's id, 0 when it has none
    std::vector<AttributeValue> attributes{};   ///< what is said, each attribute once
    std::vector<PackedEntry> replacement{};     ///< of an amendment: the entry that stands instead; its id is the amended one's
};

/// A packed entry seen where it lies, in a `PackedEntry` or in the columns of a register.
struct EntryView {
    Event event = Event::referral;                    ///< the event
    Day on{};                                         ///< the day it happened
    Day recorded_on{};                                ///< the day it became known; none when absent
    NameIndex id = 0;                                 ///< the entry's id, 0 when it has none
    std::span<const AttributeValue> attributes{};     ///< what is said
    const PackedEntry* replacement = nullptr;         ///< of an amendment: the entry that stands instead
};

/// A packed entry as a view; the entry must outlive it.
inline EntryView view_of(const PackedEntry& entry) {
    return {entry.event, entry.on, entry.recorded_on, entry.id, entry.attributes,
            entry.replacement.empty() ? nullptr : entry.replacement.data()};
}

/// The day an entry became known: the day it happened when nothing else is said.
constexpr Day known_since(const EntryView& entry) { return known(entry.recorded_on) ? entry.recorded_on : entry.on; }

/// The value of an attribute on an entry, or nothing.
constexpr std::optional<std::uint32_t> value_of(const EntryView& entry, Attribute attribute) {
    for (const auto& said : entry.attributes)
        if (said.attribute == attribute) return said.value;
    return std::nullopt;
}

/// A day as the 32 bits of an attribute value.
constexpr std::uint32_t packed_day(Day day) { return static_cast<std::uint32_t>(day.days); }

/// The day in the 32 bits of an attribute value.
constexpr Day unpacked_day(std::uint32_t value) { return Day{static_cast<std::int32_t>(value)}; }

}  // namespace maintien
