#pragma once
/// @file
/// Writing event files: `maintien-events/1` as JSON Lines.

#include <iosfwd>
#include <string>
#include <string_view>

#include "maintien/register/event_table.hpp"

namespace maintien::io {

/// The first line of an event file in JSON Lines, without its line end.
inline constexpr std::string_view events_heading = R"({"format": "maintien-events/1"})";

/// Adds an event as one line of JSON and its line end to `out`. Keys stand in this order: `case`, `event`, `on`, `recorded_on`,
/// `id`, the attributes of the event in the order of docs/pathway.md, `by`, `manager`, and what else is said of the case in the order of `CaseAttributes`
/// (`worker`, `service`, `centre` …). What is absent is left out; an amendment's `entry` is written the same way without its case.
void append_event_line(std::string& out, const CaseKey& key, const EntryView& entry, const NamePool& names);

/// Writes a register as JSON Lines: the heading, then a line for each row, in the order of the rows.
/// Reading it and writing it again gives the same bytes.
void write_events(std::ostream& out, const EventTable& table);

}  // namespace maintien::io
