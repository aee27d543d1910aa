#include "maintien/io/events.hpp"

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "block_reader.hpp"
#include "maintien/register/parallel.hpp"
#include "rows.hpp"
#include "sources.hpp"

namespace maintien::io {

namespace {

/// A block and what it gives.
struct Part {
    Block block{};
    Batch batch{};
    bool first = false;
};

/// One source being read: blocks are read side by side, a round at a time, while the round before is put together.
class EventSource {
public:
    EventSource(Reading& reading, ByteStream& stream, Frame frame, const Source& source, unsigned threads)
        : reading_(reading), frame_(std::move(frame)), threads_(threads),
          dialect_(source.dialect), source_(source), stream_(stream) {}

    void read();

private:
    bool begin(BlockReader& blocks);
    std::vector<Part> next_round(BlockReader& blocks);
    Batch batch_of(const Part& part, const DateUse& dates) const;
    void put_together(std::vector<Part>& parts);
    void round(std::vector<Part>& fresh, std::vector<Part>& before);

    Reading& reading_;
    Frame frame_;
    unsigned threads_;
    Dialect dialect_;
    const Source& source_;
    ByteStream& stream_;
    Columns columns_;
    std::optional<Part> begun_;  // the first block of a table, its header taken off
    bool first_ = true;
    bool stopped_ = false;
};

/// Finds out the dialect, and reads the header of a table; false when nothing more can be read.
bool EventSource::begin(BlockReader& blocks) {
    const auto beginning = blocks.beginning();
    refuse_utf_16(beginning, frame_.file);
    dialect_ = dialect_of(source_, beginning);
    if (dialect_ == Dialect::json_lines) return true;
    const char delimiter = comma_or_semicolon(beginning, frame_.file);
    blocks.cut_as_table(delimiter);
    begun_.emplace();
    blocks.next(begun_->block);
    if (begun_->block.too_long) throw DocumentError(too_long(begun_->block, frame_.file));
    columns_ = read_columns(begun_->block, delimiter, frame_.file);
    reading_.skipped(frame_.source, columns_.empty_rows);
    const bool has_ids = columns_.column_of[static_cast<std::size_t>(Key::id)] != no_column;
    if (!columns_.readable || (!has_ids && !columns_.problems.empty())) reading_.ids_unknown();
    reading_.refuse(frame_.source, std::exchange(columns_.problems, {}));
    return columns_.readable;
}

std::vector<Part> EventSource::next_round(BlockReader& blocks) {
    std::vector<Part> parts;
    if (begun_) {
        parts.push_back(std::move(*begun_));
        begun_.reset();
    }
    const auto wanted = threads_ == 1 ? std::size_t{1} : std::size_t{2} * threads_;
    while (parts.size() < wanted) {
        Part part;
        if (!blocks.next(part.block)) break;
        part.first = std::exchange(first_, false);
        parts.push_back(std::move(part));
    }
    return parts;
}

Batch EventSource::batch_of(const Part& part, const DateUse& dates) const {
    auto frame = frame_;
    frame.dates = dates;
    return dialect_ == Dialect::csv ? read_table_block(part.block, columns_, frame) : read_json_block(part.block, part.first, frame);
}

void EventSource::put_together(std::vector<Part>& parts) {
    for (auto& part : parts) {
        if (stopped_) return;
        const auto known = reading_.dates;
        const auto& own = part.batch.dates;
        // A block is read on its own: that the blocks before it write dates in another way is seen only now.
        const bool differs = own.style != known.style || (own.line != known.line && !part.batch.problems.empty());
        if (known.style != DateStyle::automatic && differs) part.batch = batch_of(part, known);
        stopped_ = part.batch.stop;
        if (known.style == DateStyle::automatic) reading_.dates = part.batch.dates;
        reading_.merge(std::move(part.batch), frame_);
    }
}

void EventSource::round(std::vector<Part>& fresh, std::vector<Part>& before) {
    const auto dates = reading_.dates;
    in_parallel(fresh.size() + 1, threads_, [&](std::size_t i, unsigned) {
        if (i == 0) put_together(before);
        else fresh[i - 1].batch = batch_of(fresh[i - 1], dates);
    });
}

void EventSource::read() {
    reading_.dates = {};
    BlockReader blocks(stream_, Encoding::automatic);
    if (!begin(blocks)) return;
    std::vector<Part> before;
    do {
        auto fresh = next_round(blocks);
        round(fresh, before);
        before = std::move(fresh);
    } while (!before.empty() && !stopped_);
}

}  // namespace

ReadResult read_events(std::span<const Source> sources, const ReadOptions& options) {
    const auto threads = thread_count(options.threads);
    return read_sources(sources, options, [&](Reading& reading, ByteStream& stream, const Frame& frame) {
        EventSource(reading, stream, frame, sources[frame.source], threads).read();
    });
}

}  // namespace maintien::io
