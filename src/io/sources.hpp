#pragma once
// Reading sources twice at most: once to know what is wrong, and again without the cases that must be left out.

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "byte_stream.hpp"
#include "reading.hpp"

namespace maintien::io {

/// Reads one source into a reading.
using ReadOne = std::function<void(Reading&, ByteStream&, const Frame&)>;

/// Reads all sources; with rejects, when a row is bad, a second time without the cases that it costs.
/// @throws DocumentError with every fault.
ReadResult read_sources(std::span<const Source> sources, const ReadOptions& options, const ReadOne& read_one);

}  // namespace maintien::io
