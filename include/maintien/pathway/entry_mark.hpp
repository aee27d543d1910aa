#pragma once
/// @file
/// The mark of a typed entry, without packing it first.

#include "maintien/case/packing.hpp"
#include "maintien/pathway/mark.hpp"

namespace maintien {

namespace detail {

/// Stands for the names of a file where only the fact that one is given counts.
struct NamesUnread {
    NameIndex index_of(std::string_view) { return 1; }  ///< any number but that of the empty text
};

/// Enters the fields of one fact into a mark.
template <class Facts>
void note_fields(Mark& mark, const Facts& fact) {
    for_each_field<Facts>([&]<class Member>(const Field<Facts, Member>& field) {
        if constexpr (!std::is_same_v<Member, std::vector<Entry>>) {
            NamesUnread names;
            if (const auto value = pack_value(fact.*field.member, names)) note(mark, {field.attribute, *value});
        }
    });
}

}  // namespace detail

/// The mark of a typed entry: the same as that of its numbers.
inline Mark mark_of(const Entry& entry) {
    Mark mark;
    mark.on = entry.on;
    mark.event = event_of(entry);
    detail::note_fields(mark, entry.about);
    if (entry.by) detail::note(mark, {Attribute::by, static_cast<std::uint32_t>(index_of(*entry.by))});
    std::visit([&](const auto& fact) { detail::note_fields(mark, fact); }, entry.fact);
    return mark;
}

}  // namespace maintien
