#include "arrow_export.hpp"

#include <cstring>

namespace maintien::python {

namespace {

using io::ArrowArray;
using io::ArrowArrayStream;
using io::ArrowSchema;
using Shared = std::shared_ptr<const OutTable>;

constexpr std::int64_t nullable = 2;

std::string format_of(CellKind kind) {
    switch (kind) {
        case CellKind::text: return "U";
        case CellKind::code: return "c";
        case CellKind::day: return "tdD";
        case CellKind::time: return "tts";
        case CellKind::truth: return "b";
        case CellKind::whole: return "i";
        case CellKind::real: return "g";
        default: return "+L";
    }
}

std::size_t width_of(CellKind kind) {
    switch (kind) {
        case CellKind::code: return 1;
        case CellKind::day:
        case CellKind::time:
        case CellKind::whole: return 4;
        case CellKind::real: return 8;
        default: return 0;
    }
}

}  // namespace

OutColumn::OutColumn(std::string column, CellKind kind, const std::vector<std::string_view>& codes) : name(std::move(column)), format(format_of(kind)), kind_(kind), width_(width_of(kind)) {
    if (kind == CellKind::text || kind == CellKind::texts) edges.push_back(0);
    if (kind == CellKind::texts) items = std::make_unique<OutColumn>("item", CellKind::text);
    if (kind != CellKind::code) return;
    dictionary = std::make_unique<OutColumn>("", CellKind::text);
    for (std::size_t i = 0; i < codes.size(); ++i) dictionary->set_text(i, codes[i]);
    dictionary->finish(codes.size());
}

/// Fills up with nulls to a row, which is filled.
void OutColumn::begin(std::size_t row) {
    if (!edges.empty()) edges.resize(row + 1, edges.back());
    if (width_ != 0) bytes.resize(row * width_);
    validity.resize(row / 8 + 1);
    validity[row / 8] = static_cast<std::uint8_t>(validity[row / 8] | 1u << (row % 8));
    ++filled;
}

void OutColumn::add_bytes(const void* value, std::size_t size) {
    const auto* from = static_cast<const char*>(value);
    bytes.insert(bytes.end(), from, from + size);
}

void OutColumn::set_text(std::size_t row, std::string_view text) {
    begin(row);
    add_bytes(text.data(), text.size());
    edges.push_back(static_cast<std::int64_t>(bytes.size()));
}

void OutColumn::set_whole(std::size_t row, std::int64_t number) {
    begin(row);
    if (kind_ == CellKind::truth) {
        bytes.resize(row / 8 + 1);
        if (number != 0) bytes[row / 8] = static_cast<char>(static_cast<unsigned char>(bytes[row / 8]) | 1u << (row % 8));
        return;
    }
    const auto narrow = static_cast<std::int32_t>(number);
    const auto narrower = static_cast<std::int8_t>(number);
    if (width_ == 1) add_bytes(&narrower, 1);
    else add_bytes(&narrow, 4);
}

void OutColumn::set(std::size_t row, const CellValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return set_text(row, *text);
    if (const auto* number = std::get_if<std::int64_t>(&value)) return set_whole(row, kind_ == CellKind::time ? *number * 60 : *number);
    if (const auto* truth = std::get_if<bool>(&value)) return set_whole(row, *truth ? 1 : 0);
    if (const auto* day = std::get_if<Day>(&value)) return set_whole(row, day->days);
    if (const auto* real = std::get_if<double>(&value)) {
        begin(row);
        return add_bytes(real, sizeof *real);
    }
    if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) {
        begin(row);
        for (const auto& text : *texts) items->set_text(items->edges.size() - 1, text);
        edges.push_back(static_cast<std::int64_t>(items->edges.size() - 1));
    }
}

void OutColumn::finish(std::size_t count) {
    rows = count;
    validity.resize(count / 8 + 1);
    if (!edges.empty()) edges.resize(count + 1, edges.back());
    if (width_ != 0) bytes.resize(count * width_);
    if (kind_ == CellKind::truth) bytes.resize(count / 8 + 1);
    if (items) items->finish(items->edges.size() - 1);
}

// ---- the C structures ---------------------------------------------------------------------------------------------

