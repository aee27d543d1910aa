#pragma once
/// @file
/// Parts of a register: some of its cases, so that several runs or machines can count them, a worker's cases always together.

#include <cassert>
#include <cstdint>
#include <string_view>
#include <vector>

#include "maintien/register/case_files.hpp"
#include "maintien/register/case_table.hpp"

namespace maintien {

namespace detail {

/// FNV-1a, then mixed: the same on every machine.
constexpr std::uint64_t mixed_hash(std::string_view kind, std::string_view first, std::string_view second) {
    std::uint64_t h = 0xcbf29ce484222325u;
    for (const auto text : {kind, std::string_view("\0", 1), first, std::string_view("\0", 1), second})
        for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    h = (h ^ (h >> 33)) * 0xff51afd7ed558ccdu;
    return h ^ (h >> 33);
}

}  // namespace detail

/// Into which of `parts` parts, from 1, a case falls: by its worker when the case table knows a pseudonym, in whatever service, else by
/// its own key. It depends on these texts alone, not on the rest of the register or the order of its rows.
inline int part_of_case(const EventTable& events, const CaseTable& table, CaseIndex index, int parts) {
    assert(parts > 0);
    const auto key = key_of(events, index);
    const auto worker = events.names.text_of(table.cases.worker[index]);
    const auto hash = worker.empty() ? detail::mixed_hash("case", key.service, key.case_id) : detail::mixed_hash("worker", worker, "");
    return static_cast<int>(hash % static_cast<std::uint64_t>(parts)) + 1;
}

/// The part `part` of `parts` of a register: its cases with all their events, in the order of the rows. `table` is the register replayed,
/// which knows the workers.
inline EventTable register_part(const EventTable& events, const CaseTable& table, int part, int parts) {
    EventTable chosen;
    std::vector<std::uint8_t> in(events.cases());
    for (CaseIndex i = 0; i < events.cases(); ++i) in[i] = part_of_case(events, table, i, parts) == part;
    for (std::size_t row = 0; row < events.size(); ++row)
        if (in[events.case_index[row]] != 0) detail::copy_row(chosen, events, row);
    return chosen;
}

}  // namespace maintien
