#pragma once
// Keys: the names a row of events is written with, looked up in one step. Worked out from the closed lists, never listed again.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "maintien/case/shape.hpp"

namespace maintien::io {

/// A key of an event's row: one of these, or `first_attribute` + an attribute's position.
enum class Key : std::uint8_t { case_number, event, on, recorded_on, id, service, first_attribute };

constexpr Key key_for(Attribute attribute) {
    return static_cast<Key>(static_cast<std::size_t>(Key::first_attribute) + index_of(attribute));
}

constexpr bool is_attribute(Key key) { return key >= Key::first_attribute; }

constexpr Attribute attribute_of(Key key) {
    return static_cast<Attribute>(static_cast<std::size_t>(key) - static_cast<std::size_t>(Key::first_attribute));
}

inline constexpr std::size_t key_count = static_cast<std::size_t>(Key::first_attribute) + count_of<Attribute>;

/// The spelling of a key.
std::string_view name_of(Key key);

/// The key spelt `text`.
std::optional<Key> key_called(std::string_view text);

/// As `code_position`, in one step.
int code_called(Attribute attribute, std::string_view text);

/// The event spelt `text`.
std::optional<Event> event_called(std::string_view text);

/// What is expected where a code of an attribute should stand: all codes when they are few, and the nearest to what was written.
std::string expected_code(Attribute attribute, std::string_view written);

/// What is expected where an event should stand.
std::string expected_event(std::string_view written);

/// What is expected where a key should stand.
std::string expected_key(std::string_view written);

/// `, perhaps "…"`: the spellings nearest to what was written, or else those with a word in common; an empty text when there is none.
std::string perhaps(std::string_view written, const std::vector<std::string_view>& spellings);

}  // namespace maintien::io
