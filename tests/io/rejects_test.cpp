#include "maintien/io/rejects.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

namespace {

using namespace maintien::io;

const std::vector<RejectedRow> rejects{
    {{"a.csv", 3, 14, "", "\"x, y\"", "a date"}, "1,\"x, y\""},
    {{"a.jsonl", 4, 0, "/outcome", "nothing", "outcome"}, "{\"case\":\"é\"}"},
    {{"a.csv", 5, 1, "", "case rejected", "every row of its case right"}, "1,\"two\nlines\""},
};

const std::string expected =
    "line,column,found,expected,row\n"
    "3,14,\"\"\"x, y\"\"\",a date,\"1,\"\"x, y\"\"\"\n"
    "4,/outcome,nothing,outcome,\"{\"\"case\"\":\"\"é\"\"}\"\n"
    "5,1,case rejected,every row of its case right,\"1,\"\"two\nlines\"\"\"\n";

TEST(Rejects, AreATableOfPlacesAndRows) {
    std::ostringstream out;
    write_rejects(out, rejects);
    EXPECT_EQ(out.str(), expected);
}

TEST(Rejects, OnlyTheRowHasControlCharacters) {
    std::ostringstream out;
    write_rejects(out, std::vector<RejectedRow>{{{"a.jsonl", 1, 0, "/a\nb", "an\x1B", "no\u009B"}, "{\"a\\nb\":1}"}});
    EXPECT_EQ(out.str(), "line,column,found,expected,row\n1,/a\\nb,an\\u001b,no\\u009b,\"{\"\"a\\nb\"\":1}\"\n");
}

TEST(Rejects, GoToAFile) {
    const auto path = testing::TempDir() + "rejects_test.csv";
    write_rejects(path, rejects);
    std::ifstream file(path, std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), expected);
}

}  // namespace
