#include "maintien/case/canonical_json.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "support/arbitrary_entry.hpp"
#include "support/entry_json.hpp"

namespace {

using namespace maintien;
using maintien::test::any_entry;
using maintien::test::any_name;
using maintien::test::json_of;

TEST(CanonicalJson, EscapesWhatJsonMustAndNothingElse) {
    EXPECT_EQ(json_string(""), R"("")");
    EXPECT_EQ(json_string("a\"b\\c/d"), R"("a\"b\\c/d")");
    EXPECT_EQ(json_string("\b\f\n\r\t"), R"("\b\f\n\r\t")");
    EXPECT_EQ(json_string(std::string("\0\x01\x1F\x7F", 4)), "\"\\u0000\\u0001\\u001f\x7F\"");
    EXPECT_EQ(json_string("né à Bourg-en-Bresse – 5 €"), "\"né à Bourg-en-Bresse – 5 €\"") << "UTF-8 stays as it is";
}

RC_GTEST_PROP(CanonicalJson, IsReadBackAndWrittenTheSameByAnotherLibrary, ()) {
    const std::string service = any_name(), case_id = any_name();
    for (const auto& event : terms_of<Event>) {
        const std::string json = json_of(any_entry(event.value), {service, case_id});
        const auto read = nlohmann::json::parse(json);
        RC_ASSERT(read.dump() == json);  // sorted keys, no spaces, the same escapes
        RC_ASSERT(read.at("case") == case_id && read.at("service") == service && read.at("event") == event.code);
    }
}

RC_GTEST_PROP(CanonicalJson, DoesNotDependOnTheOrderOfWhatIsSaid, ()) {
    NamePool names;
    auto entry = packed(any_entry(Event::appointment), names);
    const std::string before = canonical_json({"s", "c"}, view_of(entry), names);
    std::reverse(entry.attributes.begin(), entry.attributes.end());
    RC_ASSERT(canonical_json({"s", "c"}, view_of(entry), names) == before);
}

TEST(CanonicalJson, SortsTheKeysByTheirBytes) {
    const Entry entry{.on = make_day(2024, 1, 31), .fact = Action{.measure = Measure::training, .starts_on = make_day(2024, 2, 1)},
                      .recorded_on = make_day(2024, 2, 2), .id = {"e1"}, .by = Actor::case_manager};
    EXPECT_EQ(json_of(entry, {"north", "c1"}),
              R"({"by":"case_manager","case":"c1","event":"action","id":"e1","measure":"training","on":"2024-01-31",)"
              R"("recorded_on":"2024-02-02","service":"north","starts_on":"2024-02-01"})");
}

TEST(CanonicalJson, LeavesOutAServiceThatIsNotGiven) {
    EXPECT_EQ(json_of(Entry{.on = make_day(2024, 1, 31), .fact = Resumption{}}, {"", "c1"}),
              R"({"case":"c1","event":"resumption","on":"2024-01-31"})");
}

TEST(CanonicalJson, NestsTheReplacingEntryWithoutCaseServiceAndId) {
    const Entry instead{.on = make_day(2024, 1, 30), .fact = Relay{Partner::cpam, {}}, .id = {"other"}};
    const Entry amendment{.on = make_day(2024, 1, 31), .fact = Amendment{{"e1"}, false, {instead}}, .id = {"e2"}};
    EXPECT_EQ(json_of(amendment, {"north", "c1"}),
              R"({"amends":"e1","case":"c1","entry":{"event":"relay","on":"2024-01-30","partner":"cpam"},"event":"amendment",)"
              R"("id":"e2","on":"2024-01-31","service":"north"})");
}

}  // namespace
