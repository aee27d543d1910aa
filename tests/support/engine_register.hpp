// The random registers of the slow reference handed to the engine without any document in between.
#pragma once

#include "maintien/indicators/make_report.hpp"
#include "maintien/protocol/built_in/all.hpp"
#include "slow_reference.hpp"

#include <stdexcept>
#include <string>

namespace engine {

/// The value of an attribute written as text, in the 32 bits of a packed entry.
std::uint32_t packed_value(maintien::Attribute attribute, const std::string& text, maintien::NamePool& names);

/// An entry of the slow reference, packed.
maintien::PackedEntry packed_entry(const slow::Event& event, maintien::NamePool& names);

/// A register of the slow reference as columns.
maintien::EventTable table_of(const slow::Register& entries);

/// A question of the slow reference, asked of the engine.
maintien::ReportQuestion question_of(const slow::Question& question);

/// The reference population of a question of the slow reference.
maintien::ReferencePopulation reference_of(const slow::Question& question);

/// The engine's report on a register of the slow reference.
maintien::Report report_of(const slow::Register& entries, const slow::Question& question, unsigned threads = 1);

/// What differs between the engine's report and the reference's, in words; empty when nothing does.
std::string difference(const maintien::Report& report, const std::vector<slow::Row>& reference);

}  // namespace engine
