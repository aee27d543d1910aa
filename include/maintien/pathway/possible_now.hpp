#pragma once
/// @file
/// What can happen next in a case.

#include <algorithm>
#include <vector>

#include "maintien/pathway/admission.hpp"
#include "maintien/pathway/variants.hpp"

namespace maintien {

/// Whether an event may happen now, with which of its own codes, and why not.
struct Possibility {
    Event event = Event::referral;           ///< the event
    std::vector<std::string_view> codes{};   ///< the codes it may have; empty for an event without a code of its own
    Verdict verdict{};                       ///< accepted when it may happen with at least one code; else the verdict on its first code, said plainly
};

namespace detail {

/// One day of a case, on which entries are tried.
struct TrialDay {
    ProtocolVersions protocol;  ///< the rules
    Day day{};                 ///< the day
    History history{};         ///< the case
    Position position{};       ///< where it stands that day
    bool alone = false;        ///< nothing is recorded on that day: an entry of it meets the position as it is
};

inline TrialDay trial_day(const CaseFile& file, const ProtocolVersions& protocol, Day day) {
    TrialDay today{protocol, day, whole_history_of(file)};
    today.position = position_of(file, protocol, day);
    const auto that_day = [&](const DatedMark& dated) { return dated.mark.on == day; };
    today.alone = std::none_of(today.history.marks.begin(), today.history.marks.end(), that_day);
    return today;
}

/// An entry tried on a day.
inline TriedMarks tried_on(TrialDay& today, const PackedEntry& entry) {
    const std::size_t at = lay(today.history, entry);
    auto tried = tried_at(today.history, at);
    take_back(today.history, at);
    return tried;
}

/// Whether an entry of a day meets the position of that day as it is.
inline bool meets_the_position(const TrialDay& today, const PackedEntry& entry) {
    return today.alone && !value_of(view_of(entry), Attribute::birth_year);
}

/// The verdict on an entry of a day: `admit` gives the same.
inline Verdict verdict_on(TrialDay& today, const PackedEntry& entry) {
    if (meets_the_position(today, entry)) return verdict_at(today.position, mark_of(view_of(entry)), version_met(today.protocol, today.position, entry.event, today.day));
    return verdict_on(tried_on(today, entry), today.protocol);
}

/// Whether an entry of a day may be made.
inline bool accepted_on(TrialDay& today, const PackedEntry& entry) {
    if (meets_the_position(today, entry)) return judge(today.position, mark_of(view_of(entry)), version_met(today.protocol, today.position, entry.event, today.day)).allowed();
    return trial_of(tried_on(today, entry), today.protocol).accepted();
}

/// The verdict on one code of an event: that on the first variant that may happen, else that on the plain one.
inline Verdict verdict_on_code(TrialDay& today, Event event, std::uint8_t code) {
    const auto variants = variants_of(event, code, today.day, today.protocol);
    const auto possible = std::find_if(variants.begin(), variants.end(), [&](const PackedEntry& entry) { return accepted_on(today, entry); });
    return verdict_on(today, possible != variants.end() ? *possible : variants.front());
}

inline Possibility possibility(TrialDay& today, Event event) {
    Possibility found{.event = event};
    const auto codes = own_codes(event);
    for (const auto code : codes) {
        Verdict verdict = verdict_on_code(today, event, code);
        if (verdict && code != no_code) found.codes.push_back(shape_of(code_attribute(event)).code(code));
        if (code == codes.front() || (verdict && !found.verdict)) found.verdict = std::move(verdict);
    }
    return found;
}

/// Whether something may be amended: any entry that has an id may be withdrawn.
inline Possibility possible_amendment(const CaseFile& file) {
    Amendment amendment{{}, true, {}};
    for (const Entry& entry : file.entries)
        if (known(entry.id)) amendment.amends = entry.id;
    return {Event::amendment, {}, verdict_on_amendment(file, amendment)};
}

}  // namespace detail

/// What can happen in a case on a day, event by event in the canonical order, and why not where it cannot: exactly the events and
/// codes of which `admit` accepts an entry of that day that says nothing but what the rules look at.
inline std::vector<Possibility> possible_now(const CaseFile& file, const ProtocolVersions& protocol, Day as_of) {
    auto today = detail::trial_day(file, protocol, as_of);
    std::vector<Possibility> all;
    for (const auto& term : terms_of<Event>)
        all.push_back(term.value == Event::amendment ? detail::possible_amendment(file) : detail::possibility(today, term.value));
    return all;
}

}  // namespace maintien
