#include "maintien/io/event_file.hpp"

#include <gtest/gtest.h>

#include "read_text.hpp"

namespace {

using namespace maintien;
using namespace maintien::io;
using namespace maintien::io::test;

const std::string file_heading = "{\"format\": \"maintien-events/1\"}\n";

/// What a register becomes in a file of this name.
std::string in_file(const std::string& name, const EventTable& table) {
    const auto path = testing::TempDir() + name;
    write_events(path, table);
    return read_whole({path});
}

TEST(EventFile, OfAnyOtherNameIsJsonLinesAndReadsBack) {
    std::string text = file_heading;
    for (int i = 0; i < 5000; ++i) text += "{\"case\": \"" + std::to_string(i % 700) + "\", \"event\": \"team_review\", \"on\": \"2024-01-01\"}\n";
    for (const auto* name : {"event_file_test.jsonl", "event_file_test.ndjson", "event_file_test"}) {
        EXPECT_EQ(in_file(name, read(json_lines(text)).table), text);
        EXPECT_EQ(written(read(Source{testing::TempDir() + name}).table), text);
    }
}

TEST(EventFile, ThatEndsInCsvHasAColumnForWhatIsSaidAndReadsBack) {
    const auto text = file_heading + R"({"case": "1", "event": "referral", "on": "2024-03-04", "origin": "return_visit", "service": "s"})" "\n"
                      R"({"case": "1", "event": "entry", "on": "2024-03-08", "by": "case_manager", "service": "s"})" "\n";
    EXPECT_EQ(in_file("event_file_test.csv", read(json_lines(text)).table),
              "service,case,event,on,recorded_on,id,by,origin\ns,1,referral,2024-03-04,,,,return_visit\ns,1,entry,2024-03-08,,,case_manager,\n");
    EXPECT_EQ(written(read(Source{testing::TempDir() + "event_file_test.csv"}).table), text);
}

TEST(EventFile, KeepsTheBlanksOfANameOrIsRefused) {
    const auto table = read(json_lines(R"({"case": "1 ", "event": "entry", "on": "2024-03-08"})")).table;
    EXPECT_EQ(in_file("event_file_test.jsonl", table), file_heading + R"({"case": "1 ", "event": "entry", "on": "2024-03-08"})" "\n");
    try {
        event_file("x.csv", table);
        FAIL() << "a name lost its blanks";
    } catch (const DocumentError& error) {
        EXPECT_EQ(text_of(error.problems.first.at(0)), "x.csv: found the name \"1 \" expected no blanks at its ends, for CSV keeps none, or a file name that ends in .jsonl");
    }
}

}  // namespace
