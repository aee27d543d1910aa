#pragma once
/// @file
/// Audiences: who may know an item of a file, by its kind.

#include <cstdint>

#include "maintien/case/packed_entry.hpp"
#include "maintien/case/shape.hpp"
#include "maintien/vocabulary/audience_role.hpp"
#include "maintien/vocabulary/measure.hpp"

namespace maintien {

/// Who may know an item at most; a consent, a day or a place may narrow it further (see `view_of`).
using AudienceSet = CodeSet<AudienceRole>;

/// Those to whom no item of the own file is closed.
inline constexpr AudienceSet always_allowed{AudienceRole::physician, AudienceRole::worker};
/// Those who work with the file, and the statistician, who gets pseudonyms, codes and days of it.
inline constexpr AudienceSet inside_audience = always_allowed | AudienceSet{AudienceRole::cell, AudienceRole::statistician};

/// Who may know an item of this kind when the item itself says nothing. `visit` and `unfitness_opinion` are medical items.
/// Decided by us where DOMAIN leaves it open: sick leaves are no medical items, the cell plans with them.
constexpr AudienceSet audience_of_kind(Event event) {
    switch (event) {
        case Event::visit:
        case Event::unfitness_opinion: return always_allowed | AudienceSet{AudienceRole::statistician};
        case Event::appointment: return inside_audience | AudienceSet{AudienceRole::employer};
        case Event::relay:
        case Event::action: return inside_audience | AudienceSet{AudienceRole::partner};
        default: return inside_audience;
    }
}

/// Who may know an entry. An action may name its audience, which then stands in place of the kind's: the physician and the worker
/// belong to it in any case, and the cell too unless nobody but those two is named. A recommendation of the physician that
/// names nobody is for the employer as well, once allowed.
constexpr AudienceSet audience_of(const EntryView& entry) {
    if (entry.event != Event::action) return audience_of_kind(entry.event);
    AudienceSet named;
    named.bits = value_of(entry, Attribute::audience).value_or(0);
    const auto measure = value_of(entry, Attribute::measure);
    if (named.bits == 0) {
        const bool recommended = measure && is_recommendation(static_cast<Measure>(*measure));
        return audience_of_kind(Event::action) | (recommended ? AudienceSet{AudienceRole::employer} : AudienceSet{});
    }
    const bool others = (named.bits & ~always_allowed.bits) != 0;
    return named | always_allowed | (others ? AudienceSet{AudienceRole::cell} : AudienceSet{});
}

/// Whether an entry is a medical item: closed to the cell, and kept as long as the medical file (R4624-45-9).
constexpr bool is_medical(const EntryView& entry) { return !audience_of(entry).contains(AudienceRole::cell); }

namespace detail {

constexpr std::uint64_t bits_of(std::initializer_list<Attribute> attributes) {
    std::uint64_t bits = 0;
    for (const auto attribute : attributes) bits |= bit_of(attribute);
    return bits;
}

inline constexpr std::uint64_t every_attribute = ~std::uint64_t{0};
inline constexpr std::uint64_t measure_in_brief = bits_of({Attribute::measure, Attribute::progress, Attribute::due, Attribute::starts_on, Attribute::ends_on});
inline constexpr std::uint64_t employer_attributes = measure_in_brief | bits_of({Attribute::appointment_state, Attribute::day, Attribute::starts, Attribute::ends,
                                                                                 Attribute::in_working_time, Attribute::centre});
inline constexpr std::uint64_t partner_attributes = measure_in_brief | bits_of({Attribute::partner, Attribute::actor, Attribute::relay_state});

}  // namespace detail

/// What of an entry an audience is shown, one bit an attribute (`bit_of`). The employer and partners get what happened and
/// when, never how an entry is numbered or who made it; the statistician no times of day.
constexpr std::uint64_t attributes_shown_to(AudienceRole audience) {
    switch (audience) {
        case AudienceRole::employer: return detail::employer_attributes;
        case AudienceRole::partner: return detail::partner_attributes;
        case AudienceRole::statistician: return detail::every_attribute & ~detail::bits_of({Attribute::starts, Attribute::ends});
        case AudienceRole::public_: return 0;
        default: return detail::every_attribute;
    }
}

/// What of the case an audience is told beside the entries, one bit a case attribute.
constexpr std::uint64_t case_attributes_shown_to(AudienceRole audience) {
    switch (audience) {
        case AudienceRole::employer: return detail::bits_of({Attribute::worker, Attribute::employer, Attribute::centre, Attribute::physician});
        case AudienceRole::partner: return detail::bits_of({Attribute::worker, Attribute::centre, Attribute::manager});
        case AudienceRole::public_: return 0;
        default: return detail::every_attribute;
    }
}

/// Whether an audience stands outside the service: it is not even told that there is a case when nothing in it is for it.
constexpr bool stands_outside(AudienceRole audience) {
    return audience == AudienceRole::employer || audience == AudienceRole::partner || audience == AudienceRole::public_;
}

}  // namespace maintien
