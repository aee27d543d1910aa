#pragma once
/// @file
/// One item of an agenda in JSON, the same in every document.

#include "maintien/io/json_writer.hpp"
#include "maintien/pathway/agenda/item.hpp"

namespace maintien::io::detail {

/// Writes an item: `service`, `case`, `rule`, `title`, `who`, `manager`, `due`, `opens`, `late_days`, `computation`, `held_days`.
void write_agenda_item(JsonWriter& json, const AgendaItem& item);

}  // namespace maintien::io::detail
