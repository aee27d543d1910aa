#pragma once
/// @file
/// Shapes: which attributes an event takes, and what each may hold. Worked out from the facts' own tables.

#include <array>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "maintien/case/entry.hpp"
#include "maintien/case/time_of_day.hpp"
#include "maintien/vocabulary/code_set.hpp"

namespace maintien {

/// What kind of value an attribute holds.
enum class ValueKind : std::uint8_t {
    code,      ///< one code of a closed list
    code_set,  ///< several codes of a closed list
    day,       ///< a civil day
    boolean,   ///< yes or no
    number,    ///< a whole number in a range
    time,      ///< a time of day
    name,      ///< a pseudonym or the id of an entry
    entry      ///< a whole entry
};

/// What an attribute may hold, and how its codes are spelt.
struct AttributeShape {
    ValueKind kind = ValueKind::name;                            ///< the kind of value
    std::string_view list{};                                     ///< for codes: the closed list
    std::size_t codes = 0;                                       ///< for codes: how many the list has
    std::string_view (*code)(std::uint32_t) = nullptr;           ///< for codes: the spelling of a position
    int least = 0;                                               ///< for numbers: the least
    int most = 0;                                                ///< for numbers: the greatest
};

/// Which attributes an event takes beside the case attributes and `by`; bit i stands for the attribute at position i.
struct EventShape {
    std::uint64_t allowed = 0;   ///< those it may have
    std::uint64_t required = 0;  ///< those it must have
};

static_assert(count_of<Attribute> <= 64);

/// The bit of an attribute in an `EventShape`.
constexpr std::uint64_t bit_of(Attribute attribute) { return std::uint64_t{1} << index_of(attribute); }

namespace detail {

template <class Value>
struct KindOf;
template <ClosedList Code>
struct KindOf<Code> {
    static constexpr AttributeShape shape{ValueKind::code, list_name_of<Code>, count_of<Code>,
                                          [](std::uint32_t i) { return terms_of<Code>[i].code; }};
};
template <ClosedList Code>
struct KindOf<CodeSet<Code>> {
    static constexpr AttributeShape shape{ValueKind::code_set, list_name_of<Code>, count_of<Code>,
                                          [](std::uint32_t i) { return terms_of<Code>[i].code; }};
};
template <class Value>
struct KindOf<std::optional<Value>> : KindOf<Value> {};
template <>
struct KindOf<Day> {
    static constexpr AttributeShape shape{ValueKind::day};
};
template <>
struct KindOf<bool> {
    static constexpr AttributeShape shape{ValueKind::boolean};
};
template <>
struct KindOf<int> {
    static constexpr AttributeShape shape{ValueKind::number};
};
template <>
struct KindOf<TimeOfDay> {
    static constexpr AttributeShape shape{ValueKind::time};
};
template <class Kind>
struct KindOf<Identifier<Kind>> {
    static constexpr AttributeShape shape{ValueKind::name};
};
template <>
struct KindOf<std::vector<Entry>> {
    static constexpr AttributeShape shape{ValueKind::entry};
};

using AttributeShapes = std::array<AttributeShape, count_of<Attribute>>;

/// Enters the shapes of one fact's fields.
template <class Fact>
constexpr void add_shapes(AttributeShapes& shapes) {
    for_each_field<Fact>([&]<class Member>(const Field<Fact, Member>& field) {
        auto shape = KindOf<Member>::shape;
        shape.least = field.least;
        shape.most = field.most;
        shapes[index_of(field.attribute)] = shape;
    });
}

template <std::size_t... I>
constexpr AttributeShapes all_attribute_shapes(std::index_sequence<I...>) {
    AttributeShapes shapes{};
    add_shapes<CaseAttributes>(shapes);
    shapes[index_of(Attribute::by)] = KindOf<Actor>::shape;
    (add_shapes<std::variant_alternative_t<I, Fact>>(shapes), ...);
    return shapes;
}

template <class Fact>
constexpr EventShape shape_of_fact() {
    EventShape shape;
    for_each_field<Fact>([&](const auto& field) {
        shape.allowed |= bit_of(field.attribute);
        if (field.required) shape.required |= bit_of(field.attribute);
    });
    return shape;
}

template <std::size_t... I>
constexpr std::array<EventShape, count_of<Event>> all_event_shapes(std::index_sequence<I...>) {
    return {shape_of_fact<std::variant_alternative_t<I, Fact>>()...};
}

inline constexpr auto event_numbers = std::make_index_sequence<count_of<Event>>{};

}  // namespace detail

/// What each attribute may hold, in the order of `Attribute`.
inline constexpr auto attribute_shapes = detail::all_attribute_shapes(detail::event_numbers);

/// Which attributes each event takes, in the order of `Event`.
inline constexpr auto event_shapes = detail::all_event_shapes(detail::event_numbers);

/// What an attribute may hold.
constexpr const AttributeShape& shape_of(Attribute attribute) { return attribute_shapes[index_of(attribute)]; }

/// Which attributes an event takes.
constexpr const EventShape& shape_of(Event event) { return event_shapes[index_of(event)]; }

/// Whether an event may carry an attribute.
constexpr bool takes(Event event, Attribute attribute) {
    return describes_the_case(attribute) || attribute == Attribute::by || (shape_of(event).allowed & bit_of(attribute)) != 0;
}

/// The position of the code spelt `text` in the closed list of an attribute, or -1.
constexpr int code_position(Attribute attribute, std::string_view text) {
    const auto& shape = shape_of(attribute);
    for (std::size_t i = 0; i < shape.codes; ++i)
        if (shape.code(static_cast<std::uint32_t>(i)) == text) {
            const bool refused = attribute == Attribute::visit_kind && !names_a_visit(static_cast<Origin>(i));
            return refused ? -1 : static_cast<int>(i);
        }
    return -1;
}

}  // namespace maintien
