#include "maintien/io/json_lines.hpp"

#include <utility>

#include "maintien/io/encoding.hpp"
#include "maintien/io/errors.hpp"

namespace maintien::io {

namespace {

/// What stands at a byte, as a fault names it.
std::string found_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return "the end";
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return in_quotes(text.substr(at, end - at));
}

bool digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string pointer_step(std::string_view key) {
    std::string step = "/";
    for (const char c : key) {
        if (c == '~') step += "~0";
        else if (c == '/') step += "~1";
        else step += c;
    }
    return step;
}

void JsonScanner::start(std::string_view text) {
    text_ = text;
    at_ = 0;
    key_ = {};
    fault_.reset();
}

bool JsonScanner::fail(std::size_t at, std::string expected) {
    if (!fault_) fault_ = JsonFault{at, key_.empty() ? "" : pointer_step(key_), found_at(text_, at), std::move(expected)};
    return false;
}

void JsonScanner::blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
}

bool JsonScanner::one(char c, const char* expected) {
    blanks();
    if (at_ >= text_.size() || text_[at_] != c) return fail(at_, expected);
    ++at_;
    return true;
}

bool JsonScanner::only_blanks_left() {
    key_ = {};
    blanks();
    return at_ == text_.size() || fail(at_, "nothing more");
}

std::string& JsonScanner::kept() {
    if (used_ == decoded_.size()) decoded_.emplace_back();
    auto& text = decoded_[used_++];
    text.clear();
    return text;
}

bool JsonScanner::member(std::vector<JsonMember>& members) {
    JsonMember read;
    blanks();
    if (at_ >= text_.size() || text_[at_] != '"') return fail(at_, "a key in quotes");
    if (!string(read.key) || !one(':', "a colon")) return false;
    key_ = read.key;
    blanks();
    if (!value(read.value, 1)) return false;
    key_ = {};
    members.push_back(read);
    return true;
}

std::optional<JsonFault> JsonScanner::scan_object(std::string_view text, std::vector<JsonMember>& members) {
    start(text);
    members.clear();
    if (!one('{', "a JSON object")) return fault_;
    blanks();
    if (at_ < text_.size() && text_[at_] == '}') {
        ++at_;
    } else {
        do {
            if (!member(members)) return fault_;
            blanks();
        } while (at_ < text_.size() && text_[at_] == ',' && ++at_);
        if (!one('}', "a comma or a closing brace")) return fault_;
    }
    only_blanks_left();
    return fault_;
}

std::optional<JsonFault> JsonScanner::scan_array(std::string_view text, std::vector<JsonValue>& items) {
    start(text);
    items.clear();
    if (!one('[', "a JSON array")) return fault_;
    blanks();
    if (at_ < text_.size() && text_[at_] == ']') {
        ++at_;
    } else {
        do {
            blanks();
            if (!value(items.emplace_back(), 1)) return fault_;
            blanks();
        } while (at_ < text_.size() && text_[at_] == ',' && ++at_);
        if (!one(']', "a comma or a closing bracket")) return fault_;
    }
    only_blanks_left();
    return fault_;
}

bool JsonScanner::value(JsonValue& into, int depth) {
    const auto begin = at_;
    into.at = begin;
    const char c = at_ < text_.size() ? text_[at_] : '\0';
    bool good = false;
    switch (c) {
        case '"': into.kind = JsonKind::string; return string(into.text);
        case 't': into.kind = JsonKind::truth; good = word("true"); break;
        case 'f': into.kind = JsonKind::truth; good = word("false"); break;
        case 'n': into.kind = JsonKind::null; good = word("null"); break;
        case '{': into.kind = JsonKind::object; good = nested(depth, '}'); break;
        case '[': into.kind = JsonKind::array; good = nested(depth, ']'); break;
        default: into.kind = JsonKind::number; good = number(); break;
    }
    if (good) into.text = text_.substr(begin, at_ - begin);
    return good;
}

bool JsonScanner::word(std::string_view spelling) {
    if (text_.substr(at_, spelling.size()) != spelling) return fail(at_, "a JSON value");
    at_ += spelling.size();
    return true;
}

