#include "maintien/io/arrow.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <string>

#include "maintien/io/events_document.hpp"

namespace maintien::io {

namespace {

/// A table made by hand: every buffer stands here, so there is nothing to let go of.
class HandMade {
public:
    /// A column of texts of the layout with offsets; `null` is the empty text.
    void texts(const char* name, const std::vector<std::string>& values) {
        auto& bytes = text_.emplace_back();
        auto& edges = edges_.emplace_back(1, 0);
        auto& valid = bits_.emplace_back();
        for (const auto& value : values) {
            bytes += value;
            edges.push_back(static_cast<std::int32_t>(bytes.size()));
            valid.push_back(value.empty() ? 0 : 1);
        }
        add(name, "u", values.size(), {bitmap(valid), edges.data(), bytes.data()});
    }

    /// A column of numbers of 4 or 8 bytes.
    template <class Number>
    void numbers(const char* name, const char* format, const std::vector<Number>& values) {
        auto& bytes = text_.emplace_back(values.size() * sizeof(Number), '\0');
        std::copy(values.begin(), values.end(), reinterpret_cast<Number*>(bytes.data()));
        add(name, format, values.size(), {nullptr, bytes.data()});
    }

    /// The table; rows before `offset` are cut off.
    ArrowTable table(std::int64_t offset = 0) {
        ArrowTable table{.name = "<frame>"};
        for (auto& schema : schemas_) schema_places_.push_back(&schema);
        for (auto& array : arrays_) array_places_.push_back(&array);
        table.schema.held = {.format = "+s", .name = "", .n_children = static_cast<std::int64_t>(schema_places_.size()), .children = schema_places_.data()};
        ArrowOwned<ArrowArray> chunk;
        chunk.held = {.length = arrays_.front().length - offset, .offset = offset, .n_buffers = 1, .n_children = static_cast<std::int64_t>(array_places_.size()), .buffers = &nothing_, .children = array_places_.data()};
        table.chunks.push_back(std::move(chunk));
        return table;
    }

private:
    const void* bitmap(const std::vector<int>& valid) {
        auto& bits = text_.emplace_back(valid.size() / 8 + 1, '\0');
        for (std::size_t i = 0; i < valid.size(); ++i) bits[i / 8] = static_cast<char>(static_cast<unsigned char>(bits[i / 8]) | static_cast<unsigned>(valid[i]) << (i % 8));
        return bits.data();
    }

    void add(const char* name, const char* format, std::size_t length, std::vector<const void*> buffers) {
        const auto& kept = buffers_.emplace_back(std::move(buffers));
        schemas_.push_back({.format = format, .name = name, .flags = 2});
        arrays_.push_back({.length = static_cast<std::int64_t>(length), .null_count = -1, .n_buffers = static_cast<std::int64_t>(kept.size()), .buffers = const_cast<const void**>(kept.data())});
    }

