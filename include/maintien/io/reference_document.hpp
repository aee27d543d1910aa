#pragma once
/// @file
/// Reference populations as documents: `maintien-reference/1`.

#include <string>
#include <string_view>

#include "maintien/indicators/reference_population.hpp"
#include "maintien/io/source.hpp"

namespace maintien::io {

/// A reference population from its JSON text: a title, and cells of an age band, a sector (a code or `unknown`) and a positive weight, each pair
/// once. @throws DocumentError with every fault, each at its JSON pointer. Documented in docs/formats.md.
ReferencePopulation parse_reference(std::string_view json, const std::string& name);

/// A reference population from a file. @throws DocumentError as `parse_reference`, and when it cannot be read.
ReferencePopulation read_reference(const Source& source);

}  // namespace maintien::io
