#include "maintien/io/protocol_diagram.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "maintien/protocol/built_in/all.hpp"

namespace {

using namespace maintien;

/// The lines of a diagram that hold an arrow, trimmed.
std::vector<std::string> arrows_in(const std::string& diagram, const std::string& arrow) {
    std::vector<std::string> found;
    std::istringstream in(diagram);
    for (std::string line; std::getline(in, line);)
        if (line.find(arrow) != std::string::npos) found.push_back(line.substr(line.find_first_not_of(' ')));
    return found;
}

bool has_arrow(const std::string& diagram, const std::string& line) {
    const auto all = arrows_in(diagram, " --> ");
    return std::find(all.begin(), all.end(), line) != all.end();
}

std::string entry_label(Language language) { return std::string(label_of(Event::entry, language)) + " *"; }

TEST(ProtocolDiagram, DrawsWhatLeadsFromStageToStage) {
    const auto diagram = io::protocol_mermaid(common_core, Language::en);
    EXPECT_EQ(diagram.substr(0, 16), "stateDiagram-v2\n");
    EXPECT_NE(diagram.find("state \"in support\" as in_support"), std::string::npos);
    EXPECT_TRUE(has_arrow(diagram, "[*] --> referred : referral *"));
    EXPECT_TRUE(has_arrow(diagram, "qualified --> in_support : " + entry_label(Language::en)));
    EXPECT_TRUE(has_arrow(diagram, "referred --> contacted : first contact\\nappointment (held)\\nqualification interview (deferred)")) << diagram;
    EXPECT_TRUE(has_arrow(diagram, "in_support --> closed : outcome (retirement, transferred, death) *")) << diagram;
    EXPECT_TRUE(has_arrow(diagram, "suspended --> in_support : resumption"));
    EXPECT_FALSE(has_arrow(diagram, "contacted --> in_support : " + entry_label(Language::en)));
}

TEST(ProtocolDiagram, IsDrawnFromTheVeryRows) {
    EXPECT_TRUE(has_arrow(io::protocol_mermaid(aist63_cme, Language::fr), "contacted --> in_support : " + entry_label(Language::fr))) << io::protocol_mermaid(aist63_cme, Language::fr);
    Protocol changed = common_core;
    for (auto& row : changed.transitions)
        if (row.event == Event::entry) row.move = to(Stage::closed);
    const auto diagram = io::protocol_mermaid(changed, Language::en);
    for (const auto& arrow : arrows_in(diagram, " --> ")) EXPECT_EQ(arrow.find("--> in_support : " + entry_label(Language::en)), std::string::npos) << arrow;
    EXPECT_EQ(arrows_in(io::protocol_mermaid(Protocol{}, Language::en), " --> ").size(), 0u);
}

TEST(ProtocolDiagram, HasTheSameArrowsInBothLanguages) {
    for (const auto* protocol : built_in_protocols) {
        const auto mermaid = arrows_in(io::protocol_mermaid(*protocol, Language::fr), " --> "), dot = arrows_in(io::protocol_dot(*protocol, Language::fr), " -> ");
        EXPECT_EQ(mermaid.size(), dot.size()) << protocol->name;
        EXPECT_GT(mermaid.size(), 20u);
    }
    const auto dot = io::protocol_dot(common_core, Language::en);
    EXPECT_EQ(dot.substr(0, 21), "digraph common_core {");
    EXPECT_NE(dot.find("start -> referred [label=\"referral *\"];"), std::string::npos) << dot;
    EXPECT_NE(dot.find("declined [shape=box"), std::string::npos);
}

}  // namespace