    std::deque<std::string> text_;
    std::deque<std::vector<std::int32_t>> edges_;
    std::deque<std::vector<int>> bits_;
    std::deque<std::vector<const void*>> buffers_;
    std::deque<ArrowSchema> schemas_;
    std::deque<ArrowArray> arrays_;
    std::vector<ArrowSchema*> schema_places_;
    std::vector<ArrowArray*> array_places_;
    const void* nothing_ = nullptr;
};

std::string lines_of_table(const EventTable& table) {
    std::string text;
    for (std::size_t row = 0; row < table.size(); ++row) append_event_line(text, key_of(table, table.case_index[row]), entry_at(table, row), table.names);
    return text;
}

std::string faults_of(const ArrowTable& table) {
    try {
        read_tables({&table, 1});
    } catch (const DocumentError& error) {
        std::string text;
        for (const auto& problem : error.problems.first) text += text_of(problem) + '\n';
        return text;
    }
    return {};
}

constexpr std::int32_t first_of_march = 19783;  // 2024-03-01

}  // namespace

TEST(Arrow, ATableIsReadAsTheSameRowsOfCsv) {
    HandMade made;
    made.texts("case", {"1", "1", "2"});
    made.texts("event", {"referral", " first_contact ", "referral"});
    made.numbers<std::int32_t>("on", "tdD", {first_of_march, first_of_march + 4, first_of_march});
    made.texts("origin", {"return_visit", "", "on_request_worker"});
    made.texts("channel", {"", "phone", ""});
    made.numbers<std::int64_t>("birth_year", "l", {1970, 1970, 1985});
    const auto table = made.table();
    const Source csv{.name = "<text>", .text = "case,event,on,origin,channel,birth_year\n1,referral,2024-03-01,return_visit,,1970\n1,first_contact,2024-03-05,,phone,1970\n2,referral,2024-03-01,on_request_worker,,1985\n"};
    EXPECT_EQ(lines_of_table(read_tables({&table, 1}).table), lines_of_table(read_events({&csv, 1}).table));
}

TEST(Arrow, RowsCutOffAreNotRead) {
    HandMade made;
    made.texts("case", {"1", "2", "3"});
    made.texts("event", {"nonsense", "entry", "entry"});
    made.numbers<std::int32_t>("on", "tdD", {first_of_march, first_of_march, first_of_march});
    const auto table = made.table(1);
    const auto read = read_tables({&table, 1}).table;
    ASSERT_EQ(read.size(), 2u);
    EXPECT_EQ(key_of(read, 0).case_id, "2");
}

TEST(Arrow, EveryFaultIsToldWithItsRowAndColumn) {
    HandMade made;
    made.texts("case", {"1", "2", ""});
    made.texts("event", {"outcome", "outcome", "entry"});
    made.numbers<std::int32_t>("on", "tdD", {first_of_march, first_of_march, first_of_march});
    made.texts("outcome", {"promotion", "training", ""});
    made.texts("recorded_on", {"", "31/02/2024", ""});
    EXPECT_EQ(faults_of(made.table()),
              "<frame>:1: /outcome: found \"promotion\" expected a code of outcome\n"
              "<frame>:2: /recorded_on: found \"31/02/2024\" expected a date YYYY-MM-DD or dd/mm/yyyy\n"
              "<frame>:3: /case: found nothing expected the number of the case\n");
}

TEST(Arrow, ColumnsAreCheckedOnceAndForAll) {
    HandMade made;
    made.texts("case", {"1", "2"});
    made.texts("evnt", {"entry", "entry"});
    made.numbers<std::int32_t>("on", "tdD", {first_of_march, first_of_march});
    made.texts("on", {"2024-03-01", "2024-03-01"});
    EXPECT_EQ(faults_of(made.table()),
              "<frame>: found an unknown column \"evnt\" expected a name of maintien-events/1, perhaps \"event\"\n"
              "<frame>: found the column \"on\" again expected each column once\n"
              "<frame>: found no column \"event\" expected one in every table of events\n");
}

TEST(Arrow, ATimestampIsADayWhenItIsMidnight) {
    constexpr std::int64_t nanoseconds = 86'400'000'000'000;
    HandMade made;
    made.texts("case", {"1", "2"});
    made.texts("event", {"entry", "entry"});
    made.numbers<std::int64_t>("on", "tsn:", {first_of_march * nanoseconds, first_of_march * nanoseconds + nanoseconds / 2});
    EXPECT_EQ(faults_of(made.table()), "<frame>:2: /on: found \"2024-03-01T12:00\" expected a date YYYY-MM-DD\n");
}

TEST(Arrow, ATypeThatCannotHoldADayIsRefused) {
    HandMade made;
    made.texts("case", {"1"});
    made.texts("event", {"entry"});
    made.numbers<std::int64_t>("on", "tsu:Europe/Paris", {0});
    EXPECT_EQ(faults_of(made.table()), "<frame>: /on: found a column of timestamps with the time zone \"Europe/Paris\" expected text, dates, or timestamps at midnight without a time zone\n");
}

TEST(Arrow, AStreamThatBreaksOffIsAFault) {
    ArrowOwned<ArrowArrayStream> stream;
    stream.held.get_schema = [](ArrowArrayStream*, ArrowSchema*) { return 5; };
    stream.held.get_last_error = [](ArrowArrayStream*) { return "the wire is cut"; };
    try {
        read_stream(std::move(stream), "<frame>");
        FAIL();
    } catch (const DocumentError& error) {
        EXPECT_EQ(text_of(error.problems.first.front()), "<frame>: found a stream that breaks off: the wire is cut expected a table");
    }
}

}  // namespace maintien::io
