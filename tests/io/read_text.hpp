// Reading and writing event files in memory, for the tests.
#pragma once

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "maintien/io/events.hpp"
#include "maintien/io/events_document.hpp"

namespace maintien::io::test {

/// A text as a source of either dialect.
inline Source csv(std::string text, std::string name = "cases.csv") { return {std::move(name), std::move(text)}; }
inline Source json_lines(std::string text, std::string name = "cases.jsonl") { return {std::move(name), std::move(text)}; }

inline ReadResult read(const std::vector<Source>& sources, const ReadOptions& options = {}) { return read_events(sources, options); }
inline ReadResult read(const Source& source, const ReadOptions& options = {}) { return read(std::vector{source}, options); }

/// Every fault of a reading, as people read them; empty when there is none.
inline std::vector<std::string> faults(const std::vector<Source>& sources, const ReadOptions& options = {}) {
    std::vector<std::string> texts;
    try {
        read(sources, options);
    } catch (const DocumentError& error) {
        for (const auto& problem : error.problems.first) texts.push_back(text_of(problem));
    }
    return texts;
}
inline std::vector<std::string> faults(const Source& source, const ReadOptions& options = {}) { return faults(std::vector{source}, options); }

/// A register written as JSON Lines.
inline std::string written(const EventTable& table) {
    std::ostringstream out;
    write_events(out, table);
    return out.str();
}

/// What was left out, a line each: place, found, row.
inline std::vector<std::string> left_out(const ReadResult& result) {
    std::vector<std::string> texts;
    for (const auto& [problem, row] : result.rejects) texts.push_back(text_of(problem) + " | " + row);
    return texts;
}

}  // namespace maintien::io::test
