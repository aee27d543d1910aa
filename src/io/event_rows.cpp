#include "maintien/io/event_rows.hpp"

#include <charconv>

#include "io/csv_cell.hpp"
#include "maintien/case/canonical_json.hpp"

namespace maintien::io {
namespace {

void add_day(std::string& out, Day day) {
    const auto text = iso_characters(day);
    out.append(text.data(), text.size());
}

void append_number(std::string& out, std::uint32_t number) {
    char text[10];
    out.append(text, std::to_chars(text, text + sizeof text, number).ptr);
}

void add_codes(std::string& out, const AttributeShape& shape, std::uint32_t bits) {
    bool first = true;
    for (std::uint32_t i = 0; i < shape.codes; ++i) {
        if ((bits >> i & 1) == 0) continue;
        if (!first) out += '|';
        out += shape.code(i);
        first = false;
    }
}

void add_value(std::string& out, const AttributeValue& said, const NamePool& names) {
    const auto& shape = shape_of(said.attribute);
    switch (shape.kind) {
        case ValueKind::code: out += shape.code(said.value); return;
        case ValueKind::code_set: return add_codes(out, shape, said.value);
        case ValueKind::day: return add_day(out, unpacked_day(said.value));
        case ValueKind::boolean: out += said.value != 0 ? "true" : "false"; return;
        case ValueKind::number: return append_number(out, said.value);
        case ValueKind::time: out += time_text(TimeOfDay{static_cast<std::uint16_t>(said.value)}); return;
        default: return detail::append_csv_cell(out, names.text_of(said.value));
    }
}

/// The entry an amendment puts in place, without its case and id.
void append_replacement(std::string& out, const PackedEntry& replacement, const NamePool& names) {
    auto view = view_of(replacement);
    view.id = 0;
    detail::append_csv_cell(out, maintien::detail::sorted_object(maintien::detail::members_of(view, names)));
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
    detail::append_csv_cell(out, key.service);
    out += ',';
    detail::append_csv_cell(out, key.case_id);
    out += ',';
    out += code_of(entry.event);
    out += ',';
    add_day(out, entry.on);
    out += ',';
    if (known(entry.recorded_on)) add_day(out, entry.recorded_on);
    out += ',';
    detail::append_csv_cell(out, names.text_of(entry.id));
    for (const auto column : columns) {
        out += ',';
        if (column == Attribute::entry && entry.replacement) append_replacement(out, *entry.replacement, names);
        else if (const auto value = column == Attribute::entry ? std::nullopt : value_of(entry, column)) add_value(out, {column, *value}, names);
    }
    out += '\n';
}

}  // namespace maintien::io
