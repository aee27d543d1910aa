#include "row_decoder.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "maintien/case/shape.hpp"
#include "maintien/case/time_of_day.hpp"
#include "maintien/io/encoding.hpp"
#include "maintien/io/errors.hpp"

namespace maintien::io {

namespace {

std::string item_step(std::size_t position) { return pointer_step(std::to_string(position)); }

}  // namespace

std::string found_text(const Said& said) {
    switch (said.form) {
        case Form::cell:
        case Form::string: return in_quotes(said.text);
        case Form::array: return "an array";
        case Form::object: return "an object";
        default: return std::string(said.text.substr(0, 60));
    }
}

Form form_of(JsonKind kind) {
    constexpr std::array forms{Form::cell, Form::truth, Form::number, Form::string, Form::array, Form::object};
    return forms[static_cast<std::size_t>(kind)];
}

Form mapped_form(Key key, JsonKind kind) {
    const bool list = is_attribute(key) && shape_of(attribute_of(key)).kind == ValueKind::code_set;
    return list && kind == JsonKind::string ? Form::cell : form_of(kind);
}

void say(std::span<const JsonMember> members, std::vector<Said>& said, std::vector<RowFault>& faults) {
    said.clear();
    std::uint64_t low = 0, high = 0;
    for (const auto& [name, value] : members) {
        const auto key = key_called(name);
        if (!key) {
            faults.push_back({Key::case_number, not_said, pointer_step(name), "an unknown field", expected_key(name)});
            continue;
        }
        const auto position = static_cast<unsigned>(*key);
        auto& seen = position < 64 ? low : high;
        const auto bit = std::uint64_t{1} << (position & 63);
        if ((seen & bit) != 0) faults.push_back({*key, not_said, pointer_step(name), "the same key again", "each key once"});
        const bool again = (seen & bit) != 0;
        seen |= bit;
        if (again || value.kind == JsonKind::null) continue;
        said.push_back({*key, form_of(value.kind), value.text, value.at});
    }
}

void RowDecoder::missing(Key key, std::string expected) {
    faults.push_back({key, not_said, pointer_step(name_of(key)), "nothing", std::move(expected)});
}

void RowDecoder::wrong(const Said& said, std::string expected, std::string step) {
    faults.push_back({said.key, which_, pointer_step(name_of(said.key)) + step, found_text(said), std::move(expected)});
}

std::optional<NameIndex> RowDecoder::name(const Said& said) {
    if (said.form != Form::cell && said.form != Form::string) return wrong(said, "a text"), std::nullopt;
    if (said.text.empty()) return wrong(said, "a text that is not empty"), std::nullopt;
    if (said.text.find('\0') != std::string_view::npos) return wrong(said, "no U+0000"), std::nullopt;
    return names_.index_of(said.text);
}

std::optional<Day> RowDecoder::day_of_cell(const Said& said) {
    const auto iso = parse_iso(said.text);
    const auto french = iso ? std::nullopt : parse_french(said.text);
    const auto style = iso ? DateStyle::iso : DateStyle::french;
    if (!iso && !french) return wrong(said, "a date " + std::string(spelling_of(dates_.style))), std::nullopt;
    if (dates_.style == DateStyle::automatic) dates_ = {style, line_};
    if (dates_.style == style) return iso ? iso : french;
    const auto where = dates_.line != 0 ? " as on line " + std::to_string(dates_.line) : std::string(" throughout");
    return wrong(said, "a date " + std::string(spelling_of(dates_.style)) + where), std::nullopt;
}

std::optional<Day> RowDecoder::day(const Said& said) {
    if (said.form == Form::cell) return day_of_cell(said);
    const auto day = said.form == Form::string ? parse_iso(said.text) : std::nullopt;
    if (!day) wrong(said, "a date YYYY-MM-DD");
    return day;
}

std::optional<std::uint32_t> RowDecoder::code(const Said& said, Attribute attribute) {
    const bool text = said.form == Form::cell || said.form == Form::string;
    const int position = text ? code_called(attribute, said.text) : -1;
    if (position < 0) return wrong(said, expected_code(attribute, text ? said.text : "")), std::nullopt;
    return static_cast<std::uint32_t>(position);
}

std::optional<std::uint32_t> RowDecoder::code_list(const Said& said, Attribute attribute,
                                                   std::span<const std::string_view> spellings) {
    std::uint32_t set = 0;
    bool good = true;
    for (std::size_t i = 0; i < spellings.size(); ++i) {
        const int position = code_called(attribute, spellings[i]);
        const auto bit = position < 0 ? 0 : std::uint32_t{1} << position;
        good = good && bit != 0 && (set & bit) == 0;
        if (bit == 0 || (set & bit) != 0) {
            const Said item{said.key, Form::string, spellings[i], said.at};
            wrong(item, bit == 0 ? expected_code(attribute, spellings[i]) : "each code once",
                  said.form == Form::array ? item_step(i) : "");
        }
        set |= bit;
    }
    return good && set != 0 ? std::optional{set} : std::nullopt;
}

std::optional<std::uint32_t> RowDecoder::codes(const Said& said, Attribute attribute) {
    spellings_.clear();
    if (said.form == Form::cell) {
        for (std::size_t from = 0; from <= said.text.size();) {
            const auto bar = std::min(said.text.find('|', from), said.text.size());
            spellings_.push_back(trimmed(said.text.substr(from, bar - from)));
            from = bar + 1;
        }
    } else if (said.form == Form::string && attribute == Attribute::audience) {
        spellings_.push_back(said.text);
    } else if (said.form == Form::array) {
        if (scanner_.scan_array(said.text, items_)) return wrong(said, "an array of codes"), std::nullopt;
        for (std::size_t i = 0; i < items_.size(); ++i) {
            const Said item{said.key, form_of(items_[i].kind), items_[i].text, said.at};
            if (item.form != Form::string) return wrong(item, "a code in quotes", item_step(i)), std::nullopt;
            spellings_.push_back(item.text);
        }
    } else {
        return wrong(said, "an array of codes of " + std::string(shape_of(attribute).list)), std::nullopt;
    }
    return code_list(said, attribute, spellings_);
}

std::optional<std::uint32_t> RowDecoder::boolean(const Said& said) {
    const auto is = [&](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), said.text) != words.end();
    };
    if (said.form == Form::truth) return said.text == "true" ? 1 : 0;
    if (said.form == Form::cell && is({"true", "oui", "1"})) return 1;
    if (said.form == Form::cell && is({"false", "non", "0"})) return 0;
    wrong(said, said.form == Form::cell ? "true, false, oui, non, 1 or 0" : "true or false");
    return std::nullopt;
}

