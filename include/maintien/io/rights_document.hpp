#pragma once
/// @file
/// What a person asks of the files: a copy of the own file (`maintien-person/1`), or its erasure (`maintien-tombstone/1`).

#include <span>
#include <string>
#include <vector>

#include "maintien/sharing/rights.hpp"

namespace maintien::io {

/// All files of one person as `maintien-person/1`: every entry as it was recorded, amendments and what they correct included, each a line of
/// an event file; and of each file what the law keeps on `day`, until when and why. For access and for portability.
std::string person_json(std::span<const CaseFile> files, Day day);

/// The tombstones of an erasure as `maintien-tombstone/1`: how many entries each file lost, which it keeps, until when and why.
std::string tombstones_json(std::span<const Tombstone> tombstones);

}  // namespace maintien::io
