#pragma once
/// @file
/// Canonical JSON: the spelling of an entry that settles what nothing else does.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "maintien/case/case_key.hpp"
#include "maintien/case/packed_entry.hpp"
#include "maintien/case/shape.hpp"

namespace maintien {

/// `text` as a JSON string: UTF-8 as it is, quotes, backslashes and control characters escaped.
inline std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        constexpr std::string_view plain = "\b\f\n\r\t", letters = "bfnrt";
        if (const auto at = plain.find(c); at != std::string_view::npos) {
            out += {'\\', letters[at]};
        } else if (static_cast<unsigned char>(c) < 0x20) {
            constexpr std::string_view hex = "0123456789abcdef";
            out += "\\u00";
            out += {hex[static_cast<unsigned char>(c) >> 4], hex[static_cast<unsigned char>(c) & 15]};
        } else {
            if (c == '"' || c == '\\') out += '\\';
            out += c;
        }
    }
    return out + '"';
}

namespace detail {

using JsonMembers = std::vector<std::pair<std::string_view, std::string>>;

/// The codes of a set as a JSON array, in the order of the closed list.
inline std::string code_set_json(const AttributeShape& shape, std::uint32_t bits) {
    std::string out = "[";
    for (std::uint32_t i = 0; i < shape.codes; ++i)
        if ((bits >> i & 1) != 0) out += (out.size() > 1 ? "," : "") + json_string(shape.code(i));
    return out + "]";
}

/// One attribute's value in JSON.
inline std::string value_json(const AttributeValue& said, const NamePool& names) {
    const auto& shape = shape_of(said.attribute);
    switch (shape.kind) {
        case ValueKind::code: return json_string(shape.code(said.value));
        case ValueKind::code_set: return code_set_json(shape, said.value);
        case ValueKind::day: return json_string(iso(unpacked_day(said.value)));
        case ValueKind::boolean: return said.value != 0 ? "true" : "false";
        case ValueKind::number: return std::to_string(said.value);
        case ValueKind::time: return json_string(time_text(TimeOfDay{static_cast<std::uint16_t>(said.value)}));
        default: return json_string(names.text_of(said.value));
    }
}

inline std::string sorted_object(JsonMembers members) {
    std::sort(members.begin(), members.end());
    std::string out = "{";
    for (const auto& [key, value] : members) out += (out.size() > 1 ? "," : "") + json_string(key) + ":" + value;
    return out + "}";
}

/// What an entry says, without its case; the replacing entry of an amendment inherits its id and does not repeat it.
inline JsonMembers members_of(const EntryView& entry, const NamePool& names) {
    JsonMembers members{{"event", json_string(code_of(entry.event))}, {"on", json_string(iso(entry.on))}};
    if (known(entry.recorded_on)) members.emplace_back("recorded_on", json_string(iso(entry.recorded_on)));
    if (entry.id != 0) members.emplace_back("id", json_string(names.text_of(entry.id)));
    for (const auto& said : entry.attributes)
        if (said.attribute != Attribute::entry) members.emplace_back(code_of(said.attribute), value_json(said, names));
    if (entry.replacement) {
        auto replacement = view_of(*entry.replacement);
        replacement.id = 0;
        members.emplace_back("entry", sorted_object(members_of(replacement, names)));
    }
    return members;
}

}  // namespace detail

/// An entry of a case as JSON with sorted keys and no spaces: the last word on the order of entries of one day.
inline std::string canonical_json(const CaseKey& key, const EntryView& entry, const NamePool& names) {
    auto members = detail::members_of(entry, names);
    members.emplace_back("case", json_string(key.case_id));
    if (!key.service.empty()) members.emplace_back("service", json_string(key.service));
    return detail::sorted_object(std::move(members));
}

}  // namespace maintien
