#include <utility>

#include "import_rows.hpp"
#include "maintien/io/mapping.hpp"
#include "one_line.hpp"
#include "sources.hpp"

namespace maintien::io {

namespace {

/// Reads a whole table.
class TableImport {
public:
    explicit TableImport(const Mapping& mapping) : mapping_(mapping) {}

    void read(Reading& reading, ByteStream& stream, const Frame& frame);
    std::vector<std::string> remarks(const std::string& table) const;

    std::vector<std::string> unmapped;

private:
    TablePlan plan(Reading& reading, Block& first, char delimiter, const Frame& frame);

    const Mapping& mapping_;
    ImportNotes notes_;
};

/// Takes the header off the first block and makes the plan by it. @throws DocumentError when the mapping does not fit it.
TablePlan TableImport::plan(Reading& reading, Block& first, char delimiter, const Frame& frame) {
    if (first.too_long) throw DocumentError(too_long(first, frame.file));
    auto header = read_header(first, delimiter, frame.file);
    if (!header.problems.empty()) throw DocumentError(std::move(header.problems));
    reading.skipped(frame.source, header.empty_rows);
    auto planned = plan_table(mapping_, header, frame.file);
    unmapped = std::move(planned.unmapped);
    if (!planned.problems.empty()) throw DocumentError(std::move(planned.problems));
    return std::move(planned.plan);
}

void TableImport::read(Reading& reading, ByteStream& stream, const Frame& frame) {
    notes_ = {};
    BlockReader blocks(stream, mapping_.encoding);
    refuse_utf_16(blocks.beginning(), frame.file);
    const char delimiter = mapping_.delimiter != 0 ? mapping_.delimiter : detect_delimiter(blocks.beginning());
    blocks.cut_as_table(delimiter);
    Block block;
    blocks.next(block);
    const auto table = plan(reading, block, delimiter, frame);
    auto of_block = frame;
    of_block.dates = {mapping_.dates, 0};
    bool more = true;
    do {
        auto batch = read_import_block(block, table, delimiter, of_block, notes_);
        of_block.dates = batch.dates;
        more = !batch.stop;
        reading.merge(std::move(batch), of_block);
    } while (more && blocks.next(block));
}

std::vector<std::string> TableImport::remarks(const std::string& table) const {
    std::vector<std::string> remarks;
    const auto rows = [](std::int64_t count) { return std::to_string(count) + (count == 1 ? " row" : " rows"); };
    if (notes_.without_event != 0) remarks.push_back(table + ": " + rows(notes_.without_event) + " without any event");
    for (const auto& [column, count] : notes_.unused)
        remarks.push_back(table + ": " + rows(count) + " with " + in_quotes(column) + " filled and no event that takes it");
    return remarks;
}

}  // namespace

ImportResult import_table(const Source& table, const Mapping& mapping, const ReadOptions& options) {
    TableImport import(mapping);
    ImportResult result{read_sources({&table, 1}, options, [&](Reading& reading, ByteStream& stream, const Frame& frame) {
        import.read(reading, stream, frame);
    }), {}};
    result.unmapped_columns = std::move(import.unmapped);
    for (auto& remark : import.remarks(on_one_line(table.name))) result.remarks.push_back(std::move(remark));
    return result;
}

}  // namespace maintien::io
