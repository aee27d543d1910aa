#include "maintien/io/event_rows.hpp"

#include <charconv>

#include "maintien/case/canonical_json.hpp"

namespace maintien::io {
namespace {

/// Adds a text as a cell, in quotes when it needs them.
void append_cell(std::string& out, std::string_view text) {
    if (text.find_first_of(",;\"\r\n") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

void append_day(std::string& out, Day day) {
    const auto text = iso_characters(day);
    out.append(text.data(), text.size());
}

void append_number(std::string& out, std::uint32_t number) {
    char text[10];
    out.append(text, std::to_chars(text, text + sizeof text, number).ptr);
}

void append_codes(std::string& out, const AttributeShape& shape, std::uint32_t bits) {
    bool first = true;
    for (std::uint32_t i = 0; i < shape.codes; ++i) {
        if ((bits >> i & 1) == 0) continue;
        if (!first) out += '|';
        out += shape.code(i);
        first = false;
    }
}

void append_value(std::string& out, const AttributeValue& said, const NamePool& names) {
    const auto& shape = shape_of(said.attribute);
    switch (shape.kind) {
        case ValueKind::code: out += shape.code(said.value); return;
        case ValueKind::code_set: return append_codes(out, shape, said.value);
        case ValueKind::day: return append_day(out, unpacked_day(said.value));
        case ValueKind::boolean: out += said.value != 0 ? "true" : "false"; return;
        case ValueKind::number: return append_number(out, said.value);
        case ValueKind::time: out += time_text(TimeOfDay{static_cast<std::uint16_t>(said.value)}); return;
        default: return append_cell(out, names.text_of(said.value));
    }
}

/// The entry an amendment puts in place, without its case and id.
void append_replacement(std::string& out, const PackedEntry& replacement, const NamePool& names) {
    auto view = view_of(replacement);
    view.id = 0;
    append_cell(out, detail::sorted_object(detail::members_of(view, names)));
}

}  // namespace

std::string event_header(std::span<const Attribute> columns) {
    std::string header = "service,case,event,on,recorded_on,id";
    for (const auto column : columns) {
        header += ',';
        header += code_of(column);
    }
    return header + '\n';
}

void append_event_row(std::string& out, const CaseKey& key, const EntryView& entry, const NamePool& names, std::span<const Attribute> columns) {
    append_cell(out, key.service);
    out += ',';
    append_cell(out, key.case_id);
    out += ',';
    out += code_of(entry.event);
    out += ',';
    append_day(out, entry.on);
    out += ',';
    if (known(entry.recorded_on)) append_day(out, entry.recorded_on);
    out += ',';
    append_cell(out, names.text_of(entry.id));
    for (const auto column : columns) {
        out += ',';
        if (column == Attribute::entry && entry.replacement) append_replacement(out, *entry.replacement, names);
        else if (const auto value = column == Attribute::entry ? std::nullopt : value_of(entry, column)) append_value(out, {column, *value}, names);
    }
    out += '\n';
}

}  // namespace maintien::io
