#include "maintien/io/json_writer.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

#include "maintien/case/canonical_json.hpp"

namespace maintien::io {

namespace {

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

template <class Number>
void append_digits(std::string& out, Number value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    assert(end.ec == std::errc{});
    out.append(digits.data(), end.ptr);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    if (std::any_of(text.begin(), text.end(), needs_escape)) {
        out += json_string(text);
        return;
    }
    out += '"';
    out += text;
    out += '"';
}

void append_json_number(std::string& out, double value) {
    constexpr double first_with_exponent = 1e15;
    if (!std::isfinite(value)) {
        out += "null";
    } else if (std::fabs(value) < first_with_exponent && value == std::floor(value)) {
        append_digits(out, static_cast<std::int64_t>(value));
    } else {
        append_digits(out, value);
    }
}

void JsonWriter::separate() {
    if (after_key) {
        after_key = false;
        return;
    }
    if (open.empty()) return;
    auto& level = open.back();
    if (!level.empty) text += level.layout == JsonLayout::one_line ? ", " : ",";
    if (level.layout == JsonLayout::one_a_line) {
        text += '\n';
        text.append(2 * open.size(), ' ');
    }
    level.empty = false;
}

void JsonWriter::begin(char bracket, JsonLayout layout) {
    separate();
    text += bracket;
    open.push_back({bracket == '{' ? '}' : ']', layout});
}

void JsonWriter::begin_object(JsonLayout layout) { begin('{', layout); }
void JsonWriter::begin_array(JsonLayout layout) { begin('[', layout); }

void JsonWriter::end() {
    assert(!open.empty() && !after_key);
    const Level level = open.back();
    open.pop_back();
    if (level.layout == JsonLayout::one_a_line && !level.empty) {
        text += '\n';
        text.append(2 * open.size(), ' ');
    }
    text += level.closing;
}

void JsonWriter::key(std::string_view name) {
    assert(!open.empty() && open.back().closing == '}' && !after_key);
    separate();
    append_json_string(text, name);
    text += ": ";
    after_key = true;
}

void JsonWriter::string(std::string_view content) {
    separate();
    append_json_string(text, content);
}

void JsonWriter::number(double content) {
    separate();
    append_json_number(text, content);
}

void JsonWriter::count(std::int64_t content) {
    separate();
    append_digits(text, content);
}

void JsonWriter::boolean(bool content) {
    separate();
    text += content ? "true" : "false";
}

void JsonWriter::null() {
    separate();
    text += "null";
}

void JsonWriter::string_or_null(std::string_view content) {
    if (content.empty()) return null();
    string(content);
}

void JsonWriter::number_or_null(const std::optional<double>& content) {
    if (!content) return null();
    number(*content);
}

void JsonWriter::day_or_null(Day content) {
    if (!known(content)) return null();
    const auto characters = iso_characters(content);
    string({characters.data(), characters.size()});
}

void JsonWriter::value(std::string_view json) {
    separate();
    text += json;
}

}  // namespace maintien::io
