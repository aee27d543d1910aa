#include "maintien/io/revision_document.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "support/register_stories.hpp"

namespace maintien {
namespace {

using RevisionJson = nlohmann::ordered_json;

constexpr Day revised_from = make_day(2024, 3, 4);

/// A file that left on a day that was recorded a month later.
EventTable register_with_a_late_outcome() {
    EventTable events;
    auto entries = stories::entered(revised_from, revised_from + 10);
    entries.push_back(stories::on(revised_from + 40, OutcomeRecord{Outcome::adapted_post}));
    entries.back().recorded_on = revised_from + 70;
    stories::add_case(events, {"a", "7"}, entries);
    return events;
}

Revision late_revision(const EventTable& events) {
    const auto replayed = [&](Day known) { return replay(events, common_core, {revised_from + 100, known, 1}); };
    return revision_of(events, replayed(revised_from + 60), replayed(revised_from + 80), common_core, {.as_of = revised_from + 100, .threads = 1}, "common_core");
}

RevisionJson row_called(const RevisionJson& document, std::string_view indicator, std::string_view variant) {
    for (const auto& row : document["rows"])
        if (row["indicator"] == indicator && row["variant"] == variant) return row;
    return nullptr;
}

TEST(RevisionDocument, AFigureStandsWithBothSidesAndItsCases) {
    const auto events = register_with_a_late_outcome();
    const auto document = RevisionJson::parse(io::revision_json(events, late_revision(events)));
    EXPECT_EQ(document["known_on"], "2024-05-03");
    EXPECT_EQ(document["and"], "2024-05-23");
    EXPECT_EQ(document["moved"], document["rows"].size());
    EXPECT_GT(document["figures"], document["moved"]);
    EXPECT_EQ(row_called(document, "positive_exit_rate", "per_exit").dump(),
              R"({"indicator":"positive_exit_rate","variant":"per_exit","category":null,)"
              R"("before":{"numerator":0,"denominator":0,"value":null,"excluded":{},"null_reason":"denominator_zero"},)"
              R"("after":{"numerator":1,"denominator":1,"value":1,"excluded":{},"null_reason":null},)"
              R"("numerator":{"entered":[{"service":"a","case":"7","episode":1,"times":1}],"left":[]},)"
              R"("denominator":{"entered":[{"service":"a","case":"7","episode":1,"times":1}],"left":[]},"excluded":{},"changed":[]})");
    EXPECT_EQ(row_called(document, "days_in_cell", "all_mean")["changed"].dump(), R"([{"service":"a","case":"7","episode":1,"days_before":50,"days_after":30}])");
    EXPECT_TRUE(row_called(document, "entries", "strict").is_null()) << "what did not move is left out";
}

TEST(RevisionDocument, PeopleReadWhatMovedAndByWhichCase) {
    const auto events = register_with_a_late_outcome();
    const auto revision = late_revision(events);
    const auto french = io::revision_text(events, revision, Language::fr), english = io::revision_text(events, revision, Language::en);
    EXPECT_NE(english.find("denominator is zero → 1/1, 100.00%"), std::string::npos) << english;
    EXPECT_NE(english.find("  + counted: a/7\n"), std::string::npos) << english;
    EXPECT_NE(french.find("  + compté : a/7\n"), std::string::npos) << french;
    EXPECT_NE(french.find("  ~ durée : a/7, 50 → 30 j\n"), std::string::npos) << french;
    EXPECT_EQ(french.find("{}"), std::string::npos) << "a horizon stands in its place";
}

TEST(RevisionDocument, AStreamTakesTheSameText) {
    const auto events = register_with_a_late_outcome();
    const auto revision = late_revision(events);
    std::ostringstream json, text;
    io::write_revision_json(json, events, revision);
    io::write_revision_text(text, events, revision, Language::en);
    EXPECT_EQ(json.str(), io::revision_json(events, revision));
    EXPECT_EQ(text.str(), io::revision_text(events, revision, Language::en));
}

}  // namespace
}  // namespace maintien
