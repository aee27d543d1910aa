#include "arrow_cells.hpp"

#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>

#include "maintien/io/encoding.hpp"
#include "maintien/io/errors.hpp"

namespace maintien::io {

namespace {

constexpr std::int64_t seconds_a_day = 86400;

/// How many of a unit (`s`, `m`, `u`, `n`) a day has; 0 for none of them.
std::int64_t units_a_day(char unit) {
    switch (unit) {
        case 's': return seconds_a_day;
        case 'm': return seconds_a_day * 1000;
        case 'u': return seconds_a_day * 1000000;
        case 'n': return seconds_a_day * 1000000000;
        default: return 0;
    }
}

ArrowType whole_type(char format) {
    constexpr std::string_view whole = "csil", positive = "CSIL";
    if (const auto at = whole.find(format); at != std::string_view::npos) return {ArrowKind::whole, 1 << at};
    if (const auto at = positive.find(format); at != std::string_view::npos) return {ArrowKind::positive, 1 << at};
    return {};
}

ArrowType type_of_one_letter(char format) {
    switch (format) {
        case 'n': return {ArrowKind::nothing};
        case 'u': return {ArrowKind::text};
        case 'U': return {ArrowKind::large_text};
        case 'b': return {ArrowKind::truth};
        case 'f': return {ArrowKind::real, 4};
        case 'g': return {ArrowKind::real, 8};
        default: return whole_type(format);
    }
}

ArrowType type_of_time(std::string_view format) {
    if (format == "tdD") return {ArrowKind::day, 4, 1};
    if (format == "tdm") return {ArrowKind::instant, 8, units_a_day('m')};
    if (format.size() == 3 && format.starts_with("tt")) return {ArrowKind::time, format[2] == 's' || format[2] == 'm' ? 4 : 8, units_a_day(format[2])};
    if (format.size() == 4 && format.starts_with("ts") && format[3] == ':') return {ArrowKind::instant, 8, units_a_day(format[2])};
    return {};
}

bool is_text(ArrowKind kind) { return kind == ArrowKind::text || kind == ArrowKind::large_text || kind == ArrowKind::view; }

/// The type of a column whose values stand in its own buffers.
ArrowType plain_type(const ArrowSchema& schema) {
    const std::string_view format = schema.format;
    if (format.size() == 1) return type_of_one_letter(format[0]);
    if (format == "vu") return {ArrowKind::view};
    if (format.starts_with("t")) return type_of_time(format);
    const bool of_texts = (format == "+l" || format == "+L") && schema.n_children == 1 && is_text(type_of(*schema.children[0]).kind);
    return of_texts ? ArrowType{format == "+l" ? ArrowKind::list : ArrowKind::large_list} : ArrowType{};
}

template <class Number>
Number number_at(const void* buffer, std::int64_t at) {
    Number value;
    std::memcpy(&value, static_cast<const char*>(buffer) + at * static_cast<std::int64_t>(sizeof(Number)), sizeof(Number));
    return value;
}

std::int64_t whole_at(const void* buffer, int width, std::int64_t at) {
    switch (width) {
        case 1: return number_at<std::int8_t>(buffer, at);
        case 2: return number_at<std::int16_t>(buffer, at);
        case 4: return number_at<std::int32_t>(buffer, at);
        default: return number_at<std::int64_t>(buffer, at);
    }
}

std::uint64_t positive_at(const void* buffer, int width, std::int64_t at) {
    switch (width) {
        case 1: return number_at<std::uint8_t>(buffer, at);
        case 2: return number_at<std::uint16_t>(buffer, at);
        case 4: return number_at<std::uint32_t>(buffer, at);
        default: return number_at<std::uint64_t>(buffer, at);
    }
}

template <class Offset>
std::string_view text_between(const ArrowArray& array, std::int64_t at) {
    const auto begin = number_at<Offset>(array.buffers[1], at), end = number_at<Offset>(array.buffers[1], at + 1);
    return end == begin ? std::string_view() : std::string_view(static_cast<const char*>(array.buffers[2]) + begin, static_cast<std::size_t>(end - begin));
}

/// A text of the layout that keeps short texts in place: 4 bytes of length, then the text itself, or its first letters, its buffer and its place in it.
std::string_view viewed_text(const ArrowArray& array, std::int64_t at) {
    constexpr std::int32_t in_place = 12;
    const auto* view = static_cast<const char*>(array.buffers[1]) + at * 16;
    const auto length = number_at<std::int32_t>(view, 0);
    if (length <= in_place) return {view + 4, static_cast<std::size_t>(length)};
    const auto buffer = number_at<std::int32_t>(view, 2), begin = number_at<std::int32_t>(view, 3);
    return {static_cast<const char*>(array.buffers[2 + buffer]) + begin, static_cast<std::size_t>(length)};
}

std::string_view text_at(ArrowKind kind, const ArrowArray& array, std::int64_t at) {
    if (kind == ArrowKind::text) return text_between<std::int32_t>(array, at);
    return kind == ArrowKind::large_text ? text_between<std::int64_t>(array, at) : viewed_text(array, at);
}

std::int64_t divided_down(std::int64_t value, std::int64_t by) { return value / by - (value % by < 0 ? 1 : 0); }

}  // namespace

ArrowType type_of(const ArrowSchema& schema) {
    if (!schema.dictionary) return plain_type(schema);
    const auto numbers = whole_type(schema.format[0]);
    auto type = plain_type(*schema.dictionary);
    const bool readable = numbers.kind != ArrowKind::unreadable && std::strlen(schema.format) == 1 && !schema.dictionary->dictionary;
    if (!readable || type.kind == ArrowKind::list || type.kind == ArrowKind::large_list) return {};
    return type;
}

namespace {

constexpr std::string_view type_names[] = {"", "nulls", "text", "text", "text", "truth values", "whole numbers", "whole numbers", "numbers with a fraction", "dates", "timestamps", "times of day", "lists of texts", "lists of texts"};

}  // namespace

std::string type_in_words(const ArrowSchema& schema) {
    const auto& values = schema.dictionary ? *schema.dictionary : schema;
    const auto kind = type_of(schema).kind;
    if (kind != ArrowKind::unreadable) return "a column of " + std::string(type_names[static_cast<std::size_t>(kind)]);
    const std::string_view format = values.format;
    if (format.starts_with("ts")) return "a column of timestamps with the time zone " + in_quotes(format.substr(std::min<std::size_t>(4, format.size())));
    return "a column of the Arrow type " + in_quotes(format);
}

std::string expected_type(Key key, const ArrowSchema& schema) {
    const auto kind = type_of(schema).kind;
    const bool day = key == Key::on || key == Key::recorded_on || (is_attribute(key) && shape_of(attribute_of(key)).kind == ValueKind::day);
    if (kind == ArrowKind::unreadable) return day ? "text, dates, or timestamps at midnight without a time zone" : "text, numbers, truth values, dates or times of day";
    const bool number = is_attribute(key) && shape_of(attribute_of(key)).kind == ValueKind::number;
    if (kind == ArrowKind::real && !number) return "text or whole numbers";
    const bool codes = is_attribute(key) && shape_of(attribute_of(key)).kind == ValueKind::code_set;
    return (kind == ArrowKind::list || kind == ArrowKind::large_list) && !codes ? "one value in a cell" : "";
}

// ---- texts --------------------------------------------------------------------------------------------------------

char* MadeTexts::room(std::size_t size) {
    constexpr std::size_t block_size = 1 << 16;
    if (!blocks_.empty() && used_ + size > block_size) {
        ++block_;
        used_ = 0;
    }
    if (block_ == blocks_.size()) blocks_.push_back(std::make_unique<char[]>(block_size));
    char* at = blocks_[block_].get() + used_;
    used_ += size;
    return at;
}

void MadeTexts::forget() {
    block_ = used_ = 0;
    long_.clear();
}

std::string_view MadeTexts::keep(std::string text) { return long_.emplace_back(std::move(text)); }

template <class Number>
std::string_view MadeTexts::number(Number value) {
    char* at = room(32);
    const auto end = std::to_chars(at, at + 32, value);
    return {at, static_cast<std::size_t>(end.ptr - at)};
}

std::string_view MadeTexts::day(std::int64_t days) {
    constexpr std::int64_t first = make_day(1, 1, 1).days, last = make_day(9999, 12, 31).days;
    if (days < first || days > last) return keep("day " + std::to_string(days) + " since 1970");
    const auto characters = iso_characters(Day{static_cast<std::int32_t>(days)});
    char* at = room(characters.size());
    std::memcpy(at, characters.data(), characters.size());
    return {at, characters.size()};
}

std::string_view MadeTexts::time(std::int64_t value, std::int64_t per_day) {
    const auto per_second = per_day / seconds_a_day, seconds = value / per_second;
    char* at = room(8);
    const auto two = [&](int place, std::int64_t number) {
        at[place] = static_cast<char>('0' + number / 10);
        at[place + 1] = static_cast<char>('0' + number % 10);
    };
    if (value < 0 || value >= per_day) return keep("a time beyond the day");
    two(0, seconds / 3600);
    two(3, seconds / 60 % 60);
    two(6, seconds % 60);
    at[2] = at[5] = ':';
    if (value % per_second != 0) return keep(std::string(at, 8) + " and a fraction of a second");
    return {at, seconds % 60 == 0 ? std::size_t{5} : std::size_t{8}};
}

std::string_view MadeTexts::instant(std::int64_t value, std::int64_t per_day) {
    const auto days = divided_down(value, per_day);
    const auto text = day(days);
    const auto rest = value - days * per_day;
    return rest == 0 ? text : keep(std::string(text) + "T" + std::string(time(rest, per_day)));
}

// ---- cells --------------------------------------------------------------------------------------------------------

namespace {

/// Says the cells of one column.
class ColumnCells {
public:
    ColumnCells(const ArrowSchema& schema, const ArrowArray& array, Key key, std::size_t column, MadeTexts& texts)
        : array_(array), values_(schema.dictionary ? *array.dictionary : array), type_(type_of(schema)), numbers_(schema.dictionary ? whole_type(schema.format[0]) : ArrowType{}),
          items_(type_.kind == ArrowKind::list || type_.kind == ArrowKind::large_list ? schema.children[0] : nullptr), key_(key), column_(column), texts_(texts) {}

