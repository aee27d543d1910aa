#include "report_pickle.hpp"

#include <array>
#include <unordered_map>

#include "values.hpp"

namespace maintien::python {

namespace {

/// The texts that figures repeat, each once; a figure tells their numbers.
class Texts {
public:
    std::size_t number_of(std::string_view text) {
        const auto [at, fresh] = numbers_.emplace(std::string(text), texts_.size());
        if (fresh) texts_.emplace_back(text);
        return at->second;
    }

    const std::vector<std::string>& all() const { return texts_; }

private:
    std::unordered_map<std::string, std::size_t> numbers_{};
    std::vector<std::string> texts_{};
};

/// The code, an empty text without one.
template <ClosedList Code>
std::string_view text_of_code(const std::optional<Code>& code) {
    return code ? std::string_view(code_of(*code)) : std::string_view();
}

py::tuple held_row(const ReportRow& row, Texts& texts) {
    py::list excluded;
    for (const auto& one : row.excluded) excluded.append(py::make_tuple(texts.number_of(one.reason), one.count));
    const std::array<std::size_t, 7> said{texts.number_of(row.indicator),           texts.number_of(row.variant),           texts.number_of(row.category),
                                          texts.number_of(row.method),              texts.number_of(code_of(row.unit)),     texts.number_of(text_of_code(row.verdict)),
                                          texts.number_of(text_of_code(row.null_reason))};
    const std::array<std::optional<double>, 7> numbers{row.numerator, row.denominator, row.value, row.lower, row.upper, row.bound_lower, row.bound_upper};
    return py::make_tuple(said, row.stratum, numbers, excluded);
}

ReportRow row_again(const py::tuple& held, const std::vector<std::string>& texts) {
    const auto said = held[0].cast<std::array<std::size_t, 7>>();
    const auto numbers = held[2].cast<std::array<std::optional<double>, 7>>();
    ReportRow row{.indicator = texts.at(said[0]), .variant = texts.at(said[1]), .category = texts.at(said[2]), .stratum = held[1].cast<std::uint32_t>()};
    row.numerator = numbers[0];
    row.denominator = numbers[1];
    row.value = numbers[2];
    row.lower = numbers[3];
    row.upper = numbers[4];
    row.bound_lower = numbers[5];
    row.bound_upper = numbers[6];
    row.method = texts.at(said[3]);
    row.unit = from_code<Unit>(texts.at(said[4])).value();
    row.verdict = from_code<TargetVerdict>(texts.at(said[5]));
    row.null_reason = from_code<NullReason>(texts.at(said[6]));
    for (const auto& [reason, count] : held[3].cast<std::vector<std::pair<std::size_t, std::int64_t>>>()) row.excluded.push_back({texts.at(reason), count});
    return row;
}

py::list held_stratum(const Stratum& stratum, Texts& texts) {
    py::list parts;
    for (const auto& part : stratum) parts.append(py::make_tuple(texts.number_of(part.key), part.value));
    return parts;
}

Stratum stratum_again(const py::handle& held, const std::vector<std::string>& texts) {
    Stratum stratum;
    for (auto& [key, value] : held.cast<std::vector<std::pair<std::size_t, std::string>>>()) stratum.push_back({texts.at(key), std::move(value)});
    return stratum;
}

py::tuple held_input(const ReportInput& input) { return py::make_tuple(input.cases, input.events, input.rejected, input.objected, input.deviations, input.without_referral); }

ReportInput input_again(const py::tuple& held) {
    ReportInput input;
    input.cases = held[0].cast<std::int64_t>();
    input.events = held[1].cast<std::int64_t>();
    input.rejected = held[2].cast<std::int64_t>();
    input.objected = held[3].cast<std::int64_t>();
    input.deviations = held[4].cast<std::array<std::int64_t, count_of<Severity>>>();
    input.without_referral = held[5].cast<std::int64_t>();
    return input;
}

}  // namespace

py::tuple pickled_report(const ReportHandle& self) {
    const auto& report = self.report;
    Texts texts;
    py::list strata, rows;
    for (const auto& stratum : report.strata) strata.append(held_stratum(stratum, texts));
    for (const auto& row : report.rows) rows.append(held_row(row, texts));
    const auto title = py::make_tuple(texts.number_of(report.title.fr), texts.number_of(report.title.en));
    const auto days = py::make_tuple(to_python(report.as_of), to_python(report.known_on), to_python(report.period.from), to_python(report.period.to));
    return py::make_tuple(texts.all(), report.protocol, title, days, report.min_count, report.level, report.decimals, held_input(report.input), report.reference, strata, rows);
}

ReportHandle report_again(const py::tuple& state) {
    const auto texts = std::make_shared<const std::vector<std::string>>(state[0].cast<std::vector<std::string>>());
    ReportHandle handle{.rules = texts, .was_pickled = true};
    auto& report = handle.report;
    report.protocol = state[1].cast<std::string>();
    const auto title = state[2].cast<std::pair<std::size_t, std::size_t>>();
    report.title = {texts->at(title.first), texts->at(title.second)};
    const auto days = state[3].cast<py::tuple>();
    report.as_of = to_day_or_none(days[0], "as_of");
    report.known_on = to_day_or_none(days[1], "known_on");
    report.period = {to_day_or_none(days[2], "from_"), to_day_or_none(days[3], "to")};
    report.min_count = state[4].cast<std::int64_t>();
    report.level = state[5].cast<double>();
    report.decimals = state[6].cast<int>();
    report.input = input_again(state[7].cast<py::tuple>());
    report.reference = state[8].cast<std::string>();
    for (const py::handle one : state[9].cast<py::list>()) report.strata.push_back(stratum_again(one, *texts));
    for (const py::handle one : state[10].cast<py::list>()) report.rows.push_back(row_again(one.cast<py::tuple>(), *texts));
    report.names = texts;
    return handle;
}

}  // namespace maintien::python
