#include "value_decoder.hpp"

#include <algorithm>
#include <utility>

#include "maintien/case/shape.hpp"
#include "maintien/case/time_of_day.hpp"
#include "maintien/io/encoding.hpp"

namespace maintien::io {

namespace {

std::string item_step(std::size_t position) { return pointer_step(std::to_string(position)); }

}  // namespace

void ValueDecoder::begin_row() {
    faults_.clear();
    scanner_.forget();
}

void ValueDecoder::missing(Key key, std::string expected) {
    faults_.push_back({key, not_said, pointer_step(name_of(key)), "nothing", std::move(expected)});
}

void ValueDecoder::wrong(const Said& said, std::string expected, std::string step) {
    faults_.push_back({said.key, which, pointer_step(name_of(said.key)) + step, found_text(said), std::move(expected)});
}

std::optional<NameIndex> ValueDecoder::name(const Said& said) {
    if (said.form != Form::cell && said.form != Form::string) return wrong(said, "a text"), std::nullopt;
    if (said.text.empty()) return wrong(said, "a text that is not empty"), std::nullopt;
    if (trimmed(said.text).empty()) return wrong(said, "a text that is not blank"), std::nullopt;
    if (said.text.find('\0') != std::string_view::npos) return wrong(said, "no U+0000"), std::nullopt;
    return names_.index_of(said.text);
}

std::optional<Day> ValueDecoder::day_of_cell(const Said& said) {
    const auto iso = parse_iso(said.text);
    const auto french = iso ? std::nullopt : parse_french(said.text);
    const auto style = iso ? DateStyle::iso : DateStyle::french;
    if (!iso && !french) return wrong(said, "a date " + std::string(spelling_of(dates_.style))), std::nullopt;
    if (dates_.style == DateStyle::automatic) dates_ = {style, line};
    if (dates_.style == style) return iso ? iso : french;
    const auto where = dates_.line != 0 ? " as on line " + std::to_string(dates_.line) : std::string(" throughout");
    return wrong(said, "a date " + std::string(spelling_of(dates_.style)) + where), std::nullopt;
}

std::optional<Day> ValueDecoder::day(const Said& said) {
    if (said.form == Form::cell) return day_of_cell(said);
    const auto day = said.form == Form::string ? parse_iso(said.text) : std::nullopt;
    if (!day) wrong(said, "a date YYYY-MM-DD");
    return day;
}

std::optional<std::uint32_t> ValueDecoder::code(const Said& said, Attribute attribute) {
    const bool text = said.form == Form::cell || said.form == Form::string;
    const int position = text ? code_called(attribute, said.text) : -1;
    if (position < 0) return wrong(said, expected_code(attribute, text ? said.text : "")), std::nullopt;
    return static_cast<std::uint32_t>(position);
}

std::optional<std::uint32_t> ValueDecoder::code_list(const Said& said, Attribute attribute, std::span<const std::string_view> spellings) {
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

std::optional<std::uint32_t> ValueDecoder::codes(const Said& said, Attribute attribute) {
    spellings_.clear();
    if (said.form == Form::cell) {
        for (std::size_t from = 0; from <= said.text.size();) {
            const auto bar = std::min(said.text.find('|', from), said.text.size());
            spellings_.push_back(trimmed(said.text.substr(from, bar - from)));
            from = bar + 1;
        }
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

std::optional<std::uint32_t> ValueDecoder::boolean(const Said& said) {
    const auto is = [&](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), said.text) != words.end();
    };
    if (said.form == Form::truth) return said.text == "true" ? 1 : 0;
    if (said.form == Form::cell && is({"true", "oui", "1"})) return 1;
    if (said.form == Form::cell && is({"false", "non", "0"})) return 0;
    wrong(said, said.form == Form::cell ? "true, false, oui, non, 1 or 0" : "true or false");
    return std::nullopt;
}

std::optional<std::uint32_t> ValueDecoder::number(const Said& said, Attribute attribute) {
    const auto& shape = shape_of(attribute);
    const bool form = said.form == Form::number || said.form == Form::cell;
    const bool zero = said.text.size() > 1 && said.text.front() == '0';
    const auto digits = form && !zero && !said.text.empty() && said.text.size() <= 9 ? maintien::detail::digits(said.text) : std::nullopt;
    if (digits && std::cmp_greater_equal(*digits, shape.least) && std::cmp_less_equal(*digits, shape.most)) return *digits;
    wrong(said, "a whole number from " + std::to_string(shape.least) + " to " + std::to_string(shape.most));
    return std::nullopt;
}

std::optional<std::uint32_t> ValueDecoder::time(const Said& said) {
    const auto time = said.form == Form::cell || said.form == Form::string ? parse_time(said.text) : std::nullopt;
    if (!time) return wrong(said, "a time HH:MM"), std::nullopt;
    return time->minutes;
}

std::optional<std::uint32_t> ValueDecoder::value(const Said& said, Attribute attribute) {
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

}  // namespace maintien::io
