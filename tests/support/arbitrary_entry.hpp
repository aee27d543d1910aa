// Random entries of every event with every attribute it may have, for properties.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <utility>

#include "maintien/case/entry.hpp"
#include "maintien/case/shape.hpp"

namespace maintien::test {

inline Day any_day() { return Day{*rc::gen::inRange(18000, 20000)}; }

/// A pseudonym with everything that JSON must escape, and accents.
inline std::string any_name() {
    std::string name = "x";
    for (const int piece : *rc::gen::resize(6, rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 44)))) {
        const std::string awkward[] = {"\"", "\\", "/", "é", "\n", "\t", "\x7F", "€", " ", "a", "B", "0"};
        name += piece < 32 ? std::string(1, static_cast<char>(piece)) : awkward[piece - 32];
    }
    return name;
}

Entry any_entry(Event event, bool with_replacement = true);

template <ClosedList Code>
void fill(Code& code, int, int) {
    code = static_cast<Code>(*rc::gen::inRange<std::size_t>(0, count_of<Code>));
}
template <ClosedList Code>
void fill(CodeSet<Code>& codes, int, int) {
    codes.bits = *rc::gen::inRange<std::uint64_t>(0, std::uint64_t{1} << count_of<Code>);
}
inline void fill(Day& day, int, int) {
    if (*rc::gen::arbitrary<bool>()) day = any_day();
}
inline void fill(bool& yes, int, int) { yes = *rc::gen::arbitrary<bool>(); }
inline void fill(int& number, int least, int most) { number = *rc::gen::inRange(least, most + 1); }
inline void fill(TimeOfDay& time, int, int) { time.minutes = *rc::gen::inRange<std::uint16_t>(0, 1440); }
template <class Kind>
void fill(Identifier<Kind>& name, int, int) {
    if (*rc::gen::arbitrary<bool>()) name.text = any_name();
}
template <class Value>
void fill(std::optional<Value>& optional, int least, int most) {
    if (*rc::gen::arbitrary<bool>()) fill(optional.emplace(), least, most);
}

/// Fills the fields of a fact, each present about half the time.
template <class Fact>
void fill_fields(Fact& fact, bool with_replacement) {
    for_each_field<Fact>([&]<class Member>(const Field<Fact, Member>& field) {
        if constexpr (std::is_same_v<Member, std::vector<Entry>>) {
            if (!with_replacement || *rc::gen::arbitrary<bool>()) return;
            (fact.*field.member).push_back(any_entry(static_cast<Event>(*rc::gen::inRange(0, static_cast<int>(Event::amendment))), false));
        } else {
            fill(fact.*field.member, field.least, field.most);
        }
    });
}

template <std::size_t... I>
Fact fact_of(Event event, std::index_sequence<I...>) {
    Fact fact;
    (void)((index_of(event) == I ? (fact.emplace<I>(), true) : false) || ...);
    return fact;
}

/// A random entry of an event.
inline Entry any_entry(Event event, bool with_replacement) {
    Entry entry{.on = any_day(), .fact = fact_of(event, std::make_index_sequence<count_of<Event>>{})};
    fill(entry.recorded_on, 0, 0);
    fill(entry.id, 0, 0);
    fill(entry.by, 0, 0);
    fill_fields(entry.about, false);
    std::visit([&](auto& fact) { fill_fields(fact, with_replacement); }, entry.fact);
    return entry;
}

/// Whether two facts say the same, member by member.
template <class Fact>
bool same_fields(const Fact& a, const Fact& b);

inline bool same_entry(const Entry& a, const Entry& b) {
    if (a.on != b.on || a.recorded_on != b.recorded_on || a.id != b.id || a.by != b.by || a.fact.index() != b.fact.index()) return false;
    return same_fields(a.about, b.about) &&
           std::visit([&]<class Fact>(const Fact& fact) { return same_fields(fact, std::get<Fact>(b.fact)); }, a.fact);
}

template <class Fact>
bool same_fields(const Fact& a, const Fact& b) {
    bool same = true;
    for_each_field<Fact>([&]<class Member>(const Field<Fact, Member>& field) {
        const Member &x = a.*field.member, &y = b.*field.member;
        if constexpr (std::is_same_v<Member, std::vector<Entry>>) {
            same = same && x.size() == y.size();
            for (std::size_t i = 0; same && i < x.size(); ++i) same = same_entry(x[i], y[i]);
        } else {
            same = same && x == y;
        }
    });
    return same;
}

}  // namespace maintien::test