std::optional<std::uint32_t> RowDecoder::number(const Said& said, Attribute attribute) {
    const auto& shape = shape_of(attribute);
    const bool form = said.form == Form::number || said.form == Form::cell;
    const bool zero = said.text.size() > 1 && said.text.front() == '0';
    const auto digits = form && !zero && !said.text.empty() && said.text.size() <= 9 ? maintien::detail::digits(said.text) : std::nullopt;
    if (digits && std::cmp_greater_equal(*digits, shape.least) && std::cmp_less_equal(*digits, shape.most)) return *digits;
    wrong(said, "a whole number from " + std::to_string(shape.least) + " to " + std::to_string(shape.most));
    return std::nullopt;
}

std::optional<std::uint32_t> RowDecoder::time(const Said& said) {
    const auto time = said.form == Form::cell || said.form == Form::string ? parse_time(said.text) : std::nullopt;
    if (!time) return wrong(said, "a time HH:MM"), std::nullopt;
    return time->minutes;
}

std::optional<std::uint32_t> RowDecoder::value(const Said& said, Attribute attribute) {
    switch (shape_of(attribute).kind) {
        case ValueKind::code: return code(said, attribute);
        case ValueKind::code_set: return codes(said, attribute);
        case ValueKind::day: {
            const auto read = day(said);
            return read ? std::optional{packed_day(*read)} : std::nullopt;
        }
        case ValueKind::boolean: return boolean(said);
        case ValueKind::number: return number(said, attribute);
        case ValueKind::time: return time(said);
        default: return name(said);
    }
}

void RowDecoder::add_value(AttributeValue value) {
    auto& values = row_.entry.attributes;
    auto at = values.end();
    while (at != values.begin() && (at - 1)->attribute > value.attribute) --at;
    values.insert(at, value);
}

void RowDecoder::decode_attribute(const Said& said, std::size_t which) {
    const auto attribute = attribute_of(said.key);
    which_ = which;
    const bool nothing = said.form == Form::array && said.text.find_first_not_of("[] \t\r\n") == std::string_view::npos;
    if (nothing && shape_of(attribute).kind == ValueKind::code_set) return;
    row_.given |= bit_of(attribute);
    if (row_.event_known && !takes(row_.entry.event, attribute))
        return wrong(said, "nothing, for " + std::string(code_of(row_.entry.event)) + " takes no " + std::string(code_of(attribute)));
    if (attribute == Attribute::entry) return inner_entry(said);
    const auto read = value(said, attribute);
    if (!read) return;
    if (attribute == Attribute::withdraw && *read == 0) return wrong(said, "true, or nothing");
    if (attribute == Attribute::amends) row_.amends = *read;
    add_value({attribute, *read});
}

