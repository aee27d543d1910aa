#include "maintien/io/visits.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "rows.hpp"

namespace maintien::io {

namespace {

/// The columns of a list of visits.
enum class VisitColumn : std::uint8_t { visit, worker, employer, physician, on, kind };
const std::vector<std::string_view> visit_columns{"visit", "worker", "employer", "physician", "on", "kind"};

std::vector<std::string_view> visit_kind_spellings() {
    std::vector<std::string_view> spellings;
    for (const auto kind : visit_kinds()) spellings.push_back(visit_kind_code(kind));
    return spellings;
}

/// Reads a list of visits, noting every fault.
class VisitReader {
public:
    explicit VisitReader(const Source& source) : file_(source.name), stream_(source, false) {}

    VisitList read();

private:
    bool header(Block& block, char delimiter);
    void rows(const Block& block, char delimiter);
    void row(const Block& block);
    void wrong(const Block& block, VisitColumn column, std::string found, std::string expected);
    std::string_view cell(const Block& block, VisitColumn column);
    std::string text(const Block& block, VisitColumn column);
    Day day(const Block& block);
    std::optional<Origin> kind(const Block& block);
    void check_unique(const Block& block, const VisitId& visit);

    const std::string& file_;
    ByteStream stream_;
    std::array<std::size_t, 6> at_{};  // of each column its place in the table
    std::size_t width_ = 0;
    CsvRecord record_;
    std::vector<Problem> faults_;
    std::string scratch_;
    DateUse dates_;
    std::unordered_map<std::string, std::size_t> line_of_visit_;
    Problems problems_;
    VisitList list_;
};

/// Finds the columns; false when rows cannot be read by them.
bool VisitReader::header(Block& block, char delimiter) {
    auto header = read_header(block, delimiter, file_);
    list_.skipped_empty_rows += header.empty_rows;
    at_.fill(no_column);
    width_ = header.names.size();
    problems_.add(std::move(header.problems));
    if (!problems_.empty()) return false;
    for (std::size_t i = 0; i < width_; ++i) {
        const auto& name = header.names[i];
        const auto column = std::find(visit_columns.begin(), visit_columns.end(), name);
        const auto note = [&](std::string found, std::string expected) {
            problems_.add({file_, header.places[i].line, header.places[i].column, {}, std::move(found), std::move(expected)});
        };
        if (column == visit_columns.end()) {
            note("an unknown column " + in_quotes(name), "a column of a list of visits" + perhaps(name, visit_columns));
            continue;
        }
        auto& at = at_[static_cast<std::size_t>(column - visit_columns.begin())];
        if (at != no_column) note("the column " + in_quotes(name) + " again", "each column once");
        else at = i;
    }
    for (std::size_t i = 0; i < at_.size(); ++i)
        if (at_[i] == no_column) problems_.add({file_, header.place.line, 1, {}, "no column " + in_quotes(visit_columns[i]), "one in every list of visits"});
    return true;
}

std::string_view VisitReader::cell(const Block& block, VisitColumn column) {
    const auto at = at_[static_cast<std::size_t>(column)];
    const auto* filled = at == no_column ? nullptr : cell_at(record_, at);
    return filled ? cell_text(block.bytes, *filled, block.encoding, scratch_) : std::string_view{};
}

void VisitReader::wrong(const Block& block, VisitColumn column, std::string found, std::string expected) {
    const auto at = at_[static_cast<std::size_t>(column)];
    if (at == no_column) return;  // said once, of the header
    const auto place = place_of(block.bytes, record_, begin_of(record_, at), block.encoding);
    faults_.push_back({file_, place.line, place.column, {}, std::move(found), std::move(expected)});
}

std::string VisitReader::text(const Block& block, VisitColumn column) {
    const auto said = cell(block, column);
    if (said.empty()) wrong(block, column, "nothing", "a " + std::string(visit_columns[static_cast<std::size_t>(column)]));
    return std::string(said);
}

Day VisitReader::day(const Block& block) {
    const auto said = cell(block, VisitColumn::on);
    const auto iso = parse_iso(said), french = parse_french(said);
    const auto style = iso ? DateStyle::iso : DateStyle::french;
    if ((iso || french) && dates_.style == DateStyle::automatic) dates_ = {style, record_.line};
    if ((iso || french) && dates_.style == style) return iso ? *iso : *french;
    const auto found = said.empty() ? "nothing" : in_quotes(said);
    const auto where = (iso || french) ? " as on line " + std::to_string(dates_.line) : "";
    wrong(block, VisitColumn::on, found, "a date " + std::string(spelling_of(dates_.style)) + where);
    return no_day;
}

std::optional<Origin> VisitReader::kind(const Block& block) {
    const auto said = cell(block, VisitColumn::kind);
    if (said == absence_code) return std::nullopt;
    const auto origin = from_code<Origin>(said);
    if (!origin)
        wrong(block, VisitColumn::kind, said.empty() ? "nothing" : in_quotes(said), "a code of origin, or absence" + perhaps(said, visit_kind_spellings()));
    return origin;
}

void VisitReader::check_unique(const Block& block, const VisitId& visit) {
    const auto [at, fresh] = line_of_visit_.emplace(visit.text, record_.line);
    if (!fresh) wrong(block, VisitColumn::visit, in_quotes(visit.text), "each visit once: it stands on line " + std::to_string(at->second));
}

void VisitReader::row(const Block& block) {
    faults_.clear();
    if (record_.faults.empty() && is_empty(block.bytes, record_, block.encoding)) {
        ++list_.skipped_empty_rows;
        return;
    }
    check_record(block, record_, file_, faults_);
    check_length(block, record_, width_, file_, faults_);
    if (faults_.empty()) {
        VisitRecord visit{{text(block, VisitColumn::visit)},       {text(block, VisitColumn::worker)}, {text(block, VisitColumn::employer)},
                          {text(block, VisitColumn::physician)}, day(block),                           kind(block)};
        if (known(visit.visit)) check_unique(block, visit.visit);
        list_.visits.push_back(std::move(visit));
    }
    std::stable_sort(faults_.begin(), faults_.end(), [](const Problem& a, const Problem& b) { return std::tie(a.line, a.column) < std::tie(b.line, b.column); });
    for (auto& fault : faults_) problems_.add(std::move(fault));
}

void VisitReader::rows(const Block& block, char delimiter) {
    if (block.too_long) return problems_.add(too_long(block, file_));
    CsvCursor cursor(block.bytes, delimiter, block.first_line);
    while (cursor.next(record_)) row(block);
}

VisitList VisitReader::read() {
    BlockReader blocks(stream_, Encoding::automatic);
    refuse_utf_16(blocks.beginning(), file_);
    const char delimiter = detect_delimiter(blocks.beginning());
    blocks.cut_as_table(delimiter);
    Block block;
    blocks.next(block);
    if (block.too_long) throw DocumentError(too_long(block, file_));
    if (!header(block, delimiter)) throw DocumentError(std::move(problems_));
    do rows(block, delimiter);
    while (blocks.next(block));
    if (!problems_.empty()) throw DocumentError(std::move(problems_));
    return std::move(list_);
}

}  // namespace

VisitList read_visits(const Source& source) { return VisitReader(source).read(); }

}  // namespace maintien::io
