#pragma once
/// @file
/// The parts of a case that several documents show: episodes, consents, entries.

#include <span>
#include <string>

#include "maintien/case/case_key.hpp"
#include "maintien/io/json_writer.hpp"
#include "maintien/sharing/view.hpp"

namespace maintien::io::detail {

/// Writes `about`: the case attributes that are given.
void write_about(JsonWriter& json, const CaseAttributes& about);

/// Writes `episodes`: stage, milestones, outcome and follow-up of each.
void write_episodes(JsonWriter& json, const View& view);

/// Writes `consents`: the lines of the ledger.
void write_consents(JsonWriter& json, std::span<const ConsentLine> lines);

/// Writes entries as lines of an event file, without line ends.
void write_entries(JsonWriter& json, std::string_view name, const CaseKey& key, std::span<const Entry> entries);

/// The same parts for people, each with its heading.
std::string about_text(const CaseAttributes& about, Language language);
std::string episodes_text(const View& view, Language language);
std::string consents_text(std::span<const ConsentLine> lines, Language language);
std::string entries_text(std::span<const Entry> entries, Language language);

/// A consent in words: what, whose, towards whom, how it stands.
std::string consent_in_words(const ConsentLine& line, Language language);

}  // namespace maintien::io::detail