bool JsonScanner::number() {
    auto at = at_;
    const auto next = [&] { return at < text_.size() ? text_[at] : '\0'; };
    const auto digits = [&] {
        const auto from = at;
        while (digit(next())) ++at;
        return at > from;
    };
    if (next() == '-') ++at;
    const auto whole = at;
    if (!digits()) return fail(at_, "a JSON value");
    if (text_[whole] == '0' && at > whole + 1) return fail(at_, "a number without leading zero");
    if (next() == '.' && (++at, !digits())) return fail(at, "a digit");
    if (next() == 'e' || next() == 'E') {
        ++at;
        if (next() == '+' || next() == '-') ++at;
        if (!digits()) return fail(at, "a digit");
    }
    at_ = at;
    return true;
}

bool JsonScanner::nested(int depth, char closing) {
    if (depth >= deepest_json) return fail(at_, "no deeper nesting");
    ++at_;
    blanks();
    if (at_ < text_.size() && text_[at_] == closing) return ++at_, true;
    JsonValue ignored;
    std::string_view key;
    do {
        blanks();
        if (closing == '}') {
            if (at_ >= text_.size() || text_[at_] != '"') return fail(at_, "a key in quotes");
            if (!string(key) || !one(':', "a colon")) return false;
            blanks();
        }
        if (!value(ignored, depth + 1)) return false;
        blanks();
    } while (at_ < text_.size() && text_[at_] == ',' && ++at_);
    return one(closing, closing == '}' ? "a comma or a closing brace" : "a comma or a closing bracket");
}

bool JsonScanner::string(std::string_view& into) {
    const auto from = ++at_;
    const char* const begin = text_.data();
    const auto size = text_.size();
    auto at = from;
    while (at < size && begin[at] != '"' && begin[at] != '\\' && static_cast<unsigned char>(begin[at]) >= 0x20) ++at;
    at_ = at;
    if (at < size && begin[at] == '\\') return escaped_string(from, into);
    if (at >= size || begin[at] != '"') return fail(at, at >= size ? "a closing quote" : "no control character in a string");
    into = text_.substr(from, at - from);
    ++at_;
    return true;
}

bool JsonScanner::escaped_string(std::size_t from, std::string_view& into) {
    auto& decoded = kept();
    decoded = text_.substr(from, at_ - from);
    for (; at_ < text_.size() && text_[at_] != '"';) {
        if (text_[at_] == '\\') {
            if (!escape(decoded)) return false;
        } else if (static_cast<unsigned char>(text_[at_]) < 0x20) {
            return fail(at_, "no control character in a string");
        } else {
            decoded += text_[at_++];
        }
    }
    if (at_ >= text_.size()) return fail(at_, "a closing quote");
    ++at_;
    into = decoded;
    return true;
}

bool JsonScanner::escape(std::string& into) {
    constexpr std::string_view letters = "\"\\/bfnrt", characters = "\"\\/\b\f\n\r\t";
    if (at_ + 1 < text_.size() && text_[at_ + 1] == 'u') return unicode_escape(into);
    const auto which = at_ + 1 < text_.size() ? letters.find(text_[at_ + 1]) : std::string_view::npos;
    if (which == std::string_view::npos) return fail(at_ + 1, "an escape of JSON");
    into += characters[which];
    at_ += 2;
    return true;
}

bool JsonScanner::four_digits(std::uint32_t& into) {
    into = 0;
    for (std::size_t i = at_ + 2; i < at_ + 6; ++i) {
        const char c = i < text_.size() ? text_[i] : '\0';
        const char lower = static_cast<char>(c | 0x20);
        if (!digit(c) && (lower < 'a' || lower > 'f')) return fail(i, "four hexadecimal digits");
        into = into * 16 + static_cast<std::uint32_t>(digit(c) ? c - '0' : lower - 'a' + 10);
    }
    return true;
}

bool JsonScanner::unicode_escape(std::string& into) {
    const auto begin = at_;
    std::uint32_t code = 0, low = 0;
    if (!four_digits(code)) return false;
    at_ += 6;
    if (code == 0) return fail(begin, "no U+0000");
    if (code >= 0xD800 && code <= 0xDFFF) {
        if (code >= 0xDC00 || text_.substr(at_, 2) != "\\u") return fail(begin, "a pair of surrogates");
        if (!four_digits(low)) return false;
        if (low < 0xDC00 || low > 0xDFFF) return fail(begin, "a pair of surrogates");
        at_ += 6;
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    append_character(into, code);
    return true;
}

}  // namespace maintien::io
