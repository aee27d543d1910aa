#pragma once
/// @file
/// Case files taken out of a register: one case, all cases of a person, or the register without them.

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "maintien/case/case_file.hpp"
#include "maintien/case/packing.hpp"
#include "maintien/register/event_table.hpp"
#include "maintien/sharing/rights.hpp"

namespace maintien {

/// The cases with a number, of one service when it is named, else of any: none, one, or several of different services.
inline std::vector<CaseIndex> cases_named(const EventTable& table, std::string_view case_id, std::string_view service = {}) {
    std::vector<CaseIndex> found;
    for (CaseIndex i = 0; i < table.cases(); ++i) {
        const auto key = key_of(table, i);
        if (key.case_id == case_id && (service.empty() || key.service == service)) found.push_back(i);
    }
    return found;
}

/// The file of one case, its entries in the order of the rows.
inline CaseFile case_file_of(const EventTable& table, CaseIndex index) {
    const auto key = key_of(table, index);
    CaseFile file{{std::string(key.case_id)}, {std::string(key.service)}, {}};
    for (std::size_t row = 0; row < table.size(); ++row)
        if (table.case_index[row] == index) file.entries.push_back(unpacked(entry_at(table, row), table.names));
    return file;
}

namespace detail {

/// Finds the cases of one person by going over the rows of a service until nothing new is tied.
struct PersonSearch {
    const EventTable& table;                     ///< the register
    NameIndex service;                           ///< the service of the person
    std::vector<std::uint8_t> found{};           ///< of each case: whether it is the person's
    std::vector<std::uint8_t> pseudonym{};       ///< of each name: whether it is the person's pseudonym
    std::vector<CaseIndex> numbered{};           ///< of each name: the case of the service with this number, plus one
    bool grew = false;                           ///< whether the last pass tied anything
};

inline void count_in(PersonSearch& search, std::vector<std::uint8_t>& flags, std::size_t at) {
    search.grew = search.grew || flags[at] == 0;
    flags[at] = 1;
}

/// Ties what a row says: a worker's pseudonym and the case, a case and the one it is linked to.
inline void tie_row(PersonSearch& search, CaseIndex index, const EntryView& entry) {
    for (const auto& said : entry.attributes) {
        if (said.attribute == Attribute::worker) {
            if (search.found[index] != 0) count_in(search, search.pseudonym, said.value);
            if (search.pseudonym[said.value] != 0) count_in(search, search.found, index);
        }
        const CaseIndex linked = said.attribute == Attribute::linked_case ? search.numbered[said.value] : 0;
        if (linked == 0) continue;
        if (search.found[index] != 0) count_in(search, search.found, linked - 1);
        if (search.found[linked - 1] != 0) count_in(search, search.found, index);
    }
    if (entry.replacement) tie_row(search, index, view_of(*entry.replacement));
}

}  // namespace detail

/// The cases of the person a case is about, in its service: those with the same worker's pseudonym, those it names as linked and
/// those that name it, and so on; the case itself among them. In the order of the register.
inline std::vector<CaseIndex> cases_of_person(const EventTable& table, CaseIndex index) {
    detail::PersonSearch search{table, table.case_service[index]};
    search.found.assign(table.cases(), 0);
    search.pseudonym.assign(table.names.size(), 0);
    search.numbered.assign(table.names.size(), 0);
    for (CaseIndex i = 0; i < table.cases(); ++i)
        if (table.case_service[i] == search.service) search.numbered[table.case_number[i]] = i + 1;
    detail::count_in(search, search.found, index);
    while (std::exchange(search.grew, false))
        for (std::size_t row = 0; row < table.size(); ++row)
            if (table.case_service[table.case_index[row]] == search.service) detail::tie_row(search, table.case_index[row], entry_at(table, row));
    std::vector<CaseIndex> cases;
    for (CaseIndex i = 0; i < table.cases(); ++i)
        if (search.found[i] != 0) cases.push_back(i);
    return cases;
}

/// A register after the erasure of some cases.
struct RegisterErasure {
    EventTable rest{};                    ///< the register without them, but for what the law keeps; its names are those still used
    std::vector<Tombstone> tombstones{};  ///< what is told of each
};

namespace detail {

/// An entry whose names are numbers of another pool.
inline PackedEntry renamed(const EntryView& entry, const NamePool& from, NamePool& to) {
    PackedEntry copy{entry.event, entry.on, entry.recorded_on, to.index_of(from.text_of(entry.id)), {}, {}};
    for (auto said : entry.attributes) {
        if (said.attribute == Attribute::entry) continue;
        if (shape_of(said.attribute).kind == ValueKind::name) said.value = to.index_of(from.text_of(said.value));
        copy.attributes.push_back(said);
    }
    if (entry.replacement) copy.replacement.push_back(renamed(view_of(*entry.replacement), from, to));
    return copy;
}

/// Adds a row of one table to another.
inline void copy_row(EventTable& to, const EventTable& from, std::size_t row) {
    const auto copy = renamed(entry_at(from, row), from.names, to.names);
    add_row(to, case_of(to, key_of(from, from.case_index[row])), view_of(copy));
}

}  // namespace detail

/// Erases cases of a register on a day (see `erased`): their rows go, but for medical items that the law still keeps.
inline RegisterErasure erased(const EventTable& table, const std::vector<CaseIndex>& cases, Day day) {
    RegisterErasure erasure;
    std::vector<std::vector<bool>> kept(table.cases());
    std::vector<std::size_t> next(table.cases(), 0);
    for (const auto index : cases) {
        const CaseFile file = case_file_of(table, index);
        kept[index] = retention_of(file, day).kept;
        erasure.tombstones.push_back(erased(file, day).tombstone);
    }
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto index = table.case_index[row];
        if (kept[index].empty() || kept[index][next[index]++]) detail::copy_row(erasure.rest, table, row);
    }
    return erasure;
}

}  // namespace maintien
