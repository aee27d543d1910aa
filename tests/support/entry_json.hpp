// Entries in words: what a typed entry says once it is written out.
#pragma once

#include <string>

#include "maintien/case/canonical_json.hpp"
#include "maintien/case/packing.hpp"

namespace maintien::test {

/// The canonical JSON of an entry of a case.
inline std::string json_of(const Entry& entry, const CaseKey& key = {"", "c1"}) {
    NamePool names;
    const auto numbers = packed(entry, names);
    return canonical_json(key, view_of(numbers), names);
}

/// What a fact says on 31 January 2024, without the case and the day every entry has.
inline std::string said_by(const Fact& fact) {
    const std::string json = json_of(Entry{.on = make_day(2024, 1, 31), .fact = fact});
    std::string said;
    for (std::size_t from = 1; from < json.size(); ) {
        int depth = 0;
        std::size_t to = from;
        for (; to + 1 < json.size() && (depth > 0 || json[to] != ','); ++to)
            depth += json[to] == '[' || json[to] == '{' ? 1 : json[to] == ']' || json[to] == '}' ? -1 : 0;
        const std::string member = json.substr(from, to - from);
        if (member != R"("case":"c1")" && member != R"("on":"2024-01-31")") said += (said.empty() ? "" : ",") + member;
        from = to + 1;
    }
    return said;
}

}  // namespace maintien::test
