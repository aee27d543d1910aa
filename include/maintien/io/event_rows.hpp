#pragma once
/// @file
/// Writing event files: `maintien-events/1` as CSV.

#include <span>
#include <string>

#include "maintien/case/case_key.hpp"
#include "maintien/case/packed_entry.hpp"

namespace maintien::io {

/// The header of an event file in CSV with these attributes, and its line end: `service,case,event,on,recorded_on,id`, then the attributes.
std::string event_header(std::span<const Attribute> columns);

/// Adds an event as one row of CSV and its line end to `out`: comma, LF, quotes as in RFC 4180, lists separated by `|`, an
/// amendment's `entry` as JSON. What the event does not say is an empty cell; it says nothing beside `columns`.
/// Documented in docs/formats.md.
void append_event_row(std::string& out, const CaseKey& key, const EntryView& entry, const NamePool& names, std::span<const Attribute> columns);

}  // namespace maintien::io