    void say(std::int64_t at, std::vector<Said>& row);

private:
    std::optional<Said> value(std::int64_t at);
    std::optional<Said> real(std::int64_t at);
    Said list(std::int64_t at);
    Said cell(std::string_view text) const { return {key_, Form::cell, text, column_}; }
    Said written(std::string_view text) const { return {key_, Form::string, text, column_}; }

    const ArrowArray& array_;
    const ArrowArray& values_;
    ArrowType type_;
    ArrowType numbers_;  // of a dictionary
    const ArrowSchema* items_;
    Key key_;
    std::size_t column_;
    MadeTexts& texts_;
};

void ColumnCells::say(std::int64_t at, std::vector<Said>& row) {
    auto place = at + array_.offset;
    if (&values_ != &array_) {
        const bool positive = numbers_.kind == ArrowKind::positive;
        const auto number = positive ? static_cast<std::int64_t>(positive_at(array_.buffers[1], numbers_.width, place)) : whole_at(array_.buffers[1], numbers_.width, place);
        if (!is_filled(values_, number)) return;
        place = number + values_.offset;
    }
    if (const auto said = value(place); said && !said->text.empty()) row.push_back(*said);
}

std::optional<Said> ColumnCells::value(std::int64_t at) {
    const auto* buffer = values_.n_buffers > 1 ? values_.buffers[1] : nullptr;
    switch (type_.kind) {
        case ArrowKind::text:
        case ArrowKind::large_text:
        case ArrowKind::view: return cell(trimmed(text_at(type_.kind, values_, at)));
        case ArrowKind::truth: return Said{key_, Form::truth, (static_cast<const std::uint8_t*>(buffer)[at / 8] >> (at % 8) & 1) != 0 ? "true" : "false", column_};
        case ArrowKind::whole: return cell(texts_.number(whole_at(buffer, type_.width, at)));
        case ArrowKind::positive: return cell(texts_.number(positive_at(buffer, type_.width, at)));
        case ArrowKind::real: return real(at);
        case ArrowKind::day: return written(texts_.day(number_at<std::int32_t>(buffer, at)));
        case ArrowKind::instant: return written(texts_.instant(number_at<std::int64_t>(buffer, at), type_.per_day));
        case ArrowKind::time: return written(texts_.time(whole_at(buffer, type_.width, at), type_.per_day));
        case ArrowKind::list:
        case ArrowKind::large_list: return list(at);
        default: return std::nullopt;
    }
}

/// A number that may have a fraction: not a number is absent, as frames spell it in columns of numbers; a whole one is written as such.
std::optional<Said> ColumnCells::real(std::int64_t at) {
    const double number = type_.width == 4 ? number_at<float>(values_.buffers[1], at) : number_at<double>(values_.buffers[1], at);
    constexpr double exactly_whole = 9007199254740992.0;  // 2^53
    if (std::isnan(number)) return std::nullopt;
    const bool whole = std::trunc(number) == number && std::fabs(number) < exactly_whole;
    return cell(whole ? texts_.number(static_cast<std::int64_t>(number)) : texts_.number(number));
}

/// A list of texts as a cell spells it.
Said ColumnCells::list(std::int64_t at) {
    const auto& items = *values_.children[0];
    const bool large = type_.kind == ArrowKind::large_list;
    const auto edge = [&](std::int64_t place) { return large ? number_at<std::int64_t>(values_.buffers[1], place) : std::int64_t{number_at<std::int32_t>(values_.buffers[1], place)}; };
    std::string joined;
    std::vector<Said> said;
    ColumnCells inner(*items_, items, key_, column_, texts_);
    for (auto item = edge(at); item < edge(at + 1); ++item) {
        said.clear();
        if (is_filled(items, item)) inner.say(item, said);
        joined.append(item == edge(at) ? "" : "|").append(said.empty() ? "" : said.front().text);
    }
    return cell(texts_.keep(std::move(joined)));
}

/// Calls `use(i)` for the filled ones of `count` values from `first`.
template <class Use>
void for_each_filled(const ArrowArray& array, std::int64_t first, std::int64_t count, Use&& use) {
    const bool all = array.null_count == 0 || array.n_buffers == 0 || !array.buffers[0];
    const auto* bits = all ? nullptr : static_cast<const std::uint8_t*>(array.buffers[0]);
    for (std::int64_t i = 0; i < count; ++i) {
        const auto place = static_cast<std::uint64_t>(first + i + array.offset);
        if (bits && place % 8 == 0 && bits[place / 8] == 0) i += 7;
        else if (all || (bits[place / 8] >> (place % 8) & 1) != 0) use(i);
    }
}

}  // namespace

void say_column(const ArrowSchema& schema, const ArrowArray& array, std::int64_t shift, std::int64_t first, std::span<std::vector<Said>> rows, Key key, std::size_t column, MadeTexts& texts) {
    ColumnCells cells(schema, array, key, column, texts);
    for_each_filled(array, first + shift, static_cast<std::int64_t>(rows.size()), [&](std::int64_t i) { cells.say(first + shift + i, rows[static_cast<std::size_t>(i)]); });
}

}  // namespace maintien::io