void RowDecoder::inherited(const Said& said) {
    const auto own = said.key == Key::case_number ? outer_->number : said.key == Key::service ? outer_->service : outer_->amends;
    const bool text = said.form == Form::cell || said.form == Form::string;
    if (!text || own == 0 || names_.text_of(own) != said.text) wrong(said, "nothing, for an amendment's entry inherits it");
}

void RowDecoder::decode_one(const Said& said, std::size_t which) {
    which_ = which;
    switch (said.key) {
        case Key::case_number:
        case Key::service:
            if (outer_) inherited(said);
            return;
        case Key::id:
            if (outer_) return inherited(said);
            row_.entry.id = name(said).value_or(0);
            return;
        case Key::on: row_.entry.on = day(said).value_or(no_day); return;
        case Key::recorded_on: row_.entry.recorded_on = day(said).value_or(no_day); return;
        case Key::event: return;
        default: return decode_attribute(said, which);
    }
}

void RowDecoder::tell_case(std::span<const Said> said, DecodedRow& row) {
    bool good = true;
    for (which_ = 0; which_ < said.size(); ++which_) {
        if (said[which_].key != Key::case_number && said[which_].key != Key::service) continue;
        const auto read = name(said[which_]);
        good = good && read.has_value();
        (said[which_].key == Key::service ? row.service : row.number) = read.value_or(0);
    }
    row.told = good && row.number != 0;
}

void RowDecoder::check_event() {
    for (which_ = 0; which_ < said_.size(); ++which_) {
        const auto& said = said_[which_];
        if (said.key != Key::event) continue;
        const bool text = said.form == Form::cell || said.form == Form::string;
        const auto event = text ? event_called(said.text) : std::nullopt;
        if (!event) wrong(said, expected_event(text ? said.text : ""));
        if (event && outer_ && *event == Event::amendment) return wrong(said, "any event but amendment");
        row_.event_known = event.has_value();
        row_.entry.event = event.value_or(Event::referral);
        return;
    }
    missing(Key::event, "a code of event");
}

void RowDecoder::check_belongs() {
    const auto lacks = [&](Key key) {
        return std::none_of(said_.begin(), said_.end(), [&](const Said& said) { return said.key == key; });
    };
    if (!outer_ && lacks(Key::case_number)) missing(Key::case_number, "the number of the case");
    if (lacks(Key::on)) missing(Key::on, "the day it happened");
    if (!row_.event_known) return;
    auto lacking = shape_of(row_.entry.event).required & ~row_.given;
    for (std::size_t i = 0; lacking != 0; ++i, lacking >>= 1)
        if ((lacking & 1) != 0) {
            const auto attribute = static_cast<Attribute>(i);
            missing(key_for(attribute), std::string(code_of(attribute)) + ", which " + std::string(code_of(row_.entry.event)) + " requires");
        }
}

void RowDecoder::check_amendment() {
    if (!row_.event_known || row_.entry.event != Event::amendment) return;
    const bool withdraws = (row_.given & bit_of(Attribute::withdraw)) != 0, replaces = (row_.given & bit_of(Attribute::entry)) != 0;
    if (withdraws != replaces) return;
    if (!withdraws) return missing(key_for(Attribute::withdraw), "withdraw or entry");
    for (which_ = 0; which_ < said_.size(); ++which_)
        if (said_[which_].key == key_for(Attribute::entry)) return wrong(said_[which_], "nothing beside withdraw");
}

bool RowDecoder::check_value(const Said& said) {
    faults.clear();
    scanner_.forget();
    which_ = 0;
    if (said.key == Key::event) {
        if (!event_called(said.text)) wrong(said, expected_event(said.text));
        return faults.empty();
    }
    if (!is_attribute(said.key)) return name(said).has_value();
    const auto attribute = attribute_of(said.key);
    row_ = DecodedRow{};
    said_ = {};
    if (attribute == Attribute::entry) inner_entry(said);
    else if (const auto read = value(said, attribute); attribute == Attribute::withdraw && read == 0u) wrong(said, "true");
    return faults.empty();
}

const DecodedRow& RowDecoder::decode(std::span<const Said> said, std::size_t line) {
    said_ = said;
    line_ = line;
    outer_ = nullptr;
    faults.clear();
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
    if (!object) return wrong(said, "an event as a JSON object");
    if (const auto broken = scanner_.scan_object(said.text, members_)) {
        faults.push_back({said.key, which_, step + broken->pointer, broken->found, broken->expected});
        return;
    }
    say(members_, inner_said_, inner_->faults);
    const auto& row = inner_->decode_inner(inner_said_, row_);
    for (auto& fault : inner_->faults)
        faults.push_back({said.key, which_, step + fault.pointer, std::move(fault.found), std::move(fault.expected)});
    row_.entry.replacement.push_back(row.entry);
}

}  // namespace maintien::io
