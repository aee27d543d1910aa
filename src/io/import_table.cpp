#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "maintien/case/canonical_json.hpp"
#include "maintien/io/mapping.hpp"
#include "rows.hpp"
#include "sources.hpp"

namespace maintien::io {

namespace {

/// A constant or a translation, ready to be said.
struct Meaning {
    Form form = Form::string;
    std::string text{};
};

Meaning meaning_of(Key key, const std::string& json) {
    JsonScanner scanner;
    std::vector<JsonValue> items;
    const auto array = "[" + json + "]";
    scanner.scan_array(array, items);
    return {mapped_form(key, items.front().kind), std::string(items.front().text)};
}

/// A value of the mapping, its column found in the table.
struct ValuePlan {
    Key key = Key::case_number;
    std::size_t column = no_column;
    bool translated = false;
    std::map<std::string, Meaning, std::less<>> meanings{};
    Meaning constant{};
};

struct EventPlan {
    const MappedEvent* mapped = nullptr;
    std::size_t on = no_column, recorded_on = no_column, when = no_column;
    std::vector<ValuePlan> values{};  // the event first
};

/// The columns of a table as a mapping names them.
struct TablePlan {
    std::size_t columns = 0, case_column = no_column;
    std::vector<ValuePlan> case_values{};
    std::vector<EventPlan> events{};
    std::map<std::size_t, std::set<std::string, std::less<>>> listed{};  // by condition column: every value the mapping knows
    std::vector<bool> only_said{};                                       // columns that only say something of an event
    std::vector<std::string> names{};
};

/// Finds the columns of a mapping in a header.
class Planner {
public:
    Planner(const Mapping& mapping, const Header& header, const std::string& file) : mapping_(mapping), header_(header), file_(file) {}

    TablePlan plan();
    std::vector<std::string> unmapped() const;

    Problems problems;

private:
    std::size_t column(const std::string& name, const std::string& pointer);
    ValuePlan value(const MappedValue& mapped);
    EventPlan event(const MappedEvent& mapped);
    void list_values(TablePlan& plan);

    const Mapping& mapping_;
    const Header& header_;
    const std::string& file_;
    std::set<std::string> named_;
};

std::size_t Planner::column(const std::string& name, const std::string& pointer) {
    if (name.empty()) return no_column;
    const bool first_time = named_.insert(name).second;
    const auto at = std::find(header_.names.begin(), header_.names.end(), name);
    const auto note = [&](std::string found, std::string expected) {
        if (first_time) problems.add({file_, header_.place.line, 1, {}, std::move(found), std::move(expected)});
    };
    if (at == header_.names.end()) {
        const auto near = nearest(name, {header_.names.begin(), header_.names.end()});
        note("no column " + in_quotes(name), "the column that " + pointer + " of " + mapping_.name + " names" +
                                              (near.empty() ? "" : ", perhaps " + in_quotes(near)));
        return no_column;
    }
    if (std::find(at + 1, header_.names.end(), name) != header_.names.end()) note("the column " + in_quotes(name) + " twice", "it once");
    return static_cast<std::size_t>(at - header_.names.begin());
}

ValuePlan Planner::value(const MappedValue& mapped) {
    ValuePlan plan{*key_called(mapped.field), column(mapped.column, mapped.pointer), mapped.translated, {}, {}};
    if (mapped.column.empty()) plan.constant = meaning_of(plan.key, mapped.constant);
    for (const auto& [word, json] : mapped.codes) plan.meanings.emplace(word, meaning_of(plan.key, json));
    return plan;
}

EventPlan Planner::event(const MappedEvent& mapped) {
    EventPlan plan{&mapped, column(mapped.on, mapped.pointer + "/on"), column(mapped.recorded_on, mapped.pointer + "/recorded_on"),
                   column(mapped.when.column, mapped.pointer + "/when/column"), {}};
    plan.values.push_back(value(mapped.event));
    for (const auto& said : mapped.values) plan.values.push_back(value(said));
    return plan;
}

void Planner::list_values(TablePlan& plan) {
    for (const auto& event : plan.events)
        if (event.when != no_column) plan.listed[event.when].insert(event.mapped->when.values.begin(), event.mapped->when.values.end());
    for (const auto& [name, values] : mapping_.ignore) {
        const auto at = column(name, "/ignore" + pointer_step(name));
        if (const auto found = plan.listed.find(at); found != plan.listed.end()) found->second.insert(values.begin(), values.end());
    }
}

TablePlan Planner::plan() {
    TablePlan plan;
    plan.columns = header_.names.size();
    plan.names = header_.names;
    plan.case_column = column(mapping_.case_column, "/case");
    for (const auto& mapped : mapping_.case_values) plan.case_values.push_back(value(mapped));
    for (const auto& mapped : mapping_.events) plan.events.push_back(event(mapped));
    list_values(plan);
    plan.only_said.assign(plan.columns, false);
    const auto mark = [&](std::size_t at, bool yes) {
        if (at != no_column) plan.only_said[at] = yes;
    };
    for (const auto& event : plan.events)
        for (const auto& said : event.values) mark(said.column, true);
    for (const auto& event : plan.events) mark(event.on, false), mark(event.recorded_on, false), mark(event.when, false);
    for (const auto& said : plan.case_values) mark(said.column, false);
    mark(plan.case_column, false);
    return plan;
}

std::vector<std::string> Planner::unmapped() const {
    std::vector<std::string> names;
    for (const auto& name : header_.names)
        if (!named_.contains(name)) names.push_back(name);
    return names;
}

/// What the rows of a table have shown so far.
struct ImportNotes {
    std::unordered_map<std::string, std::size_t> line_of_case{};
    std::map<std::string, std::int64_t> unused{};  // by column: rows that fill it and yield no event that reads it
    std::int64_t without_event = 0;
};

/// Reads the rows of one block of a table.
class ImportRows {
public:
    ImportRows(const Block& block, const TablePlan& plan, char delimiter, const Frame& frame, ImportNotes& notes)
        : block_(block), plan_(plan), delimiter_(delimiter), frame_(frame), notes_(notes), builder_(frame) {}

