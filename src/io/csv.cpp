#include "maintien/io/csv.hpp"

#include <algorithm>
#include <array>

#include "bytes.hpp"

namespace maintien::io {

namespace {

constexpr std::string_view stray_quote = "a quote inside an unquoted cell", quoted_whole = "the whole cell in quotes, its own quotes doubled";
constexpr std::string_view after_quote = "text after a closing quote", delimiter_next = "a delimiter or the end of the line";
constexpr std::string_view open_quote = "a quote that is never closed", closing_quote = "a closing quote";
constexpr std::string_view lone_return = "a carriage return alone", line_end = "LF or CRLF at the end of a line";

std::size_t found_or_end(std::string_view bytes, char c, std::size_t from) {
    const auto at = from < bytes.size() ? bytes.find(c, from) : std::string_view::npos;
    return at == std::string_view::npos ? bytes.size() : at;
}

}  // namespace

bool CsvCursor::ends_cell(std::size_t at) const {
    if (at >= bytes_.size() || bytes_[at] == delimiter_ || bytes_[at] == '\n') return true;
    return bytes_[at] == '\r' && (at + 1 == bytes_.size() || bytes_[at + 1] == '\n');
}

std::size_t CsvCursor::plain_cell(std::size_t from, CsvRecord& record) const {
    const char* const begin = bytes_.data();
    const char* const end = begin + bytes_.size();
    const char* at = begin + from;
    bool faulty = false;
    for (;; ++at) {
        at = first_mark(at, end, delimiter_);
        if (at == end || *at == delimiter_ || *at == '\n') break;
        const auto where = static_cast<std::size_t>(at - begin);
        if (*at == '\r' && ends_cell(where)) break;
        if ((*at == '"' || *at == '\r') && !faulty) {
            faulty = true;
            record.faults.push_back(*at == '"' ? CsvFault{where, stray_quote, quoted_whole} : CsvFault{where, lone_return, line_end});
        }
    }
    const auto stop = static_cast<std::size_t>(at - begin);
    if (stop > from) record.cells.push_back({from, stop, static_cast<std::uint32_t>(record.count)});
    return stop;
}

std::size_t CsvCursor::broken_off(std::size_t from, CsvRecord& record) const {
    auto stop = found_or_end(bytes_, '\n', from);
    record.cells.push_back({from, stop, static_cast<std::uint32_t>(record.count)});
    if (stop != bytes_.size() && stop > from && bytes_[stop - 1] == '\r') --stop;
    return stop;
}

std::size_t CsvCursor::quoted_cell(std::size_t from, CsvRecord& record) const {
    bool doubled = false;
    auto close = found_or_end(bytes_, '"', from + 1);
    while (close + 1 < bytes_.size() && bytes_[close + 1] == '"') {
        doubled = true;
        close = found_or_end(bytes_, '"', close + 2);
    }
    if (close < bytes_.size() && ends_cell(close + 1)) {
        record.cells.push_back({from, close + 1, static_cast<std::uint32_t>(record.count), true, doubled});
        return close + 1;
    }
    const bool open = close >= bytes_.size();
    if (open) record.ended = false;
    record.faults.push_back(open ? CsvFault{from, open_quote, closing_quote} : CsvFault{close + 1, after_quote, delimiter_next});
    return broken_off(from, record);
}

/// Reads the cells of a record from its first byte on; gives where it stops.
std::size_t CsvCursor::read_cells(CsvRecord& record) const {
    for (auto stop = record.begin;; ++stop, ++record.count) {
        const auto empty = run_length(bytes_, delimiter_, stop);
        stop += empty;
        record.count += empty;
        stop = stop < bytes_.size() && bytes_[stop] == '"' ? quoted_cell(stop, record) : plain_cell(stop, record);
        if (stop < bytes_.size() && bytes_[stop] == delimiter_) continue;
        ++record.count;
        return stop;
    }
}

bool CsvCursor::next(CsvRecord& record) {
    if (at_ >= bytes_.size()) return false;
    record.begin = at_;
    record.line = line_;
    record.count = 0;
    record.cells.clear();
    record.faults.clear();
    record.ended = true;
    record.end = read_cells(record);
    at_ = found_or_end(bytes_, '\n', record.end);
    if (at_ == bytes_.size()) record.ended = false;
    ++line_;
    for (const auto& cell : record.cells)
        if (cell.quoted) line_ += lines_in(bytes_.substr(cell.begin, cell.end - cell.begin));
    at_ = std::min(at_ + 1, bytes_.size());
    return true;
}

const CsvCell* cell_at(const CsvRecord& record, std::size_t number) {
    const auto at = std::lower_bound(record.cells.begin(), record.cells.end(), number, [](const CsvCell& cell, std::size_t n) { return cell.number < n; });
    return at != record.cells.end() && at->number == number ? &*at : nullptr;
}

std::size_t begin_of(const CsvRecord& record, std::size_t number) {
    const auto after = std::upper_bound(record.cells.begin(), record.cells.end(), number, [](std::size_t n, const CsvCell& cell) { return n < cell.number; });
    if (after == record.cells.begin()) return record.begin + number;
    const auto& before = *(after - 1);
    // The cells between are empty: each is as long as its delimiter.
    return before.number == number ? before.begin : before.end + (number - before.number);
}

std::string_view cell_text(std::string_view bytes, const CsvCell& cell, Encoding encoding, std::string& scratch) {
    const bool whole = cell.quoted && cell.end >= cell.begin + 2;
    auto raw = whole ? bytes.substr(cell.begin + 1, cell.end - cell.begin - 2) : bytes.substr(cell.begin, cell.end - cell.begin);
    const bool other = encoding == Encoding::windows_1252 && has_high_byte(raw);
    if (!other && !cell.doubled) return trimmed(raw);
    std::string decoded;
    append_utf_8(decoded, raw, encoding);
    scratch.clear();
    for (std::size_t i = 0; i < decoded.size(); ++i) {
        scratch += decoded[i];
        if (cell.doubled && decoded[i] == '"') ++i;
    }
    return trimmed(scratch);
}

FilePlace place_of(std::string_view bytes, const CsvRecord& record, std::size_t at, Encoding encoding) {
    const auto before = bytes.substr(record.begin, at - record.begin);
    const auto last = before.rfind('\n');
    const auto line_begin = last == std::string_view::npos ? 0 : last + 1;
    return {record.line + lines_in(before), count_characters(before.substr(line_begin), encoding) + 1};
}

char detect_delimiter(std::string_view beginning) {
    constexpr std::array<char, 3> candidates{';', ',', '\t'};
    std::array<int, 3> counts{};
    bool inside = false, filled = false;
    for (const char c : beginning) {
        if (c == '"') inside = !inside;
        if (c == '\n' && !inside) {
            if (filled) break;
            counts = {};
        }
        const auto at = std::find(candidates.begin(), candidates.end(), c);
        if (at != candidates.end() && !inside) ++counts[static_cast<std::size_t>(at - candidates.begin())];
        if (at == candidates.end() && c != '\n' && c != '\r' && c != ' ' && c != '"') filled = true;
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return *most == 0 ? ',' : candidates[static_cast<std::size_t>(most - counts.begin())];
}

bool is_empty(std::string_view bytes, const CsvRecord& record, Encoding encoding) {
    std::string scratch;
    return std::all_of(record.cells.begin(), record.cells.end(),
                       [&](const CsvCell& cell) { return cell_text(bytes, cell, encoding, scratch).empty(); });
}

}  // namespace maintien::io
