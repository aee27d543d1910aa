#pragma once
/// @file
/// Witness files: a witness as the case file that it tells, so that the engine itself can replay it.

#include <optional>
#include <utility>

#include "maintien/case/case_file.hpp"
#include "maintien/case/shape.hpp"
#include "maintien/protocol/witness.hpp"

namespace maintien {
namespace detail {

template <ClosedList Code>
constexpr void say(Code& said, std::uint8_t code) {
    said = static_cast<Code>(code);
}
template <ClosedList Code>
constexpr void say(CodeSet<Code>& said, std::uint8_t bits) {
    said.bits = bits;
}
constexpr void say(bool& said, std::uint8_t code) { said = code != 0; }
constexpr void say(int& said, std::uint8_t number) { said = number; }
template <class Value>
    requires(ClosedList<Value> || std::is_same_v<Value, bool> || std::is_same_v<Value, int>)
constexpr void say(std::optional<Value>& said, std::uint8_t code) {
    say(said.emplace(), code);
}

/// A member that a form can say.
template <class Member>
concept Sayable = requires(Member& member) { say(member, std::uint8_t{}); };

/// The fact of an event form: what the form does not say is left out.
template <class Fact>
Fact fact_said(const EventForm& form) {
    Fact fact{};
    for_each_field<Fact>([&]<class Member>(const Field<Fact, Member>& field) {
        if constexpr (Sayable<Member>) {
            const auto slot = slot_of(form.event, field.attribute);
            if (slot && form.at(*slot) != unsaid) say(fact.*field.member, form.at(*slot));
        }
    });
    return fact;
}

template <std::size_t... I>
Fact fact_of_form(const EventForm& form, std::index_sequence<I...>) {
    Fact fact;
    (void)((index_of(form.event) == I ? (fact = fact_said<std::variant_alternative_t<I, Fact>>(form), true) : false) || ...);
    return fact;
}

}  // namespace detail

/// The entry a step of a witness stands for.
inline Entry entry_of(const WitnessStep& step) {
    Entry entry{.on = step.on, .fact = detail::fact_of_form(step.form, std::make_index_sequence<count_of<Event>>{})};
    const auto by = step.form.at(FormSlot::by);
    if (by != unsaid) entry.by = static_cast<Actor>(by);
    if (auto* referral = std::get_if<Referral>(&entry.fact); referral && step.agreed) referral->consent = true;
    if (auto* consent = std::get_if<Consent>(&entry.fact)) consent->until = step.until;
    if (auto* answer = std::get_if<FollowUp>(&entry.fact)) answer->horizon = step.horizon;
    return entry;
}

/// The case file a witness tells, under the number `case_id`; the first entry says the year of birth where a rule asks for an age.
inline CaseFile file_of(const Witness& witness, std::string_view case_id) {
    CaseFile file{.case_id = {std::string(case_id)}};
    for (const auto& step : witness.steps) file.entries.push_back(entry_of(step));
    if (witness.age > 0 && !file.entries.empty()) file.entries.front().about.birth_year = year_of(file.entries.front().on) - witness.age;
    return file;
}

}  // namespace maintien
