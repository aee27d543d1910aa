#pragma once
/// @file
/// Packing: typed entries to numbers and back.

#include "maintien/case/entry.hpp"
#include "maintien/case/packed_entry.hpp"
#include "maintien/case/shape.hpp"

namespace maintien {

/// The typed entry as numbers; its names are entered in `names`.
PackedEntry packed(const Entry& entry, NamePool& names);

/// The typed entry that numbers stand for.
Entry unpacked(const EntryView& entry, const NamePool& names);

namespace detail {

template <ClosedList Code, class Names>
constexpr std::optional<std::uint32_t> pack_value(Code code, Names&) {
    return static_cast<std::uint32_t>(index_of(code));
}
template <ClosedList Code, class Names>
constexpr std::optional<std::uint32_t> pack_value(CodeSet<Code> codes, Names&) {
    return codes.bits == 0 ? std::nullopt : std::optional{static_cast<std::uint32_t>(codes.bits)};
}
template <class Names>
constexpr std::optional<std::uint32_t> pack_value(Day day, Names&) {
    return known(day) ? std::optional{packed_day(day)} : std::nullopt;
}
template <class Names>
constexpr std::optional<std::uint32_t> pack_value(bool yes, Names&) {
    return yes ? 1u : 0u;
}
template <class Names>
constexpr std::optional<std::uint32_t> pack_value(int number, Names&) {
    return static_cast<std::uint32_t>(number);
}
template <class Names>
constexpr std::optional<std::uint32_t> pack_value(TimeOfDay time, Names&) {
    return time.minutes;
}
template <class Kind, class Names>
std::optional<std::uint32_t> pack_value(const Identifier<Kind>& name, Names& names) {
    return known(name) ? std::optional{names.index_of(name.text)} : std::nullopt;
}
template <class Value, class Names>
std::optional<std::uint32_t> pack_value(const std::optional<Value>& value, Names& names) {
    return value ? pack_value(*value, names) : std::nullopt;
}

template <ClosedList Code>
void unpack_value(std::uint32_t value, const NamePool&, Code& code) {
    code = static_cast<Code>(value);
}
template <ClosedList Code>
void unpack_value(std::uint32_t value, const NamePool&, CodeSet<Code>& codes) {
    codes.bits = value;
}
inline void unpack_value(std::uint32_t value, const NamePool&, Day& day) { day = unpacked_day(value); }
inline void unpack_value(std::uint32_t value, const NamePool&, bool& yes) { yes = value != 0; }
inline void unpack_value(std::uint32_t value, const NamePool&, int& number) { number = static_cast<int>(value); }
inline void unpack_value(std::uint32_t value, const NamePool&, TimeOfDay& time) { time.minutes = static_cast<std::uint16_t>(value); }
template <class Kind>
void unpack_value(std::uint32_t value, const NamePool& names, Identifier<Kind>& name) {
    name.text = names.text_of(value);
}
template <class Value>
void unpack_value(std::uint32_t value, const NamePool& names, std::optional<Value>& optional) {
    unpack_value(value, names, optional.emplace());
}

/// Packs the fields of one fact; an amendment's replacement and an absent `withdraw` go their own way.
template <class Facts>
void pack_fields(const Facts& fact, NamePool& names, PackedEntry& into) {
    for_each_field<Facts>([&]<class Member>(const Field<Facts, Member>& field) {
        if constexpr (std::is_same_v<Member, std::vector<Entry>>) {
            for (const Entry& entry : fact.*field.member) into.replacement.push_back(packed(entry, names));
        } else if (const auto value = pack_value(fact.*field.member, names)) {
            if (field.attribute != Attribute::withdraw || *value != 0) into.attributes.push_back({field.attribute, *value});
        }
    });
}

/// Unpacks the fields of one fact.
template <class Facts>
void unpack_fields(const EntryView& entry, const NamePool& names, Facts& fact) {
    for_each_field<Facts>([&]<class Member>(const Field<Facts, Member>& field) {
        if constexpr (std::is_same_v<Member, std::vector<Entry>>) {
            if (entry.replacement) (fact.*field.member).push_back(unpacked(view_of(*entry.replacement), names));
        } else if (const auto value = value_of(entry, field.attribute)) {
            unpack_value(*value, names, fact.*field.member);
        }
    });
}

/// An empty fact for an event.
template <std::size_t... I>
Fact empty_fact(Event event, std::index_sequence<I...>) {
    Fact fact;
    (void)((index_of(event) == I ? (fact.emplace<I>(), true) : false) || ...);
    return fact;
}

}  // namespace detail

inline PackedEntry packed(const Entry& entry, NamePool& names) {
    PackedEntry into{event_of(entry), entry.on, entry.recorded_on, names.index_of(entry.id.text), {}, {}};
    detail::pack_fields(entry.about, names, into);
    if (entry.by) into.attributes.push_back({Attribute::by, static_cast<std::uint32_t>(index_of(*entry.by))});
    std::visit([&](const auto& fact) { detail::pack_fields(fact, names, into); }, entry.fact);
    return into;
}

inline Entry unpacked(const EntryView& from, const NamePool& names) {
    Entry entry{.on = from.on, .fact = detail::empty_fact(from.event, detail::event_numbers), .recorded_on = from.recorded_on};
    entry.id.text = names.text_of(from.id);
    if (const auto by = value_of(from, Attribute::by)) entry.by = static_cast<Actor>(*by);
    detail::unpack_fields(from, names, entry.about);
    std::visit([&](auto& fact) { detail::unpack_fields(from, names, fact); }, entry.fact);
    return entry;
}

}  // namespace maintien