    Batch read();

private:
    void row();
    void read_cells();
    void fault_at(std::size_t column, std::string found, std::string expected);
    FilePlace place_at(std::size_t column) const;
    bool holds(const EventPlan& event) const;
    void check_conditions();
    void check_days();
    void check_repetition(const DecodedRow& base);
    void say_case();
    void say_value(const ValuePlan& plan);
    void say_translated(const ValuePlan& plan);
    const Meaning* translate(const ValuePlan& plan, std::string_view word);
    void say_event(const EventPlan& event, bool first);
    void decode_event(const EventPlan& event);
    void note_unused();
    void finish();

    const Block& block_;
    const TablePlan& plan_;
    char delimiter_;
    const Frame& frame_;
    ImportNotes& notes_;
    BatchBuilder builder_;
    CsvRecord record_;
    std::vector<std::string> cells_;
    std::vector<Said> said_;
    std::vector<std::unique_ptr<std::string>> built_;  // texts of what is said that stand nowhere else
    std::set<Key> failed_;                             // keys whose word could not be translated
    std::vector<DecodedRow> rows_;
    std::vector<const EventPlan*> yielded_;
    std::vector<Problem> problems_;
};

FilePlace ImportRows::place_at(std::size_t column) const {
    const auto cell = column < record_.cells.size() ? record_.cells[column].begin : record_.begin;
    return place_of(block_.bytes, record_, cell, block_.encoding);
}

void ImportRows::fault_at(std::size_t column, std::string found, std::string expected) {
    const auto place = place_at(column);
    Problem problem{frame_.file, place.line, place.column, {}, std::move(found), std::move(expected)};
    // What is wrong with the case is wrong with each of its events, and said once.
    if (std::find(problems_.begin(), problems_.end(), problem) == problems_.end()) problems_.push_back(std::move(problem));
}

void ImportRows::read_cells() {
    cells_.resize(plan_.columns);
    std::string scratch;
    for (std::size_t i = 0; i < plan_.columns; ++i)
        cells_[i] = i < record_.cells.size() ? std::string(cell_text(block_.bytes, record_.cells[i], block_.encoding, scratch)) : "";
}

bool ImportRows::holds(const EventPlan& event) const {
    if (event.when == no_column) return true;
    const auto& values = event.mapped->when.values;
    return (std::find(values.begin(), values.end(), cells_[event.when]) != values.end()) == event.mapped->when.in;
}

void ImportRows::check_conditions() {
    for (const auto& [column, values] : plan_.listed)
        if (!values.contains(cells_[column])) {
            const auto near = nearest(cells_[column], {values.begin(), values.end()});
            fault_at(column, in_quotes(cells_[column]), "a value that the mapping lists" + (near.empty() ? "" : ", perhaps " + in_quotes(near)));
        }
}

/// A day that no event takes would be lost without a word.
void ImportRows::check_days() {
    std::set<std::size_t> taken;
    for (const auto& event : plan_.events)
        if (event.on != no_column && holds(event)) taken.insert(event.on);
    for (const auto& event : plan_.events)
        if (event.on != no_column && !cells_[event.on].empty() && taken.insert(event.on).second)
            fault_at(event.on, in_quotes(cells_[event.on]), "an empty cell, for no condition of the events of this day holds");
}

const Meaning* ImportRows::translate(const ValuePlan& plan, std::string_view word) {
    const auto at = plan.meanings.find(word);
    if (at != plan.meanings.end()) return &at->second;
    std::vector<std::string_view> words;
    for (const auto& [known_word, meaning] : plan.meanings) words.push_back(known_word);
    const auto near = nearest(word, words);
    if (failed_.insert(plan.key).second)
        fault_at(plan.column, in_quotes(word), "a word that the mapping lists for " + std::string(name_of(plan.key)) +
                                                (near.empty() ? "" : ", perhaps " + in_quotes(near)));
    return nullptr;
}

void ImportRows::say_translated(const ValuePlan& plan) {
    const auto& cell = cells_[plan.column];
    const bool list = is_attribute(plan.key) && shape_of(attribute_of(plan.key)).kind == ValueKind::code_set;
    if (!list || plan.meanings.contains(cell) || cell.find('|') == std::string::npos) {
        const auto* meaning = translate(plan, cell);
        if (meaning) said_.push_back({plan.key, meaning->form, meaning->text, plan.column});
        return;
    }
    auto joined = std::make_unique<std::string>();
    for (std::size_t from = 0; from <= cell.size();) {
        const auto bar = std::min(cell.find('|', from), cell.size());
        const auto* meaning = translate(plan, trimmed(std::string_view(cell).substr(from, bar - from)));
        if (!meaning) return;
        joined->append(from == 0 ? "" : "|").append(meaning->text);
        from = bar + 1;
    }
    said_.push_back({plan.key, Form::cell, *joined, plan.column});
    built_.push_back(std::move(joined));
}

void ImportRows::say_value(const ValuePlan& plan) {
    if (plan.column == no_column) {
        said_.push_back({plan.key, plan.constant.form, plan.constant.text, no_column});
    } else if (!cells_[plan.column].empty()) {
        if (plan.translated) say_translated(plan);
        else said_.push_back({plan.key, Form::cell, cells_[plan.column], plan.column});
    }
}

void ImportRows::say_case() {
    said_.clear();
    if (!cells_[plan_.case_column].empty()) said_.push_back({Key::case_number, Form::cell, cells_[plan_.case_column], plan_.case_column});
    for (const auto& value : plan_.case_values)
        if (value.key == Key::service) say_value(value);
}

void ImportRows::say_event(const EventPlan& event, bool first) {
    say_case();
    said_.push_back({Key::on, Form::cell, cells_[event.on], event.on});
    if (event.recorded_on != no_column && !cells_[event.recorded_on].empty())
        said_.push_back({Key::recorded_on, Form::cell, cells_[event.recorded_on], event.recorded_on});
    for (const auto& value : event.values) say_value(value);
    if (!first) return;
    for (const auto& value : plan_.case_values) {
        const auto same = [&](const Said& said) { return said.key == value.key; };
        if (std::none_of(said_.begin(), said_.end(), same)) say_value(value);
    }
}

void ImportRows::decode_event(const EventPlan& event) {
    failed_.clear();
    say_event(event, yielded_.empty());
    const auto& row = builder_.decoder.decode(said_, record_.line);
    for (auto& fault : builder_.decoder.faults) {
        if (fault.said == not_said && (fault.key == Key::case_number || failed_.contains(fault.key))) continue;
        auto column = fault.said == not_said ? no_column : said_[fault.said].at;
        for (const auto& value : event.values)
            if (column == no_column && value.key == fault.key) column = value.column;
        fault_at(column == no_column ? event.on : column, std::move(fault.found), std::move(fault.expected));
    }
    rows_.push_back(row);
    yielded_.push_back(&event);
}

void ImportRows::check_repetition(const DecodedRow& base) {
    if (!base.told || frame_.rejections) return;
    const auto& names = builder_.batch.table.names;
    const auto key = rejection_key(names.text_of(base.service), names.text_of(base.number));
    const auto [at, fresh] = notes_.line_of_case.emplace(key, record_.line);
    if (!fresh) fault_at(plan_.case_column, in_quotes(cells_[plan_.case_column]), "each case once: it stands on line " + std::to_string(at->second));
}

/// What a row says and no event takes up: a result without its day.
void ImportRows::note_unused() {
    std::set<std::size_t> used;
    for (const auto* event : yielded_)
        for (const auto& value : event->values) used.insert(value.column);
    for (std::size_t i = 0; i < plan_.columns; ++i)
        if (plan_.only_said[i] && !cells_[i].empty() && !used.contains(i)) ++notes_.unused[plan_.names[i]];
    if (yielded_.empty()) ++notes_.without_event;
}

void ImportRows::finish() {
    const RawRow raw{record_.line, std::string_view(block_.bytes).substr(record_.begin, record_.end - record_.begin), block_.encoding};
    DecodedRow base;
    failed_.clear();
    say_case();
    builder_.decoder.tell_case(said_, base);
    const bool broken = !record_.faults.empty() || cells_[plan_.case_column].find("\uFFFD") != std::string::npos;
    base.told = base.told && !broken && failed_.empty();
    if (cells_[plan_.case_column].empty() && record_.faults.empty()) fault_at(plan_.case_column, "nothing", "the number of the case");
    check_repetition(base);
    if (problems_.empty()) note_unused();
    const auto index = builder_.take(raw, base, rows_, problems_);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        FilePlace id = place_at(yielded_[i]->on), amends = id;
        for (const auto& value : yielded_[i]->values) {
            if (value.key == Key::id && value.column != no_column) id = place_at(value.column);
            if (value.key == key_for(Attribute::amends) && value.column != no_column) amends = place_at(value.column);
        }
        builder_.note_ids(raw, index, rows_[i], id, amends);
    }
}

void ImportRows::row() {
    if (record_.faults.empty() && is_empty(block_.bytes, record_, block_.encoding)) {
        ++builder_.batch.empty_rows;
        return;
    }
    problems_.clear();
    rows_.clear();
    yielded_.clear();
    built_.clear();
    read_cells();
    check_record(block_, record_, frame_.file, problems_);
    check_length(block_, record_, plan_.columns, frame_.file, problems_);
    if (!problems_.empty()) return finish();
    check_conditions();
    if (problems_.empty()) check_days();
    for (const auto& event : plan_.events)
        if (!cells_[event.on].empty() && holds(event)) decode_event(event);
    finish();
}

Batch ImportRows::read() {
    if (block_.too_long) {
        builder_.fatal(too_long(block_, frame_.file), true);
        return std::move(builder_.batch);
    }
    CsvCursor cursor(block_.bytes, delimiter_, block_.first_line);
    while (cursor.next(record_)) row();
    return std::move(builder_.batch);
}

/// Reads a whole table.
class TableImport {
public:
    TableImport(const Mapping& mapping, std::vector<std::string>& unmapped, ImportNotes& notes)
        : mapping_(mapping), unmapped_(unmapped), notes_(notes) {}

