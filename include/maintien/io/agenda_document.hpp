#pragma once
/// @file
/// An agenda as a document: `maintien-agenda/1`, a table, or the list a coordinator reads on Monday morning.

#include <iosfwd>
#include <string>

#include "maintien/pathway/agenda/item.hpp"
#include "maintien/vocabulary/language.hpp"

namespace maintien::io {

/// An agenda as `maintien-agenda/1` (docs/formats.md), in the order of the agenda whatever the order of its items.
std::string agenda_json(const Agenda& agenda);

/// The same, written to a stream piece by piece.
void write_agenda_json(std::ostream& out, const Agenda& agenda);

/// The items as a CSV table, in the order of the agenda: the members of the JSON items as columns, `title` and `computation` in each language.
std::string agenda_csv(const Agenda& agenda);

/// The same, written to a stream piece by piece.
void write_agenda_csv(std::ostream& out, const Agenda& agenda);

/// An agenda for people: part by part, appointments by centre and follow-ups by channel, in each the late items first.
std::string agenda_text(const Agenda& agenda, Language language);

/// The same, written to a stream piece by piece.
void write_agenda_text(std::ostream& out, const Agenda& agenda, Language language);

}  // namespace maintien::io
