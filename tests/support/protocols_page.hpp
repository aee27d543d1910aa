/// @file
/// The page docs/pathway/protocols.md, written from the built-in protocols.
#pragma once

#include <string>

#include "maintien/io/protocol_diagram.hpp"
#include "maintien/protocol/built_in/all.hpp"
#include "support/protocol_words.hpp"

namespace maintien::test {

inline std::string code_span(std::string_view text) { return "`" + std::string(text) + "`"; }

/// The rows a protocol does not share with the core, word for word.
inline std::string changed_rows(const Protocol& protocol) {
    std::string lines;
    for (const auto& row : protocol.transitions) {
        const auto* of_core = row_named(common_core, row.id);
        if (of_core && in_words(*of_core) == in_words(row)) continue;
        std::string guards;
        for (const auto& guard : guards_in_words(row)) guards += (guards.empty() ? "" : "; ") + guard;
        lines += "| " + code_span(row.id) + " | " + in_words(row.from) + " | " + in_words(row.move) + " | " + guards + " |\n";
    }
    return lines.empty() ? lines : "\n| changed row | from | to | conditions |\n|---|---|---|---|\n" + lines;
}

inline std::string expected_in_words(const ExpectedRule& rule) {
    switch (rule.kind) {
        case ExpectedKind::guard: return in_words(rule.guard);
        case ExpectedKind::same_day: return "the same day " + std::string(code_of(rule.beside));
        case ExpectedKind::after_measure: return "after an action " + std::string(code_of(rule.measure));
        case ExpectedKind::says: return "says" + in_words(rule.said).substr(5);
    }
    return {};
}

inline std::string expected_rows(const Protocol& protocol) {
    std::string lines;
    for (const auto& rule : protocol.expected)
        lines += "| " + code_span(rule.id) + " | " + std::string(code_of(rule.event)) + in_words(rule.when) + " | " + expected_in_words(rule) + " |\n";
    return lines.empty() ? lines : "\n| expected rule | beside | looks for |\n|---|---|---|\n" + lines;
}

inline std::string relaxed_rows(const Protocol& protocol) {
    std::string lines;
    for (const auto& relaxation : protocol.relaxes) lines += "| " + code_span(relaxation.rule) + " | " + std::string(relaxation.reason) + " |\n";
    return lines.empty() ? lines : "\n| relaxes | reason |\n|---|---|\n" + lines;
}

/// The section of one protocol: what it is, what it changes, its diagram.
inline std::string protocol_section(const Protocol& protocol) {
    std::string page = "\n## " + std::string(protocol.name) + "/" + std::to_string(protocol.version) + "\n\n" + std::string(protocol.title.fr) + " — " +
                       std::string(protocol.title.en) + ". Since " + iso(protocol.valid_from) + (known(protocol.valid_until) ? ", until " + iso(protocol.valid_until) : "") + ".\n";
    if (!protocol.base.empty()) page += changed_rows(protocol) + expected_rows(protocol) + relaxed_rows(protocol);
    return page + "\n```mermaid\n" + io::protocol_mermaid(protocol, Language::fr) + "```\n";
}

/// The whole page.
inline std::string protocols_page() {
    std::string page =
        "# The built-in protocols, drawn\n\n"
        "Each diagram is drawn from the very rows the engine runs, as `maintien protocol show NAME --format mermaid` (or\n"
        "`dot`) draws it: what leads from stage to stage, in the words of the field. A star marks what has conditions; codes\n"
        "stand in brackets where few are meant. Events that leave the stage as it is are not drawn: `maintien protocol show\n"
        "NAME` lists every row with its conditions and its source. What the rows mean is in [the pathway](../pathway.md).\n\n"
        "This page is written from the tables in `include/maintien/protocol/built_in/` and compared with them by a test.\n";
    for (const auto* protocol : built_in_protocols) page += protocol_section(*protocol);
    return page;
}

}  // namespace maintien::test
