#pragma once
/// @file
/// Writing long documents piece by piece: to a stream as they grow, or to one string.

#include <cstddef>
#include <ostream>
#include <string>
#include <utility>

#include "maintien/io/json_writer.hpp"

namespace maintien::io::detail {

/// How much text is gathered before it goes to the stream.
inline constexpr std::size_t piece_size = std::size_t{1} << 16;

/// Where finished text goes: a stream, or nowhere, in which case the text stays with its writer.
struct Sink {
    std::ostream* out = nullptr;  ///< the stream, or none

    /// Hands over what was written once it is worth the call.
    void take(std::string& text) const {
        if (out && text.size() >= piece_size) take_all(text);
    }

    /// Hands over all that was written.
    void take_all(std::string& text) const {
        if (!out) return;
        out->write(text.data(), static_cast<std::streamsize>(text.size()));
        text.clear();
    }
};

/// Ends a document in JSON and hands over the rest. @return its text, empty when that went to a stream
inline std::string finished(JsonWriter& json, Sink sink) {
    json.end();
    json.text += '\n';
    sink.take_all(json.text);
    return std::move(json.text);
}

}  // namespace maintien::io::detail
