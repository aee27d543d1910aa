#pragma once
// Reading a JSON document with a closed grammar: every fault is noted at its pointer, and reading goes on.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json_tree.hpp"
#include "key.hpp"
#include "maintien/vocabulary/code_set.hpp"
#include "maintien/vocabulary/day.hpp"

namespace maintien::io {

/// What is read from the nodes of one document, and what is wrong with it.
struct JsonGrammar {
    std::string file;      // as faults name it
    std::string format;    // the format's name, or what else is read: of that an unknown field is no field
    Problems problems{};

    /// The document: an object that says which format it is. @throws DocumentError when it is no JSON object.
    JsonNode document(std::string_view json);

    void fault(std::string pointer, std::string found, std::string expected);
    void wrong(const JsonNode& node, std::string expected);
    void lacking(const JsonNode& owner, std::string_view key, std::string expected);
    bool is(const JsonNode& node, JsonKind kind, std::string_view expected);
    /// Notes the keys of an object that are not among these.
    void only(const JsonNode& node, const std::vector<std::string_view>& keys);

    /// A member that is there and not null, or nothing, which is noted: it must be there.
    const JsonNode* required(const JsonNode& owner, std::string_view key, std::string_view expected);

    std::string text(const JsonNode& node);
    std::optional<int> number(const JsonNode& node, int least, int most);
    std::optional<double> real(const JsonNode& node, double least, double most);
    std::optional<bool> truth(const JsonNode& node);
    Day day(const JsonNode& node);

    /// A code of a closed list.
    template <ClosedList Code>
    std::optional<Code> code(const JsonNode& node);
    /// An array of codes, each once.
    template <ClosedList Code>
    CodeSet<Code> codes(const JsonNode& node);
    /// Notes that a node is none of these spellings.
    void none_of(const JsonNode& node, std::string expected, const std::vector<std::string_view>& spellings);
};

template <ClosedList Code>
std::optional<Code> JsonGrammar::code(const JsonNode& node) {
    if (node.kind == JsonKind::string)
        if (const auto code = from_code<Code>(node.text)) return code;
    std::vector<std::string_view> spellings;
    for (const auto& term : terms_of<Code>) spellings.push_back(term.code);
    none_of(node, "a code of " + std::string(list_name_of<Code>), spellings);
    return std::nullopt;
}

template <ClosedList Code>
CodeSet<Code> JsonGrammar::codes(const JsonNode& node) {
    CodeSet<Code> set;
    if (!is(node, JsonKind::array, "an array of codes of " + std::string(list_name_of<Code>))) return set;
    for (const auto& item : node.items) {
        const auto found = code<Code>(item);
        if (found && set.contains(*found)) wrong(item, "each code once");
        if (found) set = set | CodeSet<Code>{*found};
    }
    return set;
}

}  // namespace maintien::io