    void read(Reading& reading, ByteStream& stream, const Frame& frame);

private:
    const Mapping& mapping_;
    std::vector<std::string>& unmapped_;
    ImportNotes& notes_;
};

void TableImport::read(Reading& reading, ByteStream& stream, const Frame& frame) {
    notes_ = {};
    BlockReader blocks(stream, mapping_.encoding);
    refuse_utf_16(blocks.beginning(), frame.file);
    const char delimiter = mapping_.delimiter != 0 ? mapping_.delimiter : detect_delimiter(blocks.beginning());
    blocks.cut_as_table(delimiter);
    Block block;
    blocks.next(block);
    if (block.too_long) throw DocumentError(too_long(block, frame.file));
    auto header = read_header(block, delimiter, frame.file);
    if (!header.problems.empty()) throw DocumentError(std::move(header.problems));
    reading.skipped(frame.source, header.empty_rows);
    Planner planner(mapping_, header, frame.file);
    const auto plan = planner.plan();
    unmapped_ = planner.unmapped();
    if (!planner.problems.empty()) throw DocumentError(std::move(planner.problems));
    auto of_block = frame;
    of_block.dates = {mapping_.dates, 0};
    bool more = true;
    do {
        auto batch = ImportRows(block, plan, delimiter, of_block, notes_).read();
        of_block.dates = batch.dates;
        more = !batch.stop;
        reading.merge(std::move(batch), of_block);
    } while (more && blocks.next(block));
}

}  // namespace

ImportResult import_table(const Source& table, const Mapping& mapping, const ReadOptions& options) {
    std::vector<std::string> unmapped;
    ImportNotes notes;
    TableImport import(mapping, unmapped, notes);
    auto read = read_sources({&table, 1}, options, [&](Reading& reading, ByteStream& stream, const Frame& frame) {
        import.read(reading, stream, frame);
    });
    ImportResult result{std::move(read), std::move(unmapped)};
    const auto rows = [](std::int64_t count) { return std::to_string(count) + (count == 1 ? " row" : " rows"); };
    if (notes.without_event != 0) result.remarks.push_back(table.name + ": " + rows(notes.without_event) + " without any event");
    for (const auto& [column, count] : notes.unused)
        result.remarks.push_back(table.name + ": " + rows(count) + " with " + in_quotes(column) + " filled and no event that takes it");
    return result;
}

}  // namespace maintien::io
