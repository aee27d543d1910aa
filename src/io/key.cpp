#include "key.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "maintien/io/errors.hpp"

namespace maintien::io {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Key::first_attribute)> own_names{"case",        "event", "on",
                                                                                                  "recorded_on", "id",    "service"};

/// A spelling in a table of slots: in which list it stands and where.
struct Spelling {
    std::string_view text{};
    std::uint8_t list = 0;
    std::uint8_t position = 0;
};

constexpr std::size_t slot_count = 2048;
using Slots = std::array<Spelling, slot_count>;

constexpr std::uint8_t keys_list = 255, events_list = 254;

constexpr std::size_t slot_of(std::uint8_t list, std::string_view text) {
    std::uint32_t h = list * 0x9E3779B1u;
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x01000193u;
    return (h ^ h >> 15) & (slot_count - 1);
}

constexpr void enter(Slots& slots, std::uint8_t list, std::size_t position, std::string_view text) {
    auto slot = slot_of(list, text);
    while (!slots[slot].text.empty()) slot = (slot + 1) & (slot_count - 1);
    slots[slot] = {text, list, static_cast<std::uint8_t>(position)};
}

constexpr Slots spelling_slots() {
    Slots slots{};
    for (std::size_t i = 0; i < own_names.size(); ++i) enter(slots, keys_list, i, own_names[i]);
    for (const auto& term : terms_of<Attribute>) enter(slots, keys_list, own_names.size() + index_of(term.value), term.code);
    for (const auto& term : terms_of<Event>) enter(slots, events_list, index_of(term.value), term.code);
    for (std::size_t a = 0; a < count_of<Attribute>; ++a) {
        const auto& shape = attribute_shapes[a];
        for (std::uint32_t i = 0; i < shape.codes; ++i) enter(slots, static_cast<std::uint8_t>(a), i, shape.code(i));
    }
    return slots;
}

constexpr Slots slots = spelling_slots();

int position_in(std::uint8_t list, std::string_view text) {
    for (auto slot = slot_of(list, text); !slots[slot].text.empty(); slot = (slot + 1) & (slot_count - 1))
        if (slots[slot].list == list && slots[slot].text == text) return slots[slot].position;
    return -1;
}

/// The number of letters to add, drop or change to make one text of the other (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const auto change = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({change, diagonal + 1, row[j] + 1});
        }
    }
    return row.back();
}

std::string joined(const std::vector<std::string_view>& spellings) {
    std::string text;
    for (const auto spelling : spellings) text.append(text.empty() ? "" : ", ").append(spelling);
    return text;
}

/// The letters of a text as codes are compared: small, without what stands between the words.
std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : text)
        if (c != '_' && c != ' ' && c != '-') letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return letters;
}

/// What is expected, with all that may stand there when that is little, and with what was probably meant.
std::string with_choice(std::string text, std::string_view written, const std::vector<std::string_view>& spellings) {
    constexpr std::size_t few = 8;
    const auto near = perhaps(written, spellings);
    if (spellings.size() > few) return text + near;
    text += ": " + joined(spellings);
    return near.empty() ? text : text + ";" + near.substr(1);
}

/// The spellings that hold the text, or that the text holds.
std::vector<std::string_view> with_words_of(const std::string& letters, const std::vector<std::string_view>& spellings) {
    constexpr std::size_t shortest_word = 4;
    std::vector<std::string_view> found;
    for (const auto spelling : spellings) {
        const auto other = letters_of(spelling);
        const bool holds = letters.size() >= shortest_word && other.find(letters) != std::string::npos;
        const bool held = other.size() >= shortest_word && letters.find(other) != std::string::npos;
        if (holds || held) found.push_back(spelling);
    }
    return found;
}

/// The spellings nearest to a text, when they are near.
std::vector<std::string_view> nearest(const std::string& letters, const std::vector<std::string_view>& spellings) {
    std::vector<std::string_view> found;
    auto least = std::max<std::size_t>(2, letters.size() / 3);
    for (const auto spelling : spellings) {
        const auto d = distance(letters, letters_of(spelling));
        if (d > least || d >= spelling.size()) continue;
        if (d < least) found.clear();
        least = d;
        found.push_back(spelling);
    }
    return found;
}

}  // namespace

std::string_view name_of(Key key) {
    return is_attribute(key) ? code_of(attribute_of(key)) : own_names[static_cast<std::size_t>(key)];
}

std::optional<Key> key_called(std::string_view text) {
    const int position = position_in(keys_list, text);
    return position < 0 ? std::nullopt : std::optional{static_cast<Key>(position)};
}

int code_called(Attribute attribute, std::string_view text) {
    const int position = position_in(static_cast<std::uint8_t>(index_of(attribute)), text);
    // The kinds of a visit are some of the origins only: the shapes know which.
    return attribute == Attribute::visit_kind && position >= 0 ? code_position(attribute, text) : position;
}

std::optional<Event> event_called(std::string_view text) {
    const int position = position_in(events_list, text);
    return position < 0 ? std::nullopt : std::optional{static_cast<Event>(position)};
}

std::string perhaps(std::string_view written, const std::vector<std::string_view>& spellings) {
    constexpr std::size_t longest = 60, most = 3;
    if (written.size() > longest) return {};
    const auto letters = letters_of(written);
    auto near = nearest(letters, spellings);
    if (near.empty()) near = with_words_of(letters, spellings);
    std::string text;
    for (std::size_t i = 0; i < near.size() && i < most; ++i) text += (i == 0 ? ", perhaps " : " or ") + in_quotes(near[i]);
    return text;
}

std::string expected_code(Attribute attribute, std::string_view written) {
    const auto& shape = shape_of(attribute);
    std::vector<std::string_view> spellings;
    for (std::uint32_t i = 0; i < shape.codes; ++i)
        if (code_position(attribute, shape.code(i)) >= 0) spellings.push_back(shape.code(i));
    std::string text = "a code of " + std::string(shape.list);
    if (spellings.size() != shape.codes) text += " that may stand for " + std::string(code_of(attribute));
    return with_choice(std::move(text), written, spellings);
}

std::string expected_event(std::string_view written) {
    std::vector<std::string_view> spellings;
    for (const auto& term : terms_of<Event>) spellings.push_back(term.code);
    return with_choice("a code of event", written, spellings);
}

std::string expected_key(std::string_view written) {
    std::vector<std::string_view> spellings(own_names.begin(), own_names.end());
    for (const auto& term : terms_of<Attribute>) spellings.push_back(term.code);
    return with_choice("a name of maintien-events/1", written, spellings);
}

}  // namespace maintien::io
