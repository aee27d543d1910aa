#include "sources.hpp"

#include <algorithm>
#include <utility>

namespace maintien::io {

namespace {

using Streams = std::vector<std::unique_ptr<ByteStream>>;

Frame frame_of(const Source& source, std::size_t number, const ReadOptions& options, const Rejections* rejections) {
    return {source.name, number, {}, options.keep_rejects, rejections};
}

bool is_second_standard_input(std::span<const Source> sources, std::size_t number) {
    const auto standard = [](const Source& source) { return source.name == "-" && !source.text; };
    return standard(sources[number]) && std::any_of(sources.begin(), sources.begin() + static_cast<std::ptrdiff_t>(number), standard);
}

/// Counts the bytes that are read, and tells who wants to know.
struct Count {
    const std::function<void(std::uint64_t)>& headway;
    std::uint64_t bytes = 0;

    void operator()(std::size_t more) {
        bytes += more;
        if (headway) headway(bytes);
    }
};

void read_first(Reading& reading, std::span<const Source> sources, std::size_t i, const ReadOptions& options,
                const ReadOne& read_one, Streams& streams, Count& count) {
    try {
        if (is_second_standard_input(sources, i)) throw DocumentError(Problem{"-", 0, 0, {}, "standard input again", "it once"});
        auto stream = std::make_unique<ByteStream>(sources[i], options.keep_rejects, std::ref(count));
        read_one(reading, *stream, frame_of(sources[i], i, options, nullptr));
        if (options.keep_rejects) streams.push_back(std::move(stream));
    } catch (const DocumentError& error) {
        reading.refuse(i, error.problems);
        reading.ids_unknown();
    }
}

}  // namespace

ReadResult read_sources(std::span<const Source> sources, const ReadOptions& options, const ReadOne& read_one) {
    Streams streams;
    Count count{options.headway};
    Reading reading(sources, nullptr);
    for (std::size_t i = 0; i < sources.size(); ++i) read_first(reading, sources, i, options, read_one, streams, count);
    reading.check_amendments();
    if (reading.good()) return reading.result();
    if (!options.keep_rejects || reading.fatal()) throw DocumentError(reading.problems());
    const auto rejections = reading.rejections();
    reading = Reading(sources, &rejections);
    count.bytes = 0;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        streams[i]->rewind();
        read_one(reading, *streams[i], frame_of(sources[i], i, options, &rejections));
    }
    return reading.result();
}

}  // namespace maintien::io