namespace {

/// What a schema or an array keeps: the table, and the structures below it.
template <class Structure>
struct Kept {
    Shared table{};
    std::vector<Structure> children{};
    std::vector<Structure*> places{};
    std::unique_ptr<Structure> dictionary{};
    std::array<const void*, 3> buffers{};
};

template <class Structure>
void let_go(Structure* structure) {
    const std::unique_ptr<Kept<Structure>> kept(static_cast<Kept<Structure>*>(structure->private_data));
    for (auto& child : kept->children)
        if (child.release) child.release(&child);
    if (kept->dictionary && kept->dictionary->release) kept->dictionary->release(kept->dictionary.get());
    structure->release = nullptr;
}

/// Hands what is kept to a structure.
template <class Structure>
void keep(Structure& structure, std::unique_ptr<Kept<Structure>> kept) {
    for (auto& child : kept->children) kept->places.push_back(&child);
    structure.n_children = static_cast<std::int64_t>(kept->places.size());
    structure.children = kept->places.data();
    structure.dictionary = kept->dictionary.get();
    structure.release = &let_go<Structure>;
    structure.private_data = kept.release();
}

ArrowSchema schema_of(const Shared& table, const OutColumn& column) {
    auto kept = std::make_unique<Kept<ArrowSchema>>();
    kept->table = table;
    if (column.items) kept->children.push_back(schema_of(table, *column.items));
    if (column.dictionary) kept->dictionary = std::make_unique<ArrowSchema>(schema_of(table, *column.dictionary));
    ArrowSchema schema{.format = column.format.c_str(), .name = column.name.c_str(), .flags = nullable};
    keep(schema, std::move(kept));
    return schema;
}

ArrowArray array_of(const Shared& table, const OutColumn& column) {
    auto kept = std::make_unique<Kept<ArrowArray>>();
    kept->table = table;
    if (column.items) kept->children.push_back(array_of(table, *column.items));
    if (column.dictionary) kept->dictionary = std::make_unique<ArrowArray>(array_of(table, *column.dictionary));
    const bool text = column.format == "U", list = column.items != nullptr;
    static constexpr char nothing = 0;
    const void* bytes = column.bytes.empty() ? &nothing : static_cast<const void*>(column.bytes.data());
    kept->buffers = {column.filled == column.rows ? nullptr : column.validity.data(), text || list ? static_cast<const void*>(column.edges.data()) : bytes, bytes};
    ArrowArray array{.length = static_cast<std::int64_t>(column.rows), .null_count = static_cast<std::int64_t>(column.rows - column.filled), .n_buffers = text ? 3 : 2, .buffers = kept->buffers.data()};
    keep(array, std::move(kept));
    return array;
}

ArrowSchema schema_of(const Shared& table) {
    auto kept = std::make_unique<Kept<ArrowSchema>>();
    kept->table = table;
    for (const auto& column : table->columns) kept->children.push_back(schema_of(table, *column));
    ArrowSchema schema{.format = "+s", .name = ""};
    keep(schema, std::move(kept));
    return schema;
}

ArrowArray array_of(const Shared& table) {
    auto kept = std::make_unique<Kept<ArrowArray>>();
    kept->table = table;
    for (const auto& column : table->columns) kept->children.push_back(array_of(table, *column));
    ArrowArray array{.length = static_cast<std::int64_t>(table->rows), .n_buffers = 1, .buffers = kept->buffers.data()};
    keep(array, std::move(kept));
    return array;
}

/// A table that has been told, or not yet.
struct Stream {
    Shared table{};
    bool told = false;
};

Stream& stream_in(ArrowArrayStream* stream) { return *static_cast<Stream*>(stream->private_data); }

int tell_schema(ArrowArrayStream* stream, ArrowSchema* into) {
    *into = schema_of(stream_in(stream).table);
    return 0;
}

int tell_next(ArrowArrayStream* stream, ArrowArray* into) {
    auto& from = stream_in(stream);
    *into = std::exchange(from.told, true) ? ArrowArray{} : array_of(from.table);
    return 0;
}

const char* no_error(ArrowArrayStream*) { return nullptr; }

void end_stream(ArrowArrayStream* stream) {
    delete &stream_in(stream);
    stream->release = nullptr;
}

constexpr const char* capsule_name = "arrow_array_stream";

void free_capsule(PyObject* capsule) {
    auto* stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, capsule_name));
    if (stream->release) stream->release(stream);
    delete stream;
}

}  // namespace

std::shared_ptr<const OutTable> table_of(const std::vector<FrameColumn>& columns, std::size_t rows) {
    auto table = std::make_shared<OutTable>();
    table->rows = rows;
    for (const auto& column : columns) {
        auto out = std::make_unique<OutColumn>(column.name, column.kind, column.codes);
        for (std::size_t row = 0; row < rows; ++row)
            if (const auto value = column.value(row); value.index() != 0) out->set(row, value);
        out->finish(rows);
        table->columns.push_back(std::move(out));
    }
    return table;
}

py::capsule stream_of(std::shared_ptr<const OutTable> table) {
    auto stream = std::make_unique<ArrowArrayStream>(ArrowArrayStream{&tell_schema, &tell_next, &no_error, &end_stream, nullptr});
    auto kept = std::make_unique<Stream>(Stream{std::move(table), false});
    stream->private_data = kept.get();
    auto* capsule = PyCapsule_New(stream.get(), capsule_name, &free_capsule);
    if (!capsule) throw py::error_already_set();
    (void)kept.release();
    (void)stream.release();
    return py::reinterpret_steal<py::capsule>(capsule);
}

}  // namespace maintien::python
