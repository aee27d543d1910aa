#pragma once
/// @file
/// Variants: the entries of one event that the rules of a protocol tell apart.

#include <vector>

#include "maintien/case/packed_entry.hpp"
#include "maintien/pathway/mark.hpp"
#include "maintien/protocol/protocol_versions.hpp"
#include "maintien/vocabulary/consent_scope.hpp"

namespace maintien {

/// The positions of the own codes of an event, in the order of their list; one `no_code` for an event without such codes.
inline std::vector<std::uint8_t> own_codes(Event event) {
    const Attribute attribute = code_attribute(event);
    const auto& shape = shape_of(attribute);
    if (attribute == Attribute::by || (shape.kind != ValueKind::code && shape.kind != ValueKind::code_set)) return {no_code};
    std::vector<std::uint8_t> codes;
    for (std::uint8_t code = 0; code < shape.codes; ++code)
        if (attribute != Attribute::visit_kind || names_a_visit(static_cast<Origin>(code))) codes.push_back(code);
    return codes;
}

/// An entry of an event that says its own code and what else it must, and nothing more.
inline PackedEntry plain_entry(Event event, std::uint8_t code, Day on, int horizon = 12) {
    PackedEntry entry{.event = event, .on = on};
    const Attribute own = code_attribute(event);
    if (code != no_code) entry.attributes.push_back({own, shape_of(own).kind == ValueKind::code_set ? 1u << code : code});
    if (event == Event::consent) entry.attributes.push_back({Attribute::state, static_cast<std::uint32_t>(index_of(ConsentState::given))});
    if (event == Event::follow_up) entry.attributes.push_back({Attribute::horizon, static_cast<std::uint32_t>(horizon)});
    return entry;
}

namespace detail {

/// The values of some attributes, attribute by attribute.
using Choices = std::vector<std::vector<AttributeValue>>;

/// Adds a value of an attribute to those the rules may look at, beside not giving it.
inline void tell_apart(Choices& choices, AttributeValue value) {
    for (auto& choice : choices) {
        if (choice.front().attribute != value.attribute) continue;
        for (const auto& known_value : choice)
            if (known_value.value == value.value) return;
        return choice.push_back(value);
    }
    choices.push_back({value});
}

/// Every value of an attribute a clause looks at; what is absent counts as false.
inline std::vector<AttributeValue> values_of(Attribute attribute) {
    if (shape_of(attribute).kind == ValueKind::boolean) return {{attribute, 1}};
    std::vector<AttributeValue> values;
    for (std::uint32_t code = 0; code < shape_of(attribute).codes; ++code) values.push_back({attribute, code});
    return values;
}

/// What a condition of an event's rule makes worth trying.
inline void add_choices(Choices& choices, Event event, const Condition& condition) {
    for (const auto& clause : condition)
        if (clause.attribute != code_attribute(event) && takes(event, clause.attribute))
            for (const auto& value : values_of(clause.attribute)) tell_apart(choices, value);
}

/// What a guard of an event's rule makes worth trying.
inline void add_choices(Choices& choices, Event event, const Guard& guard) {
    add_choices(choices, event, guard.when);
    if (guard.implied_by) tell_apart(choices, {Attribute::by, static_cast<std::uint32_t>(index_of(*guard.implied_by))});
    if (guard.kind == GuardKind::age_at_least) tell_apart(choices, {Attribute::birth_year, 1900});
    if (event == Event::referral && guard.kind == GuardKind::consent && guard.scope == ConsentScope::referral) tell_apart(choices, {Attribute::consent, 1});
}

/// What the rules of an event look at beside its own code.
inline Choices choices_of(Event event, const ProtocolVersions& protocol) {
    Choices choices;
    for (const Protocol* version : protocol)
        for (const auto& row : rows_of(*version, event)) {
            add_choices(choices, event, row.when);
            for (const auto& guard : row.guards) add_choices(choices, event, guard);
        }
    return choices;
}

/// Says an attribute on an entry, in place of what it said of it.
inline PackedEntry saying(PackedEntry entry, AttributeValue said) {
    std::erase_if(entry.attributes, [&](const AttributeValue& old) { return old.attribute == said.attribute; });
    entry.attributes.push_back(said);
    return entry;
}

}  // namespace detail

/// The entries of one event and one own code on a day, the plain one first: with everything the rules of the protocol may look at
/// said in every way. An entry that says more is judged like one of them.
inline std::vector<PackedEntry> variants_of(Event event, std::uint8_t code, Day on, const ProtocolVersions& protocol) {
    std::vector<PackedEntry> variants;
    const auto& horizons = latest(protocol).follow_up.horizons;
    if (event == Event::follow_up)
        for (const int horizon : horizons) variants.push_back(plain_entry(event, code, on, horizon));
    if (variants.empty()) variants.push_back(plain_entry(event, code, on));
    for (const auto& values : detail::choices_of(event, protocol)) {
        const std::size_t said = variants.size();
        for (const auto& value : values)
            for (std::size_t i = 0; i < said; ++i) variants.push_back(detail::saying(variants[i], value));
    }
    return variants;
}

}  // namespace maintien
