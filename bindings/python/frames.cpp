#include "frames.hpp"

#include "case_columns.hpp"
#include "maintien/case/canonical_json.hpp"

namespace maintien::python {

// ---- in -----------------------------------------------------------------------------------------------------------

namespace {

/// What a capsule holds. @throws what Python says when it is another capsule
template <class Structure>
Structure& held_by(const py::handle capsule, const char* name) {
    auto* held = static_cast<Structure*>(PyCapsule_GetPointer(capsule.ptr(), name));
    if (!held) throw py::error_already_set();
    return *held;
}

}  // namespace

bool is_frame(py::handle value) { return py::hasattr(value, "__arrow_c_stream__") || py::hasattr(value, "__arrow_c_array__"); }

io::ArrowTable to_arrow_table(const py::object& frame, std::string name) {
    if (py::hasattr(frame, "__arrow_c_stream__")) {
        const py::object capsule = frame.attr("__arrow_c_stream__")();
        io::ArrowOwned<io::ArrowArrayStream> stream(held_by<io::ArrowArrayStream>(capsule, "arrow_array_stream"));
        const py::gil_scoped_release free;
        return io::read_stream(std::move(stream), std::move(name));
    }
    const py::tuple capsules = frame.attr("__arrow_c_array__")();
    io::ArrowTable table{.name = std::move(name)};
    table.schema = io::ArrowOwned<io::ArrowSchema>(held_by<io::ArrowSchema>(capsules[0], "arrow_schema"));
    table.chunks.emplace_back(held_by<io::ArrowArray>(capsules[1], "arrow_array"));
    return table;
}

// ---- out ----------------------------------------------------------------------------------------------------------

namespace {

CellKind cell_kind(ValueKind kind) {
    switch (kind) {
        case ValueKind::code: return CellKind::code;
        case ValueKind::code_set: return CellKind::texts;
        case ValueKind::day: return CellKind::day;
        case ValueKind::boolean: return CellKind::truth;
        case ValueKind::number: return CellKind::whole;
        case ValueKind::time: return CellKind::time;
        default: return CellKind::text;
    }
}

std::unique_ptr<OutColumn> attribute_column(Attribute attribute) {
    const auto& shape = shape_of(attribute);
    std::vector<std::string_view> codes;
    for (std::uint32_t i = 0; shape.kind == ValueKind::code && i < shape.codes; ++i) codes.push_back(shape.code(i));
    return std::make_unique<OutColumn>(std::string(code_of(attribute)), cell_kind(shape.kind), codes);
}

CellValue codes_cell(const AttributeShape& shape, std::uint32_t bits) {
    std::vector<std::string> codes;
    for (std::uint32_t i = 0; i < shape.codes; ++i)
        if ((bits >> i & 1) != 0) codes.emplace_back(shape.code(i));
    return codes;
}

void set_value(OutColumn& column, std::size_t row, const AttributeValue& said, const EventTable& events) {
    const auto& shape = shape_of(said.attribute);
    if (said.attribute == Attribute::entry) {
        auto replacement = view_of(events.replacements[said.value]);
        replacement.id = 0;
        return column.set_text(row, maintien::detail::sorted_object(maintien::detail::members_of(replacement, events.names)));
    }
    switch (shape.kind) {
        case ValueKind::code_set: return column.set(row, codes_cell(shape, said.value));
        case ValueKind::day: return column.set(row, day_cell(unpacked_day(said.value)));
        case ValueKind::name: return column.set_text(row, events.names.text_of(said.value));
        case ValueKind::time: return column.set_whole(row, std::int64_t{said.value} * 60);
        default: return column.set_whole(row, said.value);
    }
}

void set_text_or_null(OutColumn& column, std::size_t row, std::string_view text) {
    if (!text.empty()) column.set_text(row, text);
}

std::vector<std::string_view> event_codes() {
    std::vector<std::string_view> codes;
    for (const auto& term : terms_of<Event>) codes.push_back(term.code);
    return codes;
}

/// The columns that every event has.
struct BaseColumns {
    std::unique_ptr<OutColumn> service = std::make_unique<OutColumn>("service", CellKind::text), case_number = std::make_unique<OutColumn>("case", CellKind::text),
                               event = std::make_unique<OutColumn>("event", CellKind::code, event_codes()), on = std::make_unique<OutColumn>("on", CellKind::day),
                               recorded_on = std::make_unique<OutColumn>("recorded_on", CellKind::day), id = std::make_unique<OutColumn>("id", CellKind::text);

