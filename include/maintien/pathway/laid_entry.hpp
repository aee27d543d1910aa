#pragma once
/// @file
/// Entries laid among those of a case, to be tried there.

#include <algorithm>
#include <optional>

#include "maintien/pathway/entry_mark.hpp"
#include "maintien/pathway/trial.hpp"

namespace maintien {

/// Everything a file records, whatever the day, ready for entries to be laid in.
inline History whole_history_of(const CaseFile& file) { return history_of(file, {make_day(9999, 12, 31), no_day}); }

/// Lays an entry among those of a history, at its canonical place, and gives that place among the marks.
inline std::size_t lay(History& history, PackedEntry entry) {
    history.entries.push_back(std::move(entry));
    const auto mark = dated_mark_at(history, 0, EntryPlace{static_cast<std::uint32_t>(history.entries.size() - 1)});
    const auto before = [&](const DatedMark& a, const DatedMark& b) { return canonically_before(a, b, history); };
    const auto next = std::upper_bound(history.marks.begin(), history.marks.end(), mark, before);
    const auto at = next - history.marks.begin();
    history.marks.insert(next, mark);
    return static_cast<std::size_t>(at);
}

/// Takes the entry laid last away again, from its place among the marks.
inline void take_back(History& history, std::size_t at) {
    history.marks.erase(history.marks.begin() + static_cast<std::ptrdiff_t>(at));
    history.entries.pop_back();
}

namespace detail {

inline int birth_year_said(const EntryView& entry) { return static_cast<int>(value_of(entry, Attribute::birth_year).value_or(0)); }
inline int birth_year_said(const Entry& entry) { return entry.about.birth_year.value_or(0); }

/// Takes in the year of birth that the next mark says.
inline void note_birth_year(TriedMarks& tried, int said) {
    if (tried.birth_year == 0) tried.birth_year = said;
    if (tried.marks.size() != tried.at) tried.birth_year_of_others = said;
}

/// Gathers the marks up to the end of a day, in their order; `said(mark)` gives the entry behind one that speaks of the case.
template <class Said>
TriedMarks gathered(const std::vector<DatedMark>& in_order, std::size_t at, const Said& said) {
    TriedMarks tried{.at = at};
    tried.marks.reserve(in_order.size());
    for (const auto& dated : in_order) {
        if (dated.mark.on > in_order[at].mark.on) break;
        if (tried.birth_year_of_others == 0 && has(dated.mark, about_the_case)) note_birth_year(tried, birth_year_said(said(dated)));
        tried.marks.push_back(dated.mark);
    }
    return tried;
}

/// What decides the order of two entries before their spelling does.
inline auto order_unspelt(const DatedMark& dated) {
    const Mark& mark = dated.mark;
    return std::make_tuple(mark.on, mark.event, dated.known_since, has_own_code(mark.event) ? mark.code : no_code);
}

/// Puts marks in order where that does not take their spelling; says whether it did not.
inline bool sorted_unspelt(std::vector<DatedMark>& marks) {
    for (std::size_t i = 1; i < marks.size(); ++i)
        for (std::size_t j = i; j > 0; --j) {
            const auto left = order_unspelt(marks[j - 1]), right = order_unspelt(marks[j]);
            if (left == right) return false;
            if (left < right) break;
            std::swap(marks[j - 1], marks[j]);
        }
    return true;
}

/// An entry tried in a file without amendments where no two entries differ in their spelling alone, or nothing.
inline std::optional<TriedMarks> tried_plainly(const CaseFile& file, const Entry& proposed) {
    std::vector<DatedMark> marks;
    marks.reserve(file.entries.size() + 1);
    const auto add = [&](const Entry& entry, std::size_t place) {
        marks.push_back({mark_of(entry), 0, known(entry.recorded_on) ? entry.recorded_on : entry.on, {static_cast<std::uint32_t>(place)}});
    };
    for (std::size_t i = 0; i < file.entries.size(); ++i) {
        if (event_of(file.entries[i]) == Event::amendment) return std::nullopt;
        if (file.entries[i].on <= proposed.on) add(file.entries[i], i);
    }
    add(proposed, file.entries.size());
    if (!sorted_unspelt(marks)) return std::nullopt;
    const auto at = std::find_if(marks.begin(), marks.end(), [&](const DatedMark& mark) { return mark.at.place == file.entries.size(); });
    return gathered(marks, static_cast<std::size_t>(at - marks.begin()), [&](const DatedMark& dated) -> const Entry& {
        return dated.at.place < file.entries.size() ? file.entries[dated.at.place] : proposed;
    });
}

}  // namespace detail

/// The entry laid at a place among the marks of a history, to be tried: what is dated after its day does not count.
inline TriedMarks tried_at(const History& history, std::size_t at) {
    return detail::gathered(history.marks, at, [&](const DatedMark& dated) { return entry_at(history, dated.at); });
}

/// A proposed entry among those of its file, to be tried.
inline TriedMarks tried_in(const CaseFile& file, const Entry& proposed) {
    if (auto plainly = detail::tried_plainly(file, proposed)) return std::move(*plainly);
    History history = whole_history_of(file);
    return tried_at(history, lay(history, packed(proposed, history.names)));
}

}  // namespace maintien
