#include "report_rows.hpp"

#include "documents.hpp"
#include "maintien/indicators/explain.hpp"
#include "maintien/io/explanation_document.hpp"
#include "values.hpp"

namespace maintien::python {

namespace {

py::dict stratum_dict(const Stratum& stratum) {
    py::dict by;
    for (const auto& part : stratum) by[py::str(part.key)] = part.value;
    return by;
}

/// A figure: whole for a count, else a floating-point number.
py::object figure(const ReportRow& row) {
    if (row.unit == Unit::cases) return to_python(row.value);
    return row.value ? py::object(py::float_(*row.value)) : py::none();
}

py::object real(const std::optional<double>& number) { return number ? py::object(py::float_(*number)) : py::none(); }

py::object row_object(const py::object& make_row, const Report& report, const ReportRow& row) {
    py::dict excluded;
    for (const auto& left_out : row.excluded) excluded[py::str(left_out.reason)] = left_out.count;
    return make_row(row.indicator, text_or_none(row.variant), text_or_none(row.category), stratum_dict(report.strata[row.stratum]), to_python(row.numerator),
                    to_python(row.denominator), figure(row), real(row.lower), real(row.upper), real(row.bound_lower), real(row.bound_upper), text_or_none(row.method),
                    to_python(row.unit), to_python(row.verdict), excluded, to_python(row.null_reason));
}

}  // namespace

py::list rows_of(ReportHandle& self) {
    if (!self.rows) {
        const py::object make_row = value_class("Row");
        py::list list;
        for (const auto& row : self.report.rows) list.append(row_object(make_row, self.report, row));
        self.rows = list;
    }
    return self.rows.cast<py::list>().attr("copy")();
}

namespace {

/// A name as `explain` takes it, taken apart.
struct FigureName {
    std::string indicator, variant, category;
};

FigureName figure_name(const std::string& name, const std::optional<std::string>& variant, const std::optional<std::string>& category) {
    const auto first = name.find('/'), second = first == std::string::npos ? first : name.find('/', first + 1);
    if (first == std::string::npos) return {name, variant.value_or(""), category.value_or("")};
    if (variant || category) throw py::value_error("row: the name '" + name + "' already says the variant");
    if (second == std::string::npos) return {name.substr(0, first), name.substr(first + 1), ""};
    return {name.substr(0, first), name.substr(first + 1, second - first - 1), name.substr(second + 1)};
}

const ReportRow* find(const Report& report, const FigureName& name, std::uint32_t stratum) {
    return find_row(report, name.indicator, name.variant, name.category, stratum);
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// Adds a name unless it is there already; the rows of one name stand together.
void add_once(std::vector<std::string>& names, std::string name) {
    if (names.empty() || names.back() != name) names.push_back(std::move(name));
}

/// What is there instead of a row that is not: the categories of its variant, the variants of its indicator, or the indicators.
std::string other_names(const Report& report, const FigureName& wanted) {
    std::vector<std::string> indicators, variants, categories;
    for (const auto& row : report.rows) {
        add_once(indicators, std::string(row.indicator));
        if (row.indicator != wanted.indicator) continue;
        add_once(variants, row.variant.empty() ? "(none)" : std::string(row.variant));
        if (row.variant == wanted.variant) add_once(categories, "/" + std::string(row.category));
    }
    const auto variant = wanted.variant.empty() ? "" : "/" + wanted.variant;
    if (!categories.empty()) return "'" + wanted.indicator + variant + "' has: " + joined(categories);
    if (!variants.empty()) return "'" + wanted.indicator + "' has: " + joined(variants);
    return "indicators: " + joined(indicators);
}

/// The error of a row that is not there.
py::key_error no_row(const Report& report, const FigureName& wanted) {
    const auto end = wanted.category.empty() ? "" : "/" + wanted.category;
    return py::key_error("no row " + wanted.indicator + (wanted.variant.empty() && end.empty() ? "" : "/" + wanted.variant) + end + "; " + other_names(report, wanted));
}

std::uint32_t stratum_number(const Report& report, const py::dict& by) {
    for (std::size_t i = 0; i < report.strata.size(); ++i)
        if (stratum_dict(report.strata[i]).equal(by)) return static_cast<std::uint32_t>(i);
    throw py::key_error("no stratum " + py::repr(by).cast<std::string>() + "; see strata");
}

}  // namespace

bool has_row(const ReportHandle& self, const std::string& name) { return find(self.report, figure_name(name, {}, {}), 0) != nullptr; }

py::object one_row(const ReportHandle& self, const std::string& indicator, const std::optional<std::string>& variant, const std::optional<std::string>& category, const py::object& by) {
    const auto name = figure_name(indicator, variant, category);
    const auto stratum = by.is_none() ? 0 : stratum_number(self.report, by);
    const auto* row = find(self.report, name, stratum);
    if (!row) throw no_row(self.report, name);
    return row_object(value_class("Row"), self.report, *row);
}

py::list strata_of(const ReportHandle& self) {
    py::list list;
    for (const auto& stratum : self.report.strata) list.append(stratum_dict(stratum));
    return list;
}

namespace {

/// An explanation with what its document is written from.
struct ExplainedFigure {
    Cases cases{};
    Study study;
    std::vector<NamedService> services{};
    Explanation explanation{};
};

Document explanation_document(const std::shared_ptr<const ExplainedFigure>& figure) {
    const auto json = [figure] { return io::explanation_json(figure->study, figure->explanation, figure->cases.protocol.name); };
    return {json, [figure](Language language) { return io::explanation_text(figure->study, figure->explanation, language); }, {}};
}

}  // namespace

py::object explain_figure(const ReportHandle& self, const std::string& name) {
    const auto& cases = self.cases;
    if (!cases.table) {
        const std::string why = self.was_pickled ? "a pickle takes none along" : "it was made of a State or to be published";
        throw py::value_error("explain: this report keeps no cases, for " + why + "; expected one made of Events or Cases");
    }
    const auto& protocol = *cases.protocol.protocol;
    const auto figure = [&] {
        const py::gil_scoped_release free;
        auto made = std::make_shared<ExplainedFigure>(ExplainedFigure{cases, study_of(*cases.events.table, *cases.table, protocol, self.report.period), {}, {}});
        made->services = services_of(made->study);
        return made;
    }();
    const auto catalogue = catalogue_of(protocol, figure->services);
    const auto* rule = rule_named(catalogue, name);
    if (!rule) throw no_row(self.report, figure_name(name, {}, {}));
    {
        const py::gil_scoped_release free;
        figure->explanation = explain(figure->study, *rule, self.reference.get());
    }
    py::dict more;
    more["name"] = name;
    return read_record("Explanation", explanation_document(figure), more);
}

}  // namespace maintien::python
