#pragma once
/// @file
/// Scanning the JSON objects of a JSON Lines file, strictly and without building a tree.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maintien::io {

/// What kind of JSON value stands somewhere.
enum class JsonKind : std::uint8_t { null, truth, number, string, array, object };

/// A JSON value: the characters of a string with its escapes undone, of anything else the text as it stands.
struct JsonValue {
    JsonKind kind = JsonKind::null;  ///< its kind
    std::string_view text{};         ///< its text
    std::size_t at = 0;              ///< its first byte in the text that was scanned
};

/// A member of a JSON object.
struct JsonMember {
    std::string_view key{};  ///< its key
    JsonValue value{};       ///< its value
};

/// Why a text is not JSON.
struct JsonFault {
    std::size_t at = 0;     ///< the byte
    std::string pointer{};  ///< the member it stands in, as a JSON pointer; empty outside of members
    std::string found{};    ///< what stands there
    std::string expected{}; ///< what should
};

/// How deep arrays and objects may nest.
inline constexpr int deepest_json = 32;

/// Scans one level of objects and arrays; what lies deeper is checked and handed over as text.
/// The text must be valid UTF-8. Strict as RFC 8259: escapes, surrogate pairs, no control characters; U+0000 is refused.
/// Repeated keys are left to the caller, who knows which keys there are.
class JsonScanner {
public:
    /// The members of the object that `text` is. @return the first fault, and then the members before it.
    std::optional<JsonFault> scan_object(std::string_view text, std::vector<JsonMember>& members);
    /// The items of the array that `text` is. @return the first fault, and then the items before it.
    std::optional<JsonFault> scan_array(std::string_view text, std::vector<JsonValue>& items);
    /// Lets go of the strings handed over so far.
    void forget() { used_ = 0; }

private:
    void start(std::string_view text);
    void blanks();
    bool one(char c, const char* expected);
    bool only_blanks_left();
    bool member(std::vector<JsonMember>& members);
    bool value(JsonValue& into, int depth);
    bool string(std::string_view& into);
    bool escaped_string(std::size_t from, std::string_view& into);
    bool escape(std::string& into);
    bool unicode_escape(std::string& into);
    bool four_digits(std::uint32_t& into);
    bool word(std::string_view spelling);
    bool number();
    bool nested(int depth, char closing);
    bool fail(std::size_t at, std::string expected);
    std::string& kept();

    std::string_view text_;
    std::size_t at_ = 0;
    std::string_view key_;
    std::optional<JsonFault> fault_;
    std::deque<std::string> decoded_;
    std::size_t used_ = 0;
};

/// A text as one step of a JSON pointer, its slash included (RFC 6901). Control characters stay: whoever shows a pointer escapes the whole line.
std::string pointer_step(std::string_view key);

}  // namespace maintien::io