    void set(std::size_t row, const EventTable& events) {
        const auto key = key_of(events, events.case_index[row]);
        set_text_or_null(*service, row, key.service);
        set_text_or_null(*case_number, row, key.case_id);
        event->set_whole(row, static_cast<std::int64_t>(index_of(events.event[row])));
        on->set_whole(row, events.on[row].days);
        if (known(events.recorded_on[row])) recorded_on->set_whole(row, events.recorded_on[row].days);
        set_text_or_null(*id, row, events.names.text_of(events.id[row]));
    }
};

}  // namespace

std::shared_ptr<const OutTable> event_frame(const Events& held) {
    const auto& events = *held.table;
    BaseColumns base;
    std::array<std::unique_ptr<OutColumn>, count_of<Attribute>> said{};
    for (std::size_t row = 0; row < events.size(); ++row) {
        base.set(row, events);
        for (const auto& value : entry_at(events, row).attributes) {
            auto& column = said[index_of(value.attribute)];
            if (!column) column = attribute_column(value.attribute);
            set_value(*column, row, value, events);
        }
    }
    auto table = std::make_shared<OutTable>();
    table->rows = events.size();
    for (auto* column : {&base.service, &base.case_number, &base.event, &base.on, &base.recorded_on, &base.id}) table->columns.push_back(std::move(*column));
    for (auto& column : said)
        if (column) table->columns.push_back(std::move(column));
    for (auto& column : table->columns) column->finish(table->rows);
    return table;
}

std::shared_ptr<const OutTable> case_frame(const Cases& cases) { return table_of(case_columns(cases), cases.table->episodes.size()); }

namespace {

/// The value of a row's stratum under a key; nothing in the rows of the whole register.
CellValue stratum_cell(const Report& report, const ReportRow& row, std::string_view key) {
    for (const auto& part : report.strata[row.stratum])
        if (part.key == key) return text_cell(part.value);
    return {};
}

CellValue exclusions_cell(const ReportRow& row) {
    std::string text;
    for (const auto& left_out : row.excluded) text.append(text.empty() ? "" : "|").append(left_out.reason).append("=").append(std::to_string(left_out.count));
    return text_cell(text);
}

template <ClosedList Code>
CellValue optional_code(const std::optional<Code>& code) {
    return code ? CellValue{static_cast<std::int64_t>(index_of(*code))} : CellValue{};
}

/// A row among those of several reports.
using RowAt = std::function<std::pair<const Report*, const ReportRow*>(std::size_t)>;

void add_figures(std::vector<FrameColumn>& columns, const RowAt& at) {
    const auto real = [&](const char* name, std::optional<double> ReportRow::*number) { columns.push_back(real_column(name, [at, number](std::size_t row) { return real_cell(at(row).second->*number); })); };
    real("numerator", &ReportRow::numerator);
    real("denominator", &ReportRow::denominator);
    real("value", &ReportRow::value);
    real("lower", &ReportRow::lower);
    real("upper", &ReportRow::upper);
    real("bound_lower", &ReportRow::bound_lower);
    real("bound_upper", &ReportRow::bound_upper);
    columns.push_back(text_column("method", [at](std::size_t row) { return text_cell(at(row).second->method); }));
    columns.push_back(code_column<Unit>("unit", [at](std::size_t row) { return CellValue{static_cast<std::int64_t>(index_of(at(row).second->unit))}; }));
    columns.push_back(code_column<TargetVerdict>("verdict", [at](std::size_t row) { return optional_code(at(row).second->verdict); }));
    columns.push_back(text_column("excluded", [at](std::size_t row) { return exclusions_cell(*at(row).second); }));
    columns.push_back(code_column<NullReason>("null_reason", [at](std::size_t row) { return optional_code(at(row).second->null_reason); }));
}

/// The columns of figures: their names, the keys of their strata, their numbers.
std::vector<FrameColumn> row_columns(const RowAt& at, const std::vector<std::string>& keys) {
    std::vector<FrameColumn> columns;
    const auto text = [&](const char* name, std::string_view ReportRow::*part) { columns.push_back(text_column(name, [at, part](std::size_t row) { return text_cell(at(row).second->*part); })); };
    text("indicator", &ReportRow::indicator);
    text("variant", &ReportRow::variant);
    text("category", &ReportRow::category);
    for (const auto& key : keys) columns.push_back(text_column(key, [at, key](std::size_t row) { return stratum_cell(*at(row).first, *at(row).second, key); }));
    add_figures(columns, at);
    return columns;
}

std::vector<std::string> keys_of(const Report& report) {
    std::vector<std::string> keys;
    if (report.strata.size() > 1)
        for (const auto& part : report.strata[1]) keys.emplace_back(part.key);
    return keys;
}

}  // namespace

std::shared_ptr<const OutTable> report_frame(const Report& report) {
    return table_of(row_columns([&report](std::size_t row) { return std::pair{&report, &report.rows[row]}; }, keys_of(report)), report.rows.size());
}

std::shared_ptr<const OutTable> trend_frame(const std::vector<Report>& reports) {
    std::vector<std::pair<const Report*, const ReportRow*>> rows;
    std::vector<std::string> keys;
    for (const auto& report : reports) {
        if (keys.empty()) keys = keys_of(report);
        for (const auto& row : report.rows) rows.emplace_back(&report, &row);
    }
    const RowAt at = [&rows](std::size_t row) { return rows[row]; };
    auto columns = row_columns(at, keys);
    const auto span = [&](const char* name, Day Period::*day) { return day_column(name, [at, day](std::size_t row) { return day_cell(at(row).first->period.*day); }); };
    columns.insert(columns.begin(), {span("from", &Period::from), span("to", &Period::to)});
    return table_of(columns, rows.size());
}

std::shared_ptr<const OutTable> agenda_frame(const std::vector<AgendaItem>& items) {
    const auto text = [&](const char* name, auto value) { return text_column(name, [&items, value](std::size_t row) { return text_cell(value(items[row])); }); };
    const auto day = [&](const char* name, Day AgendaItem::*part) { return day_column(name, [&items, part](std::size_t row) { return day_cell(items[row].*part); }); };
    const auto whole = [&](const char* name, auto part) { return whole_column(name, [&items, part](std::size_t row) { return CellValue{std::int64_t{items[row].*part}}; }); };
    using Item = const AgendaItem&;
    return table_of({text("service", [](Item item) { return std::string_view(item.service); }), text("case", [](Item item) { return std::string_view(item.case_id); }),
                     text("rule", [](Item item) { return std::string_view(item.rule); }), text("title_fr", [](Item item) { return std::string_view(item.title.fr); }),
                     text("title_en", [](Item item) { return std::string_view(item.title.en); }),
                     code_column<Actor>("who", [&items](std::size_t row) { return CellValue{static_cast<std::int64_t>(index_of(items[row].who))}; }),
                     text("manager", [](Item item) { return std::string_view(item.manager); }), day("due", &AgendaItem::due), day("opens", &AgendaItem::opens),
                     whole("late_days", &AgendaItem::late_days), text("computation_fr", [](Item item) { return std::string_view(item.computation.fr); }),
                     text("computation_en", [](Item item) { return std::string_view(item.computation.en); }), whole("held_days", &AgendaItem::held_days)},
                    items.size());
}

std::shared_ptr<const OutTable> deviations_frame(const std::vector<Deviation>& deviations) {
    const auto text = [&](const char* name, std::string Deviation::*part) { return text_column(name, [&deviations, part](std::size_t row) { return text_cell(deviations[row].*part); }); };
    const auto reasons = [&](const char* name, std::string Reason::*words) {
        return FrameColumn{name, CellKind::texts, [&deviations, words](std::size_t row) {
                               std::vector<std::string> texts;
                               for (const auto& reason : deviations[row].reasons) texts.push_back(reason.*words);
                               return CellValue{std::move(texts)};
                           }, {}, {}};
    };
    return table_of({text("service", &Deviation::service), text("case", &Deviation::case_id),
                     whole_column("episode", [&deviations](std::size_t row) { return CellValue{std::int64_t{deviations[row].episode}}; }),
                     code_column<Event>("event", [&deviations](std::size_t row) { return CellValue{static_cast<std::int64_t>(index_of(deviations[row].event))}; }),
                     day_column("on", [&deviations](std::size_t row) { return day_cell(deviations[row].on); }), text("rule", &Deviation::rule),
                     code_column<Severity>("severity", [&deviations](std::size_t row) { return CellValue{static_cast<std::int64_t>(index_of(deviations[row].severity))}; }),
                     reasons("reasons_fr", &Reason::fr), reasons("reasons_en", &Reason::en)},
                    deviations.size());
}

}  // namespace maintien::python
