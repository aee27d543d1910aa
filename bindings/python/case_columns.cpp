#include "case_columns.hpp"

#include "values.hpp"

namespace maintien::python {

namespace {

using Columns = std::vector<CaseColumn>;

template <ClosedList Code>
CaseColumn episode_code(const char* name, std::vector<std::uint8_t> EpisodeColumns::*column) {
    return {name, [column](const Cases& cases, std::size_t row) { return code_at<Code>((cases.table->episodes.*column)[row]); }};
}

template <ClosedList Code>
CaseColumn attribute_code(const char* name, std::vector<std::uint8_t> CaseColumns::*column) {
    return {name, [column](const Cases& cases, std::size_t row) {
                return code_at<Code>((cases.table->cases.*column)[cases.table->episodes.case_index[row]]);
            }};
}

CaseColumn attribute_name(const char* name, std::vector<NameIndex> CaseColumns::*column) {
    return {name, [column](const Cases& cases, std::size_t row) {
                const auto index = (cases.table->cases.*column)[cases.table->episodes.case_index[row]];
                return text_or_none(cases.events.table->names.text_of(index));
            }};
}

py::object truth(std::uint8_t value) { return value == no_code ? py::object(py::none()) : py::bool_(value != 0); }

/// `entry` as `entry_day`; a milestone that is called a day already keeps its name.
std::string day_name(std::string_view milestone) { return std::string(milestone) + (milestone.ends_with("_day") ? "" : "_day"); }

void add_keys(Columns& columns) {
    const auto key = [](const Cases& cases, std::size_t row) { return key_of(*cases.events.table, cases.table->episodes.case_index[row]); };
    columns.push_back({"service", [key](const Cases& cases, std::size_t row) { return text_or_none(key(cases, row).service); }});
    columns.push_back({"case", [key](const Cases& cases, std::size_t row) { return text_or_none(key(cases, row).case_id); }});
    columns.push_back({"episode", [](const Cases& cases, std::size_t row) { return py::int_(cases.table->episodes.number[row]); }});
    columns.push_back(episode_code<Stage>("stage", &EpisodeColumns::stage));
    columns.push_back(episode_code<Outcome>("outcome", &EpisodeColumns::outcome));
}

void add_days(Columns& columns) {
    for (const auto& term : terms_of<Milestone>)
        columns.push_back({day_name(term.code), [at = index_of(term.value)](const Cases& cases, std::size_t row) {
                               return to_python(cases.table->episodes.reached[at][row]);
                           }});
}

void add_referral(Columns& columns) {
    columns.push_back(episode_code<Origin>("origin", &EpisodeColumns::origin));
    columns.push_back(episode_code<Cause>("cause", &EpisodeColumns::cause));
    columns.push_back(episode_code<Nature>("nature", &EpisodeColumns::nature));
    columns.push_back(episode_code<Actor>("by", &EpisodeColumns::by));
    columns.push_back({"on_sick_leave", [](const Cases& cases, std::size_t row) { return truth(cases.table->episodes.on_sick_leave[row]); }});
}

void add_case_attributes(Columns& columns) {
    columns.push_back(attribute_name("worker", &CaseColumns::worker));
    columns.push_back(attribute_name("centre", &CaseColumns::centre));
    columns.push_back(attribute_name("physician", &CaseColumns::physician));
    columns.push_back(attribute_name("manager", &CaseColumns::manager));
    columns.push_back(attribute_name("employer", &CaseColumns::employer));
    columns.push_back(attribute_code<Sex>("sex", &CaseColumns::sex));
    columns.push_back({"birth_year", [](const Cases& cases, std::size_t row) {
                           const auto year = cases.table->cases.birth_year[cases.table->episodes.case_index[row]];
                           return year == 0 ? py::object(py::none()) : py::int_(year);
                       }});
    columns.push_back(attribute_code<Sector>("sector", &CaseColumns::sector));
    columns.push_back(attribute_code<Workforce>("workforce", &CaseColumns::workforce));
    columns.push_back(attribute_code<Occupation>("occupation", &CaseColumns::occupation));
    columns.push_back({"disabled_worker", [](const Cases& cases, std::size_t row) {
                           return truth(cases.table->cases.disabled_worker[cases.table->episodes.case_index[row]]);
                       }});
}

}  // namespace

const std::vector<CaseColumn>& case_columns() {
    static const Columns all = [] {
        Columns columns;
        add_keys(columns);
        add_days(columns);
        add_referral(columns);
        add_case_attributes(columns);
        return columns;
    }();
    return all;
}

}  // namespace maintien::python
