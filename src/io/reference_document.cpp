#include "maintien/io/reference_document.hpp"

#include <limits>

#include "json_grammar.hpp"
#include "maintien/io/text_file.hpp"

namespace maintien::io {

namespace {

/// Reads a reference population from its nodes.
struct ReferenceReading {
    JsonGrammar grammar;
    ReferencePopulation reference{};

    /// A code of a closed list, or past its end for `unknown`.
    template <ClosedList Code>
    std::optional<std::size_t> code_or_unknown(const JsonNode& owner, std::string_view key) {
        const auto* node = grammar.required(owner, key, "a code of " + std::string(key) + ", or \"unknown\"");
        if (!node) return std::nullopt;
        if (node->kind == JsonKind::string && node->text == "unknown") return count_of<Code>;
        const auto code = grammar.code<Code>(*node);
        return code ? std::optional(index_of(*code)) : std::nullopt;
    }

    std::optional<double> weight(const JsonNode& cell) {
        constexpr auto expected = "a number above 0";
        const auto* node = grammar.required(cell, "weight", expected);
        if (!node) return std::nullopt;
        const auto value = grammar.real(*node, 0, std::numeric_limits<double>::max() / static_cast<double>(mix_size));
        if (value && !(*value > 0)) grammar.wrong(*node, expected);
        return value;
    }

    void cell(const JsonNode& node) {
        if (!grammar.is(node, JsonKind::object, "an object with age_band, sector and weight")) return;
        grammar.only(node, {"age_band", "sector", "weight"});
        const auto age = code_or_unknown<AgeBand>(node, "age_band");
        const auto sector = code_or_unknown<Sector>(node, "sector");
        const auto size = weight(node);
        if (!age || !sector || !size) return;
        auto& place = reference.weights[mix_place(*age, *sector)];
        if (place > 0) grammar.wrong(node, "each age band and sector once");
        place = *size;
    }

    void document(std::string_view json) {
        const auto root = grammar.document(json);
        grammar.only(root, {"format", "title", "cells"});
        if (const auto* title = grammar.required(root, "title", "a text")) reference.title = grammar.text(*title);
        const auto* cells = grammar.required(root, "cells", "an array");
        if (!cells || !grammar.is(*cells, JsonKind::array, "an array")) return;
        if (cells->items.empty()) grammar.wrong(*cells, "at least one cell");
        for (const auto& item : cells->items) cell(item);
    }
};

}  // namespace

ReferencePopulation parse_reference(std::string_view json, const std::string& name) {
    ReferenceReading reading{{.file = name, .format = "maintien-reference/1"}};
    reading.document(json);
    if (!reading.grammar.problems.empty()) throw DocumentError(std::move(reading.grammar.problems));
    return std::move(reading.reference);
}

ReferencePopulation read_reference(const Source& source) { return parse_reference(read_whole(source), source.name); }

}  // namespace maintien::io
