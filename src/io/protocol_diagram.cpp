#include "maintien/io/protocol_diagram.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "io/phrases.hpp"
#include "io/protocol_words.hpp"

namespace maintien::io {

namespace {

/// An arrow of the diagram; from nowhere when an episode begins with it.
struct Arrow {
    MaybeStage from;
    Stage to;
    std::vector<std::string> labels{};
};

/// The codes of a row's condition in brackets: named when they are few.
std::string variants_of(const Transition& row, Language language) {
    std::string text;
    for (const auto& clause : row.when) {
        const auto codes = detail::codes_of(clause);
        const bool few = codes.size() <= 3;
        text += text.empty() ? " (" : ", ";
        for (std::size_t i = 0; few && i < codes.size(); ++i) text += (i > 0 ? ", " : "") + codes[i];
        if (!few) text += detail::said(language, "autres", "others");
    }
    return text.empty() ? text : text + ")";
}

std::string label_of_row(const Transition& row, Language language) {
    return std::string(label_of(row.event, language)) + variants_of(row, language) + (row.guards.empty() ? "" : " *");
}

void add_arrow(std::vector<Arrow>& arrows, MaybeStage from, Stage to, const std::string& label) {
    auto at = std::find_if(arrows.begin(), arrows.end(), [&](const Arrow& arrow) { return arrow.from == from && arrow.to == to; });
    if (at == arrows.end()) at = arrows.insert(at, {from, to, {}});
    if (std::find(at->labels.begin(), at->labels.end(), label) == at->labels.end()) at->labels.push_back(label);
}

/// The stages a resumption may lead back to: those that can be suspended.
CodeSet<Stage> stages_suspended(const Protocol& protocol) {
    CodeSet<Stage> stages;
    for (const auto& row : protocol.transitions)
        if (row.move == to(Stage::suspended)) stages = stages | row.from.stages;
    return stages;
}

void add_row(std::vector<Arrow>& arrows, const Transition& row, CodeSet<Stage> resumed, Language language) {
    const auto label = label_of_row(row, language);
    const auto targets = row.move.kind == MoveKind::before ? resumed : CodeSet<Stage>{row.move.stage};
    for (const auto& target : terms_of<Stage>) {
        if (!targets.contains(target.value)) continue;
        if (row.from.none) add_arrow(arrows, std::nullopt, target.value, label);
        for (const auto& term : terms_of<Stage>)
            if (row.from.stages.contains(term.value)) add_arrow(arrows, term.value, target.value, label);
    }
}

/// The arrows of a protocol, by the stage they start from.
std::vector<Arrow> arrows_of(const Protocol& protocol, Language language) {
    std::vector<Arrow> arrows;
    const auto resumed = stages_suspended(protocol);
    for (const auto& row : protocol.transitions)
        if (row.move.kind != MoveKind::same) add_row(arrows, row, resumed, language);
    std::stable_sort(arrows.begin(), arrows.end(), [](const Arrow& a, const Arrow& b) { return std::pair(a.from, a.to) < std::pair(b.from, b.to); });
    return arrows;
}

std::string joined(const std::vector<std::string>& labels, std::string_view between) {
    std::string text;
    for (const auto& label : labels) text.append(text.empty() ? "" : between).append(label);
    return text;
}

}  // namespace

std::string protocol_mermaid(const Protocol& protocol, Language language) {
    std::string text = "stateDiagram-v2\n";
    const auto stages = stages_of(protocol);
    for (const auto& term : terms_of<Stage>)
        if (stages.contains(term.value)) text += "    state \"" + std::string(label_of(term.value, language)) + "\" as " + std::string(term.code) + "\n";
    for (const auto& arrow : arrows_of(protocol, language))
        text += "    " + (arrow.from ? std::string(code_of(*arrow.from)) : "[*]") + " --> " + std::string(code_of(arrow.to)) + " : " + joined(arrow.labels, "\\n") + "\n";
    return text;
}

std::string protocol_dot(const Protocol& protocol, Language language) {
    std::string text = "digraph " + std::string(protocol.name) + " {\n    start [shape=point];\n";
    const auto stages = stages_of(protocol);
    for (const auto& term : terms_of<Stage>)
        if (stages.contains(term.value)) text += "    " + std::string(term.code) + " [shape=box, style=rounded, label=\"" + std::string(label_of(term.value, language)) + "\"];\n";
    for (const auto& arrow : arrows_of(protocol, language))
        text += "    " + (arrow.from ? std::string(code_of(*arrow.from)) : "start") + " -> " + std::string(code_of(arrow.to)) + " [label=\"" + joined(arrow.labels, "\\n") + "\"];\n";
    return text + "}\n";
}

}  // namespace maintien::io
