#pragma once
/// @file
/// Event tables: the events of many cases as columns.

#include <cassert>
#include <cstdint>
#include <vector>

#include "maintien/case/case_key.hpp"
#include "maintien/case/name_pool.hpp"
#include "maintien/case/packed_entry.hpp"
#include "maintien/pathway/dated_mark.hpp"

namespace maintien {

/// The events of many cases, one row an event, in the order in which they came; names are numbers of one pool.
/// Add rows with `add_row`, cases with `case_of`; no figure depends on the order of either.
struct EventTable {
    NamePool names{};                               ///< pseudonyms, case numbers and entry ids
    std::vector<NameIndex> case_service{};          ///< of each case: its service, 0 when it has none
    std::vector<NameIndex> case_number{};           ///< of each case: its number in the service
    std::vector<CaseIndex> case_index{};            ///< of each row: its case
    std::vector<Day> on{};                          ///< of each row: the day it happened
    std::vector<Day> recorded_on{};                 ///< of each row: the day it became known, or none
    std::vector<Event> event{};                     ///< of each row: the event
    std::vector<NameIndex> id{};                    ///< of each row: its entry id, or 0
    std::vector<std::uint32_t> first_value{0};      ///< of each row: where its values begin; one more than rows
    std::vector<AttributeValue> values{};           ///< what the rows say, row after row
    std::vector<PackedEntry> replacements{};        ///< entries that amendments put in place of others
    std::vector<CaseIndex> amended_cases{};         ///< cases with an amendment, possibly more than once
    std::vector<std::uint32_t> slots{};             ///< where (service, number) is looked up; see `case_of`

    /// Number of rows.
    std::size_t size() const { return event.size(); }
    /// Number of cases.
    std::size_t cases() const { return case_number.size(); }
};

/// The key of a case of a table.
inline CaseKey key_of(const EventTable& table, CaseIndex index) {
    return {table.names.text_of(table.case_service[index]), table.names.text_of(table.case_number[index])};
}

/// A row of a table as an entry.
inline EntryView entry_at(const EventTable& table, std::size_t row) {
    EntryView view{table.event[row], table.on[row], table.recorded_on[row], table.id[row], {}, nullptr};
    view.attributes = {table.values.data() + table.first_value[row], table.first_value[row + 1] - table.first_value[row]};
    if (view.event == Event::amendment)
        if (const auto replacement = value_of(view, Attribute::entry)) view.replacement = &table.replacements[*replacement];
    return view;
}

/// The entry at a place of a table.
inline EntryView entry_at(const EventTable& table, EntryPlace at) {
    return at.is_replacement() ? view_of(table.replacements[at.position()]) : entry_at(table, std::size_t{at.position()});
}

/// The place of the entry that the amendment at a place puts in place of another.
inline EntryPlace replacement_of(const EventTable& table, EntryPlace amendment) {
    return {*value_of(entry_at(table, amendment), Attribute::entry) | EntryPlace::replacement_bit};
}

namespace detail {

constexpr std::size_t case_slot(NameIndex service, NameIndex number, std::size_t slots) {
    const std::uint64_t mixed = (std::uint64_t{service} << 32 | number) * 0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>(mixed >> 32) & (slots - 1);
}

/// The slot of a case: the one that holds it, or the empty one where it belongs. A slot holds a case index + 1.
inline std::size_t find_case_slot(const EventTable& table, NameIndex service, NameIndex number) {
    std::size_t slot = case_slot(service, number, table.slots.size());
    for (; table.slots[slot] != 0; slot = (slot + 1) & (table.slots.size() - 1)) {
        const auto index = table.slots[slot] - 1;
        if (table.case_number[index] == number && table.case_service[index] == service) break;
    }
    return slot;
}

inline void grow_case_slots(EventTable& table) {
    table.slots.assign(table.slots.empty() ? 64 : table.slots.size() * 2, 0);
    for (CaseIndex i = 0; i < table.cases(); ++i)
        table.slots[find_case_slot(table, table.case_service[i], table.case_number[i])] = i + 1;
}

}  // namespace detail

/// The position of the case (service, number), added when it is new.
inline CaseIndex case_of(EventTable& table, NameIndex service, NameIndex number) {
    if (table.cases() * 2 >= table.slots.size()) detail::grow_case_slots(table);
    auto& slot = table.slots[detail::find_case_slot(table, service, number)];
    if (slot == 0) {
        table.case_service.push_back(service);
        table.case_number.push_back(number);
        slot = static_cast<std::uint32_t>(table.cases());
    }
    return slot - 1;
}

/// The position of the case with a key, added when it is new.
inline CaseIndex case_of(EventTable& table, const CaseKey& key) {
    return case_of(table, table.names.index_of(key.service), table.names.index_of(key.case_id));
}

/// Adds a row; its names must be numbers of the table's pool.
inline void add_row(EventTable& table, CaseIndex index, const EntryView& entry) {
    assert(table.size() < (std::size_t{1} << 31) && table.values.size() + entry.attributes.size() < UINT32_MAX);
    table.case_index.push_back(index);
    table.on.push_back(entry.on);
    table.recorded_on.push_back(entry.recorded_on);
    table.event.push_back(entry.event);
    table.id.push_back(entry.id);
    table.values.insert(table.values.end(), entry.attributes.begin(), entry.attributes.end());
    if (entry.event == Event::amendment) table.amended_cases.push_back(index);
    if (entry.replacement) {
        table.values.push_back({Attribute::entry, static_cast<std::uint32_t>(table.replacements.size())});
        table.replacements.push_back(*entry.replacement);
        table.replacements.back().id = value_of(entry, Attribute::amends).value_or(0);
    }
    table.first_value.push_back(static_cast<std::uint32_t>(table.values.size()));
}

}  // namespace maintien
