#include "case_columns.hpp"

#include <mutex>

#include "maintien/indicators/follow_up_contributions.hpp"
#include "maintien/indicators/make_report.hpp"

namespace maintien::python {

namespace {

using Columns = std::vector<FrameColumn>;

/// What the columns of one table look at.
struct CaseView {
    Cases cases;

    const EpisodeColumns& episodes() const { return cases.table->episodes; }
    const CaseColumns& known() const { return cases.table->cases; }
    CaseIndex case_at(std::size_t row) const { return episodes().case_index[row]; }
    std::string_view name(NameIndex index) const { return cases.events.table->names.text_of(index); }
};

using View = std::shared_ptr<const CaseView>;

CellValue truth_cell(std::uint8_t value) { return value == no_code ? CellValue{} : CellValue{value != 0}; }

template <ClosedList Code>
FrameColumn episode_code(View view, const char* name, std::vector<std::uint8_t> EpisodeColumns::*column) {
    return code_column<Code>(name, [view, column](std::size_t row) { return code_cell((view->episodes().*column)[row]); });
}

template <ClosedList Code>
FrameColumn attribute_code(View view, const char* name, std::vector<std::uint8_t> CaseColumns::*column) {
    return code_column<Code>(name, [view, column](std::size_t row) { return code_cell((view->known().*column)[view->case_at(row)]); });
}

FrameColumn attribute_name(View view, const char* name, std::vector<NameIndex> CaseColumns::*column) {
    return text_column(name, [view, column](std::size_t row) { return text_cell(view->name((view->known().*column)[view->case_at(row)])); });
}

/// `entry` as `entry_day`; a milestone that is called a day already keeps its name.
std::string day_name(std::string_view milestone) { return std::string(milestone) + (milestone.ends_with("_day") ? "" : "_day"); }

void add_keys(Columns& columns, const View& view) {
    const auto key = [view](std::size_t row) { return key_of(*view->cases.events.table, view->case_at(row)); };
    columns.push_back(text_column("service", [key](std::size_t row) { return text_cell(key(row).service); }));
    columns.push_back(text_column("case", [key](std::size_t row) { return text_cell(key(row).case_id); }));
    columns.push_back(whole_column("episode", [view](std::size_t row) { return CellValue{std::int64_t{view->episodes().number[row]}}; }));
    columns.push_back(episode_code<Stage>(view, "stage", &EpisodeColumns::stage));
    columns.push_back(episode_code<Outcome>(view, "outcome", &EpisodeColumns::outcome));
}

void add_days(Columns& columns, const View& view) {
    for (const auto& term : terms_of<Milestone>)
        columns.push_back(day_column(day_name(term.code), [view, at = index_of(term.value)](std::size_t row) { return day_cell(view->episodes().reached[at][row]); }));
}

void add_referral(Columns& columns, const View& view) {
    columns.push_back(episode_code<Origin>(view, "origin", &EpisodeColumns::origin));
    columns.push_back(episode_code<Cause>(view, "cause", &EpisodeColumns::cause));
    columns.push_back(episode_code<Nature>(view, "nature", &EpisodeColumns::nature));
    columns.push_back(episode_code<Actor>(view, "by", &EpisodeColumns::by));
    columns.push_back(truth_column("on_sick_leave", [view](std::size_t row) { return truth_cell(view->episodes().on_sick_leave[row]); }));
}

void add_case_attributes(Columns& columns, const View& view) {
    columns.push_back(attribute_name(view, "worker", &CaseColumns::worker));
    columns.push_back(attribute_name(view, "centre", &CaseColumns::centre));
    columns.push_back(attribute_name(view, "physician", &CaseColumns::physician));
    columns.push_back(attribute_name(view, "manager", &CaseColumns::manager));
    columns.push_back(attribute_name(view, "employer", &CaseColumns::employer));
    columns.push_back(attribute_code<Sex>(view, "sex", &CaseColumns::sex));
    columns.push_back(whole_column("birth_year", [view](std::size_t row) {
        const auto year = view->known().birth_year[view->case_at(row)];
        return year == 0 ? CellValue{} : CellValue{std::int64_t{year}};
    }));
    columns.push_back(attribute_code<Sector>(view, "sector", &CaseColumns::sector));
    columns.push_back(attribute_code<Workforce>(view, "workforce", &CaseColumns::workforce));
    columns.push_back(attribute_code<Occupation>(view, "occupation", &CaseColumns::occupation));
    columns.push_back(truth_column("disabled_worker", [view](std::size_t row) { return truth_cell(view->known().disabled_worker[view->case_at(row)]); }));
}

/// How the follow-ups of a table stand, worked out when the first is looked at.
class Standings {
public:
    Standings(View view, int horizon) : view_(std::move(view)), horizon_(horizon) {}

    /// None for an episode whose exit is not followed.
    const std::optional<FollowUpStanding>& at(std::size_t row) {
        std::call_once(once_, [this] { work_out(); });
        return standings_[row];
    }

private:
    void work_out() {
        const auto& cases = view_->cases;
        const auto study = study_of(*cases.events.table, *cases.table, *cases.protocol.protocol, {no_day, cases.table->as_of});
        for (std::size_t row = 0; row < view_->episodes().size(); ++row) {
            const auto episode = episode_at(study, row);
            standings_.push_back(is_followed(study, episode) ? std::optional{follow_up_standing(study, episode, horizon_)} : std::nullopt);
        }
    }

    View view_;
    int horizon_;
    std::once_flag once_;
    std::vector<std::optional<FollowUpStanding>> standings_;
};

void add_follow_ups(Columns& columns, const View& view) {
    for (const int horizon : view->cases.protocol.protocol->follow_up.horizons) {
        const auto standings = std::make_shared<Standings>(view, horizon);
        const auto months = std::to_string(horizon);
        columns.push_back(code_column<FollowUpEnd>("follow_up_" + months, [standings](std::size_t row) {
            const auto& standing = standings->at(row);
            return standing ? code_cell(static_cast<std::uint8_t>(index_of(standing->end))) : CellValue{};
        }));
        columns.push_back(code_column<Answer>("answer_" + months, [standings](std::size_t row) {
            const auto& standing = standings->at(row);
            return standing ? code_cell(standing->answer) : CellValue{};
        }));
    }
}

}  // namespace

std::vector<FrameColumn> case_columns(const Cases& cases) {
    const auto view = std::make_shared<const CaseView>(CaseView{cases});
    Columns columns;
    add_keys(columns, view);
    add_days(columns, view);
    add_referral(columns, view);
    add_case_attributes(columns, view);
    add_follow_ups(columns, view);
    return columns;
}

}  // namespace maintien::python
