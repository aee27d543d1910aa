#include "row_decoder.hpp"

#include <algorithm>
#include <utility>

#include "maintien/case/shape.hpp"
#include "maintien/io/errors.hpp"

namespace maintien::io {

void RowDecoder::add_value(AttributeValue value) {
    auto& values = row_.entry.attributes;
    auto at = values.end();
    while (at != values.begin() && (at - 1)->attribute > value.attribute) --at;
    values.insert(at, value);
}

void RowDecoder::decode_attribute(const Said& said, std::size_t which) {
    const auto attribute = attribute_of(said.key);
    values_.which = which;
    const bool nothing = said.form == Form::array && said.text.find_first_not_of("[] \t\r\n") == std::string_view::npos;
    if (nothing && shape_of(attribute).kind == ValueKind::code_set) return;
    row_.given |= bit_of(attribute);
    if (row_.event_known && !takes(row_.entry.event, attribute))
        return values_.wrong(said, "nothing, for " + std::string(code_of(row_.entry.event)) + " takes no " + std::string(code_of(attribute)));
    if (attribute == Attribute::entry) return inner_entry(said);
    const auto read = values_.value(said, attribute);
    if (!read) return;
    if (attribute == Attribute::withdraw && *read == 0) return values_.wrong(said, "true, or nothing");
    if (attribute == Attribute::amends) row_.amends = *read;
    add_value({attribute, *read});
}

void RowDecoder::inherited(const Said& said) {
    const auto own = said.key == Key::case_number ? outer_->number : said.key == Key::service ? outer_->service : outer_->amends;
    const bool text = said.form == Form::cell || said.form == Form::string;
    if (!text || own == 0 || names_.text_of(own) != said.text) values_.wrong(said, "nothing, for an amendment's entry inherits it");
}

void RowDecoder::decode_one(const Said& said, std::size_t which) {
    values_.which = which;
    switch (said.key) {
        case Key::case_number:
        case Key::service:
            if (outer_) inherited(said);
            return;
        case Key::id:
            if (outer_) return inherited(said);
            row_.entry.id = values_.name(said).value_or(0);
            row_.id_unclear = row_.entry.id == 0;
            return;
        case Key::on: row_.entry.on = values_.day(said).value_or(no_day); return;
        case Key::recorded_on: row_.entry.recorded_on = values_.day(said).value_or(no_day); return;
        case Key::event: return;
        default: return decode_attribute(said, which);
    }
}

void RowDecoder::tell_case(std::span<const Said> said, DecodedRow& row) {
    bool good = true;
    for (values_.which = 0; values_.which < said.size(); ++values_.which) {
        if (said[values_.which].key != Key::case_number && said[values_.which].key != Key::service) continue;
        const auto read = values_.name(said[values_.which]);
        good = good && read.has_value();
        (said[values_.which].key == Key::service ? row.service : row.number) = read.value_or(0);
    }
    row.told = good && row.number != 0;
}

void RowDecoder::check_event() {
    for (values_.which = 0; values_.which < said_.size(); ++values_.which) {
        const auto& said = said_[values_.which];
        if (said.key != Key::event) continue;
        const bool text = said.form == Form::cell || said.form == Form::string;
        const auto event = text ? event_called(said.text) : std::nullopt;
        if (!event) values_.wrong(said, expected_event(text ? said.text : ""));
        if (event && outer_ && *event == Event::amendment) return values_.wrong(said, "any event but amendment");
        row_.event_known = event.has_value();
        row_.entry.event = event.value_or(Event::referral);
        return;
    }
    values_.missing(Key::event, "a code of event");
}

void RowDecoder::check_belongs() {
    const auto lacks = [&](Key key) {
        return std::none_of(said_.begin(), said_.end(), [&](const Said& said) { return said.key == key; });
    };
    if (!outer_ && lacks(Key::case_number)) values_.missing(Key::case_number, "the number of the case");
    if (lacks(Key::on)) values_.missing(Key::on, "the day it happened");
    if (!row_.event_known) return;
    auto lacking = shape_of(row_.entry.event).required & ~row_.given;
    for (std::size_t i = 0; lacking != 0; ++i, lacking >>= 1)
        if ((lacking & 1) != 0) {
            const auto attribute = static_cast<Attribute>(i);
            values_.missing(key_for(attribute), std::string(code_of(attribute)) + ", which " + std::string(code_of(row_.entry.event)) + " requires");
        }
}

void RowDecoder::check_amendment() {
    if (!row_.event_known || row_.entry.event != Event::amendment) return;
    const bool withdraws = (row_.given & bit_of(Attribute::withdraw)) != 0, replaces = (row_.given & bit_of(Attribute::entry)) != 0;
    if (withdraws != replaces) return;
    if (!withdraws) return values_.missing(key_for(Attribute::withdraw), "withdraw or entry");
    for (values_.which = 0; values_.which < said_.size(); ++values_.which)
        if (said_[values_.which].key == key_for(Attribute::entry)) return values_.wrong(said_[values_.which], "nothing beside withdraw");
}

bool RowDecoder::check_value(const Said& said) {
    values_.begin_row();
    scanner_.forget();
    values_.which = 0;
    if (said.key == Key::event) {
        if (!event_called(said.text)) values_.wrong(said, expected_event(said.text));
        return faults.empty();
    }
    if (!is_attribute(said.key)) return values_.name(said).has_value();
    const auto attribute = attribute_of(said.key);
    row_ = DecodedRow{};
    said_ = {};
    if (attribute == Attribute::entry) inner_entry(said);
    else if (const auto read = values_.value(said, attribute); attribute == Attribute::withdraw && read == 0u) values_.wrong(said, "true");
    return faults.empty();
}

const DecodedRow& RowDecoder::decode(std::span<const Said> said, std::size_t line) {
    said_ = said;
    values_.line = line;
    outer_ = nullptr;
    values_.begin_row();
    scanner_.forget();
    row_.entry.attributes.clear();
    row_.entry.replacement.clear();
    row_ = DecodedRow{.entry = {Event::referral, no_day, no_day, 0, std::move(row_.entry.attributes), std::move(row_.entry.replacement)}};
    tell_case(said, row_);
    check_event();
    // The entry of an amendment needs to know what is amended, wherever it stands in the row.
    for (const bool last : {false, true})
        for (std::size_t i = 0; i < said.size(); ++i)
            if ((said[i].key == key_for(Attribute::entry)) == last) decode_one(said[i], i);
    check_belongs();
    check_amendment();
    return row_;
}

const DecodedRow& RowDecoder::decode_inner(std::span<const Said> said, const DecodedRow& outer) {
    said_ = said;
    outer_ = &outer;
    scanner_.forget();
    row_ = DecodedRow{};
    check_event();
    for (std::size_t i = 0; i < said.size(); ++i) decode_one(said[i], i);
    check_belongs();
    return row_;
}

void RowDecoder::inner_entry(const Said& said) {
    if (!inner_) inner_ = std::make_unique<RowDecoder>(names_, dates_);
    inner_->faults.clear();
    const auto step = pointer_step(name_of(said.key));
    const bool object = said.form == Form::object || said.form == Form::cell;
    if (!object) return values_.wrong(said, "an event as a JSON object");
    if (const auto broken = scanner_.scan_object(said.text, members_)) {
        faults.push_back({said.key, values_.which, step + broken->pointer, broken->found, broken->expected});
        return;
    }
    say(members_, inner_said_, inner_->faults);
    const auto& row = inner_->decode_inner(inner_said_, row_);
    for (auto& fault : inner_->faults)
        faults.push_back({said.key, values_.which, step + fault.pointer, std::move(fault.found), std::move(fault.expected)});
    row_.entry.replacement.push_back(row.entry);
}

}  // namespace maintien::io
