#include "maintien/io/events_document.hpp"

#include <array>
#include <ostream>
#include <span>

#include "maintien/case/shape.hpp"
#include "maintien/io/json_writer.hpp"

namespace maintien::io {

namespace {

using Order = std::array<Attribute, count_of<Attribute>>;

/// The attributes of an event in the order of docs/pathway.md, then `by` and `manager`.
struct EventOrder {
    Order attributes{};
    std::size_t count = 0;
    constexpr void add(Attribute attribute) { attributes[count++] = attribute; }
};

template <class Fact>
constexpr EventOrder order_of_fact() {
    EventOrder order;
    for_each_field<Fact>([&](const auto& field) {
        if (field.attribute != Attribute::entry) order.add(field.attribute);
    });
    return order;
}

template <std::size_t... I>
constexpr std::array<EventOrder, count_of<Event>> all_orders(std::index_sequence<I...>) {
    return {order_of_fact<std::variant_alternative_t<I, Fact>>()...};
}

constexpr auto orders = all_orders(std::make_index_sequence<count_of<Event>>{});

constexpr EventOrder case_order() {
    auto order = order_of_fact<CaseAttributes>();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < order.count; ++i)
        if (order.attributes[i] != Attribute::worker && order.attributes[i] != Attribute::manager)
            order.attributes[kept++] = order.attributes[i];
    order.count = kept;
    return order;
}

constexpr auto case_attributes_after_service = case_order();

void append_key(std::string& out, std::string_view key) {
    out += out.back() == '{' ? "\"" : ", \"";
    out.append(key).append("\": ");
}

void append_day(std::string& out, Day day) {
    const auto text = iso_characters(day);
    out.append(1, '"').append(text.data(), text.size()).append(1, '"');
}

void append_codes(std::string& out, const AttributeShape& shape, std::uint32_t bits) {
    out += '[';
    for (std::uint32_t i = 0; i < shape.codes; ++i) {
        if ((bits >> i & 1) == 0) continue;
        if (out.back() != '[') out += ", ";
        out.append(1, '"').append(shape.code(i)).append(1, '"');
    }
    out += ']';
}

void append_value(std::string& out, const AttributeValue& said, const NamePool& names) {
    const auto& shape = shape_of(said.attribute);
    switch (shape.kind) {
        case ValueKind::code: out.append(1, '"').append(shape.code(said.value)).append(1, '"'); return;
        case ValueKind::code_set: return append_codes(out, shape, said.value);
        case ValueKind::day: return append_day(out, unpacked_day(said.value));
        case ValueKind::boolean: out += said.value != 0 ? "true" : "false"; return;
        case ValueKind::number: out += std::to_string(said.value); return;
        case ValueKind::time: return append_json_string(out, time_text(TimeOfDay{static_cast<std::uint16_t>(said.value)}));
        default: return append_json_string(out, names.text_of(said.value));
    }
}

void append_said(std::string& out, Attribute attribute, const EntryView& entry, const NamePool& names) {
    for (const auto& said : entry.attributes) {
        if (said.attribute != attribute) continue;
        append_key(out, code_of(attribute));
        return append_value(out, said, names);
    }
}

void append_text(std::string& out, std::string_view key, std::string_view text) {
    if (text.empty()) return;
    append_key(out, key);
    append_json_string(out, text);
}

void append_entry(std::string& out, const CaseKey& key, const EntryView& entry, const NamePool& names) {
    out += '{';
    append_text(out, "case", key.case_id);
    append_text(out, "event", code_of(entry.event));
    append_key(out, "on");
    append_day(out, entry.on);
    if (known(entry.recorded_on)) {
        append_key(out, "recorded_on");
        append_day(out, entry.recorded_on);
    }
    // An amendment's entry inherits its case and its id.
    if (!key.case_id.empty()) append_text(out, "id", names.text_of(entry.id));
    const auto& order = orders[index_of(entry.event)];
    for (std::size_t i = 0; i < order.count; ++i) append_said(out, order.attributes[i], entry, names);
    if (entry.replacement) {
        append_key(out, "entry");
        append_entry(out, {}, view_of(*entry.replacement), names);
    }
    for (const auto attribute : {Attribute::by, Attribute::manager, Attribute::worker}) append_said(out, attribute, entry, names);
    append_text(out, "service", key.service);
    const auto& rest = case_attributes_after_service;
    for (std::size_t i = 0; i < rest.count; ++i) append_said(out, rest.attributes[i], entry, names);
    out += '}';
}

}  // namespace

void append_event_line(std::string& out, const CaseKey& key, const EntryView& entry, const NamePool& names) {
    append_entry(out, key, entry, names);
    out += '\n';
}

void write_events(std::ostream& out, const EventTable& table) {
    constexpr std::size_t enough = std::size_t{1} << 18;
    std::string text(events_heading);
    text += '\n';
    for (std::size_t row = 0; row < table.size(); ++row) {
        append_event_line(text, key_of(table, table.case_index[row]), entry_at(table, row), table.names);
        if (text.size() < enough) continue;
        out.write(text.data(), static_cast<std::streamsize>(text.size()));
        text.clear();
    }
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
}

}  // namespace maintien::io
