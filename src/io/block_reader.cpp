#include "block_reader.hpp"

#include <algorithm>

#include "bytes.hpp"
#include "maintien/io/csv.hpp"
#include "maintien/io/events.hpp"

namespace maintien::io {

BlockReader::BlockReader(ByteStream& stream, Encoding encoding) : stream_(stream), encoding_(encoding) {
    fill(block_size);
    if (encoding != Encoding::windows_1252 && buffer_.starts_with(byte_order_mark)) {
        buffer_.erase(0, byte_order_mark.size());
        encoding_ = Encoding::utf_8;
    }
}

void BlockReader::fill(std::size_t size) {
    const auto before = buffer_.size();
    if (at_end_ || size <= before) return;
    buffer_.resize(size);
    const auto count = stream_.read(buffer_.data() + before, size - before);
    buffer_.resize(before + count);
    at_end_ = count < size - before;
}

/// Only records with a quote are read: without one, a record is a line.
std::size_t BlockReader::whole_table_records() const {
    const std::string_view bytes = buffer_;
    CsvRecord record;
    for (std::size_t cut = 0;;) {
        const auto quote = std::min(bytes.find('"', cut), bytes.size());
        const auto line_end = bytes.substr(cut, quote - cut).rfind('\n');
        if (line_end != std::string_view::npos) cut += line_end + 1;
        CsvCursor cursor(bytes.substr(cut), delimiter_);
        if (quote == bytes.size() || !cursor.next(record) || !record.ended) return cut;
        cut += cursor.at();
    }
}

std::size_t BlockReader::whole_records() const {
    if (delimiter_ != 0 && buffer_.find('"') != std::string::npos) return whole_table_records();
    const auto last = buffer_.rfind('\n');
    return last == std::string::npos ? 0 : last + 1;
}

std::size_t BlockReader::first_cut() {
    for (auto size = block_size;; size = std::min(size * 2, longest_record + 1)) {
        fill(size);
        if (at_end_ && buffer_.size() <= longest_record) return buffer_.size();
        if (const auto cut = whole_records(); cut != 0) return cut;
        if (buffer_.size() > longest_record) break;
    }
    // A quote that is never closed costs the line it stands on, not the rest of the file.
    CsvCursor cursor(buffer_, delimiter_);
    CsvRecord record;
    if (delimiter_ != 0 && cursor.next(record) && !record.faults.empty() && cursor.at() < buffer_.size()) return cursor.at();
    too_long_ = true;
    return buffer_.size();
}

bool BlockReader::next(Block& block) {
    fill(block_size);
    if (buffer_.empty() || too_long_) return false;
    const auto cut = first_cut();
    block.bytes.assign(buffer_, 0, cut);
    buffer_.erase(0, cut);
    block.first_line = line_;
    block.too_long = too_long_;
    line_ += lines_in(block.bytes);
    if (encoding_ == Encoding::automatic) encoding_ = detect_encoding(block.bytes).value_or(Encoding::automatic);
    block.encoding = encoding_ == Encoding::automatic ? Encoding::utf_8 : encoding_;
    return true;
}

}  // namespace maintien::io
