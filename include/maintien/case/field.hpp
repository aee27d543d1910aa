#pragma once
/// @file
/// Fields: which member of a fact holds which attribute. Everything that reads or writes facts walks these tables.

#include <tuple>

#include "maintien/vocabulary/attribute.hpp"

namespace maintien {

/// One attribute of a fact: its name, the member that holds it, whether it must be there, and the range of a number.
template <class Fact, class Member>
struct Field {
    Attribute attribute;           ///< the attribute's name
    Member Fact::*member;          ///< where the fact keeps it
    bool required = false;         ///< whether the attribute must be given
    int least = 0;                 ///< least number allowed
    int most = 0;                  ///< greatest number allowed
};

/// A field that may be absent.
template <class Fact, class Member>
constexpr Field<Fact, Member> optional_field(Attribute attribute, Member Fact::*member) {
    return {attribute, member};
}

/// A field that must be given.
template <class Fact, class Member>
constexpr Field<Fact, Member> required_field(Attribute attribute, Member Fact::*member) {
    return {attribute, member, true};
}

/// A number that may be absent, from `least` to `most`.
template <class Fact, class Member>
constexpr Field<Fact, Member> number_field(Attribute attribute, Member Fact::*member, int least, int most) {
    return {attribute, member, false, least, most};
}

/// The fields of a fact, in the order of docs/pathway.md, which documents keep; each fact specialises it.
template <class Fact>
inline constexpr std::tuple<> fields_of{};

/// Calls `visit(field)` for every field of a fact.
template <class Fact, class Visit>
constexpr void for_each_field(Visit&& visit) {
    std::apply([&](const auto&... field) { (visit(field), ...); }, fields_of<Fact>);
}

}  // namespace maintien
