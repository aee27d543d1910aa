#pragma once
// What every document about figures begins with, how it names a figure, and what it says is left out of it.

#include <array>
#include <string_view>
#include <utility>

#include "io/write_period.hpp"
#include "maintien/indicators/report.hpp"
#include "maintien/io/json_writer.hpp"

namespace maintien::io::detail {

/// What a document is about: under which protocol, seen on which day, for which period.
struct FiguresHeading {
    std::string_view format{};
    std::string_view protocol{};
    Day as_of{};
    Day known_on{};
    Period period{};
};

inline void write_heading(JsonWriter& json, const FiguresHeading& heading) {
    json.key("format");
    json.string(heading.format);
    json.key("definitions");
    json.string(definitions_version);
    json.key("protocol");
    json.string(heading.protocol);
    json.key("as_of");
    json.day_or_null(heading.as_of);
    json.key("known_on");
    json.day_or_null(heading.known_on);
    write_period(json, heading.period);
}

/// Writes a number of the heading, null when it is hidden.
inline void write_shown(JsonWriter& json, std::int64_t count) {
    if (count == hidden_count) json.null();
    else json.count(count);
}

/// Writes how many deviations of each severity there are.
inline void write_deviations(JsonWriter& json, const ReportInput& input) {
    json.key("deviations");
    json.begin_object();
    for (const auto& term : terms_of<Severity>) {
        json.key(term.code);
        write_shown(json, input.deviations[index_of(term.value)]);
    }
    json.end();
}

/// Writes what went into the figures.
inline void write_input(JsonWriter& json, const ReportInput& input) {
    json.key("input");
    json.begin_object();
    const std::array<std::pair<std::string_view, std::int64_t>, 4> counts{
        {{"cases", input.cases}, {"events", input.events}, {"rejected", input.rejected}, {"objected", input.objected}}};
    for (const auto& [name, count] : counts) {
        json.key(name);
        write_shown(json, count);
    }
    write_deviations(json, input);
    json.end();
}

/// Writes the name of a figure, null for what it has not.
inline void write_figure_name(JsonWriter& json, std::string_view indicator, std::string_view variant, std::string_view category) {
    json.key("indicator");
    json.string(indicator);
    json.key("variant");
    json.string_or_null(variant);
    json.key("category");
    json.string_or_null(category);
}

/// Writes what is left out of a figure, by reason, and why there is none.
inline void write_left_out(JsonWriter& json, const ReportRow& row) {
    json.key("excluded");
    json.begin_object();
    for (const auto& left_out : row.excluded) {
        json.key(left_out.reason);
        json.count(left_out.count);
    }
    json.end();
    json.key("null_reason");
    json.string_or_null(row.null_reason ? code_of(*row.null_reason) : std::string_view{});
}

}  // namespace maintien::io::detail
