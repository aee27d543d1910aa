// docs/indicators.md row by row: the whole report is counted once for the register and once more, from the start, for each
// combination of strata that the first count has met.
#include "slow_curves.hpp"
#include "slow_lists.hpp"
#include "slow_reference.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>
#include <tuple>

namespace slow {

namespace {

using Strata = std::map<std::string, std::string>;
using Durations = std::vector<int>;

std::string value_or_unknown(const std::map<std::string, std::string>& attributes, const std::string& name) {
    const auto found = attributes.find(name);
    return found == attributes.end() || found->second.empty() ? "unknown" : found->second;
}

std::string age_band(const Episode& episode) {
    const std::string birth_year = value_or_unknown(episode.attributes, "birth_year");
    if (birth_year == "unknown" || !episode.referral) return "unknown";
    const int age = year_of(*episode.referral) - std::stoi(birth_year);
    if (age < 30) return "under_30";
    if (age < 40) return "30_39";
    if (age < 50) return "40_49";
    return age < 55 ? "50_54" : "55_and_over";
}

std::string period_of(const std::string& key, int day) {
    const std::string iso = iso_of(day);
    if (key == "year") return iso.substr(0, 4);
    if (key == "month") return iso.substr(0, 7);
    return iso.substr(0, 4) + "-Q" + std::to_string((std::stoi(iso.substr(5, 2)) + 2) / 3);
}

std::string or_unknown(const std::string& text) { return text.empty() ? "unknown" : text; }

std::string stratum_of(const std::string& key, const Episode& episode, int day) {
    if (key == "year" || key == "quarter" || key == "month") return period_of(key, day);
    if (key == "service") return or_unknown(episode.service);
    if (key == "origin") return or_unknown(episode.origin);
    if (key == "cause") return or_unknown(episode.cause);
    if (key == "nature") return or_unknown(episode.nature);
    if (key == "age_band") return age_band(episode);
    return value_or_unknown(episode.attributes, key);
}

int end_day(const Episode& episode) {
    if (episode.refusal) return *episode.refusal;
    return episode.exit ? *episode.exit : *episode.closing;
}

bool has_ended(const Episode& episode) { return episode.refusal || episode.exit || episode.closing; }

/// Whether an episode of one case came before an episode of another case of the same worker.
bool ended_before(const Episode& earlier, const Episode& later) {
    if (!has_ended(earlier) || !later.referral || end_day(earlier) > *later.referral) return false;
    return earlier.referral ? *earlier.referral < *later.referral : end_day(earlier) < *later.referral;
}

bool comes_after(const Episode& later, const Episode& earlier) {
    if (later.service == earlier.service && later.case_id == earlier.case_id) return later.number > earlier.number;
    const std::string worker = value_or_unknown(later.attributes, "worker");
    if (worker == "unknown" || worker != value_or_unknown(earlier.attributes, "worker")) return false;
    return ended_before(earlier, later);
}

double quantile_type7(Durations values, double probability) {
    std::sort(values.begin(), values.end());
    const double place = static_cast<double>(values.size() - 1) * probability;
    const auto low = static_cast<std::size_t>(std::floor(place));
    const std::size_t high = std::min(low + 1, values.size() - 1);
    return values[low] + (place - static_cast<double>(low)) * (values[high] - values[low]);
}

/// One count of the whole report, for the register or for one combination of strata.
class Count {
public:
    Count(const std::vector<Episode>& episodes, const Question& question, const Strata* wanted)
        : episodes_(episodes), question_(question), rules_(rules_of(question.protocol)), wanted_(wanted) {
        last_day_ = day_of(question.as_of);
        if (!question.known_on.empty()) last_day_ = std::min(last_day_, day_of(question.known_on));
        to_ = day_of(question.to.empty() ? question.as_of : question.to);
        from_ = to_;
        bool any = false;
        for (const Episode& episode : episodes) {
            if (!episode.referral) continue;
            from_ = any ? std::min(from_, *episode.referral) : *episode.referral;
            any = true;
        }
        if (!question.from.empty()) from_ = day_of(question.from);
    }

    std::vector<Row> rows() {
        referrals();
        entries();
        entry_rates();
        cohorts();
        days_in_cell();
        stage_delays();
        contact_within_limit();
        follow_ups();
        retention();
        objectives();
        refusal_rate();
        caseload();
        distributions();
        measures();
        partners();
        appointments();
        courses();
        standardised_rates();
        service_comparison();
        return rows_;
    }

    const std::set<Strata>& met() const { return met_; }

private:
    const std::vector<Episode>& episodes_;
    const Question& question_;
    Rules rules_;
    const Strata* wanted_;
    int last_day_ = 0, from_ = 0, to_ = 0;
    std::set<Strata> met_;
    std::vector<Row> rows_;

    // ---- who is counted ---------------------------------------------------------------------------------------------

    /// Asked last of all conditions, once an episode would be counted: its day decides year, quarter and month.
    bool counts(const Episode& episode, int day) {
        Strata strata;
        for (const std::string& key : question_.by) strata[key] = stratum_of(key, episode, day);
        met_.insert(strata);
        return wanted_ == nullptr || strata == *wanted_;
    }

    bool in_period(const std::optional<int>& day) const { return day && from_ <= *day && *day <= to_; }

    std::optional<int> entry_day(const Episode& episode) const {
        if (episode.refusal) return rules_.refusal_is_entry ? episode.refusal : std::nullopt;
        return episode.entry;
    }

    std::optional<int> exit_day(const Episode& episode) const {
        if (episode.refusal) return rules_.refusal_is_exit ? episode.refusal : std::nullopt;
        return episode.exit;
    }

    static std::string state(const Episode& episode) {
        if (episode.refusal) return "refused";
        if (!episode.entry) return "not_entered";
        return episode.exit ? polarity_of(episode.outcome) : "ongoing";
    }

    bool refused_without_neutral_outcome(const Episode& episode) const {
        if (!episode.refusal || !rules_.refusal_is_exit) return false;
        return episode.outcome.empty() || polarity_of(episode.outcome) != "neutral";
    }

    // ---- rows -------------------------------------------------------------------------------------------------------

    Row& add(const std::string& indicator, const std::string& variant, const std::string& category) {
        Row row;
        row.indicator = indicator;
        row.variant = variant;
        row.category = category;
        if (wanted_ != nullptr) row.by = *wanted_;
        rows_.push_back(row);
        return rows_.back();
    }

    void count_row(const std::string& indicator, const std::string& variant, const std::string& category, long n) {
        Row& row = add(indicator, variant, category);
        row.numerator = static_cast<double>(n);
        row.value = row.numerator;
    }

    void numerator_row(const std::string& indicator, const std::string& variant, const std::string& category,
                       long n) {
        add(indicator, variant, category).numerator = static_cast<double>(n);
    }

    Row& ratio_row(const std::string& indicator, const std::string& variant, const std::string& category,
                   double numerator, double denominator) {
        Row& row = add(indicator, variant, category);
        row.numerator = numerator;
        row.denominator = denominator;
        if (denominator > 0)
            row.value = numerator / denominator;
        else
            row.null_reason = "denominator_zero";
        return row;
    }

    Row& proportion_row(const std::string& indicator, const std::string& variant, const std::string& category, long n,
                        long d) {
        Row& row = ratio_row(indicator, variant, category, static_cast<double>(n), static_cast<double>(d));
        if (d == 0) return row;
        const auto [lower, upper] = wilson(n, d, question_.level);
        row.lower = lower;
        row.upper = upper;
        return row;
    }

    /// Those not observed long enough are counted; when nobody was, that is why there is no value.
    static void exclude_not_mature(Row& row, long not_mature) {
        if (not_mature == 0) return;
        row.excluded["not_mature"] = not_mature;
        if (!row.value) row.null_reason = "not_mature";
    }

    Row& mean_row(const std::string& indicator, const std::string& variant, const std::string& category,
                  const Durations& durations) {
        double sum = 0;
        for (const int duration : durations) sum += duration;
        return ratio_row(indicator, variant, category, sum, static_cast<double>(durations.size()));
    }

    Row& quantile_row(const std::string& indicator, const std::string& variant, const std::string& category,
                      const Durations& durations, double probability) {
        Row& row = add(indicator, variant, category);
        row.denominator = static_cast<double>(durations.size());
        if (durations.empty())
            row.null_reason = "denominator_zero";
        else
            row.value = quantile_type7(durations, probability);
        return row;
    }

    // ---- I01, I02, I04, I05 -----------------------------------------------------------------------------------------

    long referrals_in_period() {
        long n = 0;
        for (const Episode& episode : episodes_)
            if (in_period(episode.referral) && counts(episode, *episode.referral)) ++n;
        return n;
    }

    long broad_entries_in_period() {
        long n = 0;
        for (const Episode& episode : episodes_)
            if (in_period(entry_day(episode)) && counts(episode, *entry_day(episode))) ++n;
        return n;
    }

    bool follows_an_ended_episode(const Episode& episode) const {
        return std::any_of(episodes_.begin(), episodes_.end(),
                           [&episode](const Episode& other) { return comes_after(episode, other); });
    }

    bool referred_again_within(const Episode& episode, int days) const {
        for (const Episode& other : episodes_)
            if (other.referral && comes_after(other, episode) && *episode.exit <= *other.referral &&
                *other.referral <= *episode.exit + days)
                return true;
        return false;
    }

    void referrals() {
        count_row("referrals", "", "", referrals_in_period());

        std::set<std::string> persons;
        for (const Episode& episode : episodes_) {
            if (!in_period(episode.referral) || !counts(episode, *episode.referral)) continue;
            const std::string worker = value_or_unknown(episode.attributes, "worker");
            persons.insert(worker == "unknown" ? "case " + episode.service + "/" + episode.case_id
                                               : "worker " + worker);
        }
        count_row("referrals", "persons", "", static_cast<long>(persons.size()));

        long again = 0;
        for (const Episode& episode : episodes_)
            if (in_period(episode.referral) && follows_an_ended_episode(episode) &&
                counts(episode, *episode.referral))
                ++again;
        proportion_row("re_referrals", "", "", again, referrals_in_period());

        long positive = 0;
        long returned = 0;
        long not_mature = 0;
        for (const Episode& episode : episodes_) {
            if (state(episode) != "positive" || !in_period(episode.exit)) continue;
            if (!counts(episode, *episode.exit)) continue;
            const bool mature = *episode.exit + 365 <= last_day_;
            ++(mature ? positive : not_mature);
            if (mature && referred_again_within(episode, 365)) ++returned;
        }
        Row& row = proportion_row("re_referrals", "after_positive_exit_365", "", returned, positive);
        exclude_not_mature(row, not_mature);
    }

    void entries() {
        long strict = 0;
        for (const Episode& episode : episodes_)
            if (in_period(episode.entry) && counts(episode, *episode.entry)) ++strict;
        count_row("entries", "strict", "", strict);
        count_row("entries", "broad", "", broad_entries_in_period());
    }

    void entry_rates() {
        ratio_row("entry_rate", "flow_ratio", "", static_cast<double>(broad_entries_in_period()),
                  static_cast<double>(referrals_in_period()));
        long entered = 0;
        for (const Episode& episode : episodes_)
            if (in_period(episode.referral) && entry_day(episode) && counts(episode, *episode.referral)) ++entered;
        proportion_row("entry_rate", "cohort", "", entered, referrals_in_period());
    }

    // ---- I06, I07, I08, I08b, I08c ----------------------------------------------------------------------------------

    /// The episodes of a cohort: by entry day, or by exit day.
    std::vector<Episode> cohort(bool of_period) {
        std::vector<Episode> members;
        for (const Episode& episode : episodes_) {
            const auto day = of_period ? exit_day(episode) : entry_day(episode);
            if (in_period(day) && counts(episode, *day)) members.push_back(episode);
        }
        return members;
    }

    struct Shares {
        long positive = 0, negative = 0, refused = 0, ongoing = 0, neutral = 0, company = 0, employment = 0;
        long exits() const { return positive + negative + refused; }
    };

    Shares shares(const std::vector<Episode>& members) const {
        Shares sums;
        for (const Episode& episode : members) {
            const std::string now = state(episode);
            const std::string family = family_of(episode.outcome);
            if (now == "positive") ++sums.positive;
            if (now == "negative") ++sums.negative;
            if (now == "ongoing") ++sums.ongoing;
            if (now == "neutral") ++sums.neutral;
            if (refused_without_neutral_outcome(episode)) ++sums.refused;
            if (now == "positive" && family == "company") ++sums.company;
            if (now == "positive" && (family == "company" || family == "elsewhere")) ++sums.employment;
        }
        return sums;
    }

    void status(const std::vector<Episode>& members) {
        for (const std::string category : {"ongoing", "refused", "positive", "negative", "neutral"}) {
            long n = 0;
            for (const Episode& episode : members)
                if (state(episode) == category) ++n;
            proportion_row("status", "", category, n, static_cast<long>(members.size()));
        }
    }

    void outcomes(const std::string& variant, const std::vector<Episode>& members) {
        std::map<std::string, long> by_outcome;
        for (const Episode& episode : members)
            if (state(episode) != "ongoing") ++by_outcome[or_unknown(episode.outcome)];
        for (const std::string& code : codes_of("outcome")) {
            if (polarity_of(code) == "neutral")
                numerator_row("outcome", variant, code, by_outcome[code]);
            else
                proportion_row("outcome", variant, code, by_outcome[code], shares(members).exits());
        }
        proportion_row("outcome", variant, "unknown", by_outcome["unknown"], shares(members).exits());
    }

    void rates(const std::string& suffix, const std::vector<Episode>& members) {
        const Shares sums = shares(members);
        proportion_row("positive_exit_rate", "per_exit" + suffix, "", sums.positive, sums.exits());
        proportion_row("positive_exit_rate", "per_accompanied_exit" + suffix, "", sums.positive,
                       sums.positive + sums.negative);
        proportion_row("kept_in_company", "per_exit" + suffix, "", sums.company, sums.exits());
        proportion_row("kept_in_employment", "per_exit" + suffix, "", sums.employment, sums.exits());
        proportion_row("neutral_share", suffix.empty() ? "" : "of_period", "", sums.neutral,
                       sums.neutral + sums.exits());
    }

    void per_entry(const std::vector<Episode>& members) {
        const Shares sums = shares(members);
        const long d = sums.exits() + sums.ongoing;
        Row& row = proportion_row("positive_exit_rate", "per_entry", "", sums.positive, d);
        if (d == 0) return;
        row.bound_lower = row.value;
        row.bound_upper = static_cast<double>(sums.positive + sums.ongoing) / static_cast<double>(d);
    }

    void mature_rate(int horizon) {
        long n = 0;
        long d = 0;
        long not_mature = 0;
        for (const Episode& episode : episodes_) {
            if (!in_period(episode.entry)) continue;
            if (!counts(episode, *episode.entry)) continue;
            if (*episode.entry + horizon > last_day_) {
                ++not_mature;
                continue;
            }
            ++d;
            if (state(episode) == "positive" && *episode.exit - *episode.entry <= horizon) ++n;
        }
        exclude_not_mature(proportion_row("positive_exit_rate", "mature", std::to_string(horizon), n, d), not_mature);
    }

    void cohorts() {
        const auto entered = cohort(false);
        const auto left = cohort(true);
        status(entered);
        outcomes("entry_cohort", entered);
        outcomes("exits_of_period", left);
        rates("", entered);
        rates("_of_period", left);
        per_entry(entered);
        for (const int horizon : {90, 180, 365}) mature_rate(horizon);
    }

    // ---- I09, I10, I11 ----------------------------------------------------------------------------------------------

    void days_in_cell() {
        Durations closed, closed_of_period, all, open;
        for (const Episode& episode : episodes_) {
            if (episode.entry && episode.exit) {
                const int days = *episode.exit - *episode.entry;
                if (in_period(episode.entry) && counts(episode, *episode.entry)) closed.push_back(days);
                if (in_period(episode.exit) && counts(episode, *episode.exit)) closed_of_period.push_back(days);
            }
            if (episode.entry && !episode.exit && counts(episode, *episode.entry))
                open.push_back(last_day_ - *episode.entry);
            const auto first = entry_day(episode);
            if (in_period(first) && counts(episode, *first))
                all.push_back(exit_or_last_day(episode) - *first);
        }
        mean_row("days_in_cell", "closed_mean", "", closed);
        quantile_row("days_in_cell", "closed_median", "", closed, 0.5);
        mean_row("days_in_cell", "closed_mean_of_period", "", closed_of_period);
        quantile_row("days_in_cell", "closed_median_of_period", "", closed_of_period, 0.5);
        mean_row("days_in_cell", "all_mean", "", all);
        mean_row("days_in_cell", "open_mean_age", "", open);
    }

    int exit_or_last_day(const Episode& episode) const {
        if (episode.refusal) return *episode.refusal;
        return episode.exit ? *episode.exit : last_day_;
    }

    void stage_delay(const std::string& variant, std::optional<int> Episode::*first,
                     std::optional<int> Episode::*second) {
        Durations delays;
        long negative = 0;
        long pending = 0;
        for (const Episode& episode : episodes_) {
            if (!in_period(episode.*first)) continue;
            const auto then = episode.*second;
            if (!then && has_ended(episode)) continue;
            if (!counts(episode, *(episode.*first))) continue;
            if (!then)
                ++pending;
            else if (*then < *(episode.*first))
                ++negative;
            else
                delays.push_back(*then - *(episode.*first));
        }
        delay_course(variant, first, second);
        const std::size_t start = rows_.size();
        mean_row("stage_delay", variant, "mean", delays);
        quantile_row("stage_delay", variant, "median", delays, 0.5);
        quantile_row("stage_delay", variant, "q1", delays, 0.25);
        quantile_row("stage_delay", variant, "q3", delays, 0.75);
        for (std::size_t i = start; i < rows_.size(); ++i)
            if (negative > 0) rows_[i].excluded["negative"] = negative;
        count_row("stage_delay", variant, "pending", pending);
    }

    void stage_delays() {
        stage_delay("referral_to_contact", &Episode::referral, &Episode::contact);
        stage_delay("contact_to_interview", &Episode::contact, &Episode::interview);
        stage_delay("referral_to_entry", &Episode::referral, &Episode::entry);
        stage_delay("interview_to_entry", &Episode::interview, &Episode::entry);
        stage_delay("entry_to_plan", &Episode::entry, &Episode::plan);
        stage_delay("referral_to_exit", &Episode::referral, &Episode::exit);
    }

    void contact_within_limit() {
        const int limit = rules_.contact_limit;
        long all = 0, all_in_time = 0, mature = 0, mature_in_time = 0, not_mature = 0, closed_without_contact = 0;
        for (const Episode& episode : episodes_) {
            if (!in_period(episode.referral) || !counts(episode, *episode.referral)) continue;
            const int referral = *episode.referral;
            const bool in_time = episode.contact && *episode.contact - referral <= limit;
            ++all;
            if (in_time) ++all_in_time;
            if (referral + limit > last_day_) {
                ++not_mature;
            } else if (episode.closing && *episode.closing - referral <= limit &&
                       (!episode.contact || *episode.contact > *episode.closing)) {
                ++closed_without_contact;
            } else {
                ++mature;
                if (in_time) ++mature_in_time;
            }
        }
        Row& row = proportion_row("contact_within_limit", "mature", "", mature_in_time, mature);
        exclude_not_mature(row, not_mature);
        if (closed_without_contact > 0) row.excluded["closed_without_contact"] = closed_without_contact;
        proportion_row("contact_within_limit", "all", "", all_in_time, all);
    }

    // ---- I12, I13 ---------------------------------------------------------------------------------------------------

    static bool is_anchor(const Episode& episode) {
        return episode.entry && episode.exit && episode.outcome != "death" && episode.outcome != "retirement" &&
               episode.outcome != "transferred";
    }

    /// The exit an answer belongs to: the latest one of the case whose window holds the day, as (service, case, number).
    bool belongs_to(const Answer& given, const Episode& anchor) const {
        const Episode* latest = nullptr;
        for (const Episode& other : episodes_) {
            if (other.service != anchor.service || other.case_id != anchor.case_id || !is_anchor(other)) continue;
            const int due = months_later(*other.exit, given.horizon);
            if (given.day < due - 30 || due + 90 < given.day) continue;
            if (latest == nullptr || *latest->exit < *other.exit || (*latest->exit == *other.exit && latest->number < other.number)) latest = &other;
        }
        return latest != nullptr && latest->number == anchor.number;
    }

    static bool is_among(const std::string& answer, const std::string& first, const std::string& last) {
        const int rank = rank_in("answer", answer);
        return rank_in("answer", first) <= rank && rank <= rank_in("answer", last);
    }
    static bool is_employed(const std::string& answer) { return is_among(answer, "same_post", "self_employed"); }

    /// What became of one follow-up: the answer that counts, a code of the non-responses, or `pending`.
    std::string fate(const Episode& anchor, int horizon) const {
        const int due = months_later(*anchor.exit, horizon);
        if (due + 90 > last_day_) return "pending";
        for (const std::string wanted : {"in work or not", "dead or retired", "no answer"}) {
            std::string last;
            for (const Answer& given : anchor.answers) {
                const bool outlives = given.answer == "deceased" || given.answer == "retired";
                const bool substantive = is_among(given.answer, "same_post", "out_of_work_other");
                const bool here = given.horizon == horizon && belongs_to(given, anchor);
                if (wanted == "in work or not" && substantive && here) last = given.answer;
                if (wanted == "dead or retired" && outlives && *anchor.exit < given.day && given.day <= due + 90)
                    last = given.answer;
                if (wanted == "no answer" && !outlives && !substantive && here) last = given.answer;
            }
            if (!last.empty()) return last;
        }
        std::string word;
        for (const auto& [day, state_said] : anchor.contact_words)
            if (day <= due) word = state_said;
        return word == "refused" || word == "withdrawn" ? "refused" : "not_sent";
    }

    struct Fates {
        std::map<std::string, long> by_code;
        std::vector<std::pair<const Episode*, std::string>> mature;

        long among(const std::string& first, const std::string& last) const {
            long n = 0;
            for (const auto& [code, count] : by_code)
                if (code != "pending" && is_among(code, first, last)) n += count;
            return n;
        }
        long of(const std::string& code) const { return by_code.count(code) > 0 ? by_code.at(code) : 0; }
        long employed() const { return among("same_post", "self_employed"); }
        long answered() const { return among("same_post", "out_of_work_other"); }
        long silent() const { return among("refused", "not_sent"); }
        long eligible() const { return answered() + silent(); }
        long due() const { return eligible() + of("deceased") + of("retired"); }
    };

    Fates fates(int horizon, bool positive_only) {
        Fates all;
        for (const Episode& episode : episodes_) {
            if (!is_anchor(episode) || !in_period(episode.exit)) continue;
            if (positive_only && polarity_of(episode.outcome) != "positive") continue;
            if (!counts(episode, *episode.exit)) continue;
            const std::string code = fate(episode, horizon);
            ++all.by_code[code];
            if (code != "pending") all.mature.emplace_back(&episode, code);
        }
        return all;
    }

    /// Says what is left out and, when nobody was observed long enough, that this is why there is no value.
    static void leave_out(Row& row, const Fates& all, const std::vector<std::string>& reasons) {
        for (const std::string& reason : reasons) {
            const long n = reason == "not_mature" ? all.of("pending") : reason == "non_response" ? all.silent() : all.of(reason);
            if (n > 0) row.excluded[reason] = n;
        }
        if (!row.value && row.null_reason == "denominator_zero" && all.due() == 0 && all.of("pending") > 0)
            row.null_reason = "not_mature";
    }

    void follow_ups() {
        for (const int horizon : rules_.horizons) {
            const std::string variant = std::to_string(horizon);
            const Fates all = fates(horizon, false);
            count_row("follow_up", variant, "due", all.due());
            for (const std::string category : {"answered", "refused", "no_contact", "lost", "other_non_response",
                                               "not_sent", "deceased", "retired"}) {
                const long n = category == "answered" ? all.answered() : all.of(category);
                leave_out(proportion_row("follow_up", variant, category, n, all.due()), all, {"not_mature"});
            }
            count_row("follow_up", variant, "pending", all.of("pending"));
        }
        for (const int horizon : rules_.horizons) {
            const Fates all = fates(horizon, false);
            leave_out(proportion_row("response_rate", std::to_string(horizon), "", all.answered() + all.of("retired"),
                                     all.due() - all.of("deceased")),
                      all, {"not_mature", "deceased"});
        }
    }

    static double normal(double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }

    void bounds_row(const std::string& variant, const std::string& horizon, const Fates& all) {
        const long d = all.eligible();
        Row& row = ratio_row("retention", variant, horizon, static_cast<double>(all.employed()), static_cast<double>(d));
        leave_out(row, all, {"not_mature", "deceased", "retired"});
        if (d == 0) return;
        const double n = static_cast<double>(d);
        const double low = static_cast<double>(all.employed()) / n;
        const double high = static_cast<double>(all.employed() + all.silent()) / n;
        row.bound_lower = low;
        row.bound_upper = high;
        const double low_error = std::sqrt(low * (1 - low) / n), high_error = std::sqrt(high * (1 - high) / n);
        if (low_error == 0 && high_error == 0) return;
        double from = 0, to = 40;
        for (int step = 0; step < 200; ++step) {
            const double c = (from + to) / 2;
            (normal(c + (high - low) / std::max(low_error, high_error)) - normal(-c) < question_.level ? from : to) = c;
        }
        row.lower = std::max(0.0, low - from * low_error);
        row.upper = std::min(1.0, high + from * high_error);
    }

    static std::string weighting_cell(const Episode& episode, int fineness) {
        const std::string age = age_band(episode);
        const std::string half = age == "unknown" ? age : age == "50_54" || age == "55_and_over" ? "50+" : "under 50";
        if (fineness == 3) return "all";
        return family_of(episode.outcome) + (fineness == 0 ? " " + age : fineness == 1 ? " " + half : "");
    }

    /// Cells of one fineness: how many should have answered, did, and are in work.
    struct Weighed {
        long eligible = 0, respondents = 0, employed = 0;
    };
    static std::map<std::string, Weighed> weighed(const Fates& all, int fineness) {
        std::map<std::string, Weighed> cells;
        for (const auto& [episode, code] : all.mature) {
            if (code == "deceased" || code == "retired") continue;
            Weighed& cell = cells[weighting_cell(*episode, fineness)];
            ++cell.eligible;
            if (is_among(code, "same_post", "out_of_work_other")) ++cell.respondents;
            if (is_employed(code)) ++cell.employed;
        }
        return cells;
    }

    void weighted_row(const std::string& horizon, const Fates& all) {
        Row& row = ratio_row("retention", "weighted", horizon, static_cast<double>(all.employed()),
                             static_cast<double>(all.answered()));
        leave_out(row, all, {"not_mature", "deceased", "retired"});
        if (!row.value) return;
        row.value.reset();
        row.null_reason = "empty_stratum";
        for (int fineness = 0; fineness < 4; ++fineness) {
            const auto cells = weighed(all, fineness);
            const bool enough = std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.second.respondents >= 5; });
            if (!enough) continue;
            double value = 0, below = 0, above = 0;
            for (const auto& [name, cell] : cells) {
                const double weight = static_cast<double>(cell.eligible) / static_cast<double>(all.eligible());
                const double share = static_cast<double>(cell.employed) / static_cast<double>(cell.respondents);
                const auto [lower, upper] = wilson(cell.employed, cell.respondents, question_.level);
                value += weight * share;
                below += weight * weight * (share - lower) * (share - lower);
                above += weight * weight * (upper - share) * (upper - share);
            }
            row.null_reason.clear();
            row.value = value;
            row.lower = std::max(0.0, value - std::sqrt(below));
            row.upper = std::min(1.0, value + std::sqrt(above));
            return;
        }
    }

    void retention() {
        const std::vector<std::string> over_respondents = {"not_mature", "deceased", "retired", "non_response"};
        for (const std::string variant : {"observed", "bounds", "weighted", "same_employer", "same_post", "at_work",
                                          "employed_or_training", "after_positive_exit", "after_positive_exit_bounds"})
            for (const int months : rules_.horizons) {
                const std::string horizon = std::to_string(months);
                const Fates all = fates(months, variant.rfind("after_positive", 0) == 0);
                long n = all.employed();
                if (variant == "same_employer") n = all.among("same_post", "on_leave_with_contract");
                if (variant == "same_post") n = all.of("same_post");
                if (variant == "at_work") n -= all.of("on_leave_with_contract");
                if (variant == "employed_or_training") n += all.of("in_training");
                if (variant == "bounds" || variant == "after_positive_exit_bounds")
                    bounds_row(variant, horizon, all);
                else if (variant == "weighted")
                    weighted_row(horizon, all);
                else
                    leave_out(proportion_row("retention", variant, horizon, n, all.answered()), all, over_respondents);
            }
    }

    // ---- I14, I17, I18, I19, I22 ------------------------------------------------------------------------------------

    double prorated(double yearly) const {
        std::map<int, int> days_by_year;
        for (int day = from_; day <= to_; ++day) ++days_by_year[year_of(day)];
        double sum = 0;
        for (const auto& [year, days] : days_by_year) {
            const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
            sum += days * yearly / (leap ? 366 : 365);
        }
        return sum;
    }

    void objectives() {
        for (const auto& [id, yearly] : rules_.yearly_targets) {
            const long n = id == "referrals_per_year" ? referrals_in_period() : broad_entries_in_period();
            Row& row = ratio_row("objective", id, "", static_cast<double>(n), prorated(yearly));
            if (row.value) row.verdict = *row.numerator >= *row.denominator ? "reached" : "missed";
        }
        if (rules_.kept_target <= 0) return;
        const Shares sums = shares(cohort(false));
        Row& row = proportion_row("objective", "kept", "", sums.positive, sums.exits());
        row.bound_lower = rules_.kept_target;
        if (!row.value) return;
        if (*row.lower <= rules_.kept_target && rules_.kept_target <= *row.upper)
            row.verdict = "open";
        else
            row.verdict = *row.lower > rules_.kept_target ? "reached" : "missed";
    }

    void refusal_rate() {
        long refusals = 0;
        long entered = 0;
        for (const Episode& episode : episodes_) {
            if (in_period(episode.refusal) && counts(episode, *episode.refusal)) ++refusals;
            if (in_period(episode.entry) && counts(episode, *episode.entry)) ++entered;
        }
        proportion_row("refusal_rate", "", "", refusals, refusals + entered);
    }

    static bool open_on(const Episode& episode, int day) {
        return episode.entry && *episode.entry <= day && (!episode.exit || day < *episode.exit);
    }

    void caseload() {
        long opening = 0, inflow = 0, outflow = 0, closing = 0;
        for (const Episode& episode : episodes_) {
            if (open_on(episode, from_ - 1) && counts(episode, *episode.entry)) ++opening;
            if (in_period(episode.entry) && counts(episode, *episode.entry)) ++inflow;
            if (in_period(episode.exit) && counts(episode, *episode.exit)) ++outflow;
            if (open_on(episode, std::min(to_, last_day_)) && counts(episode, *episode.entry)) ++closing;
        }
        count_row("caseload", "opening", "", opening);
        count_row("caseload", "inflow", "", inflow);
        count_row("caseload", "outflow", "", outflow);
        count_row("caseload", "closing", "", closing);
        count_row("caseload", "active", "", opening + inflow);
    }

    void distribution(const std::string& variant, const std::string& list) {
        std::map<std::string, long> numbers;
        long known = 0;
        for (const Episode& episode : episodes_) {
            if (!in_period(episode.referral) || !counts(episode, *episode.referral)) continue;
            std::string code = variant == "by"              ? or_unknown(episode.by)
                               : variant == "on_sick_leave" ? or_unknown(episode.on_sick_leave)
                                                            : stratum_of(variant, episode, *episode.referral);
            ++numbers[code];
            if (code != "unknown") ++known;
        }
        for (const std::string& code : codes_of(list))
            proportion_row("distribution", variant, code, numbers[code], known);
        numerator_row("distribution", variant, "unknown", numbers["unknown"]);
    }

    void distributions() {
        distribution("origin", "origin");
        distribution("by", "actor");
        distribution("cause", "cause");
        distribution("nature", "nature");
        distribution("sex", "sex");
        distribution("age_band", "age_band");
        distribution("sector", "sector");
        distribution("workforce", "workforce");
        distribution("occupation", "occupation");
        distribution("on_sick_leave", "boolean");
        distribution("disabled_worker", "boolean");
    }

    // ---- courses: I05, I08, I09, I10 ---------------------------------------------------------------------------------

    Row& given_row(const std::string& indicator, const std::string& variant, const std::string& category, double numerator, double denominator,
                   const Given& given) {
        Row& row = add(indicator, variant, category);
        row.numerator = numerator;
        row.denominator = denominator;
        row.value = given.value;
        row.lower = given.lower;
        row.upper = given.upper;
        row.null_reason = given.value ? "" : given.null_reason;
        return row;
    }

    static double ended_within(const FollowedList& all, int day, int cause) {
        return static_cast<double>(std::count_if(all.begin(), all.end(), [&](const Followed& one) {
            return one.days <= day && (cause == 0 ? one.cause != 0 : one.cause == cause);
        }));
    }

    void incidence_row(const std::string& indicator, const FollowedList& all, int day, long negative) {
        Row& row = given_row(indicator, "cumulative_incidence", std::to_string(day), ended_within(all, day, 1), static_cast<double>(all.size()),
                             incidence(all, 3, 1, day, question_.level));
        if (negative > 0) row.excluded["negative"] = negative;
    }

    Row& ended_by_row(const std::string& indicator, const std::string& variant, const std::string& category, const FollowedList& all, double share) {
        return given_row(indicator, variant, category, ended_within(all, 1000000, 0), static_cast<double>(all.size()), ended_by(all, share, question_.level));
    }

    void from_referral() {
        FollowedList all;
        long negative = 0;
        for (const Episode& episode : episodes_) {
            if (!in_period(episode.referral) || !counts(episode, *episode.referral)) continue;
            const int entered = episode.entry.value_or(1000000), refused = episode.refusal.value_or(1000000), closed = episode.closing.value_or(1000000);
            const int first = std::min({entered, refused, closed});
            const int cause = first == 1000000 ? 0 : first == entered ? 1 : first == refused ? 2 : 3;
            const int days = (cause == 0 ? last_day_ : first) - *episode.referral;
            if (days < 0) ++negative;
            else all.push_back({days, cause});
        }
        for (const int day : {30, 60, 90}) incidence_row("entry_rate", all, day, negative);
    }

    void from_entry() {
        static const std::map<std::string, int> causes = {{"positive", 1}, {"negative", 2}, {"neutral", 3}};
        FollowedList all;
        for (const Episode& episode : episodes_) {
            if (!in_period(episode.entry) || !counts(episode, *episode.entry)) continue;
            const bool left = episode.exit && episode.outcome != "transferred";
            all.push_back({episode.exit.value_or(last_day_) - *episode.entry, left ? causes.at(polarity_of(episode.outcome)) : 0});
        }
        for (const int day : {90, 180, 365}) incidence_row("positive_exit_rate", all, day, 0);
        ended_by_row("days_in_cell", "km_median", "", all, 0.5);
        ended_by_row("days_in_cell", "km_q1", "", all, 0.25);
        ended_by_row("days_in_cell", "km_q3", "", all, 0.75);
        for (const int day : {90, 180, 365})
            given_row("days_in_cell", "rmst", std::to_string(day), ended_within(all, day, 0), static_cast<double>(all.size()),
                      mean_within(all, day, question_.level));
    }

    void delay_course(const std::string& variant, std::optional<int> Episode::*first, std::optional<int> Episode::*second) {
        FollowedList all;
        long negative = 0;
        for (const Episode& episode : episodes_) {
            if (!in_period(episode.*first) || !counts(episode, *(episode.*first))) continue;
            const auto then = episode.*second;
            const int end = std::min({episode.refusal.value_or(last_day_), episode.closing.value_or(last_day_), episode.exit.value_or(last_day_)});
            const int days = then.value_or(end) - *(episode.*first);
            if (days < 0) ++negative;
            else all.push_back({days, then ? 1 : 0});
        }
        Row& row = ended_by_row("stage_delay", variant, "km_median", all, 0.5);
        if (negative > 0) row.excluded["negative"] = negative;
    }

    void courses() {
        from_referral();
        from_entry();
    }

    // ---- comparisons: I15, I16 ---------------------------------------------------------------------------------------

    using Mix = std::map<std::pair<std::string, std::string>, Part>;

    void standardised_row(const std::string& variant, Mix mix) {
        long x = 0, n = 0, outside = 0;
        std::vector<Part> parts;
        for (const auto& [place, weight] : question_.reference) mix[place].weight = weight;
        for (const auto& [place, part] : mix) {
            parts.push_back(part);
            if (!question_.reference.empty() && part.weight <= 0) {
                outside += part.n;
                continue;
            }
            x += part.x;
            n += part.n;
        }
        Row& row = given_row("standardised_rate", variant, "", static_cast<double>(x), static_cast<double>(n), standardised(parts, question_.level));
        if (outside > 0) row.excluded["outside_reference"] = outside;
    }

    static std::pair<std::string, std::string> place_of(const Episode& episode) {
        return {age_band(episode), value_or_unknown(episode.attributes, "sector")};
    }

    void standardised_rates() {
        Mix entered, positive;
        for (const Episode& episode : episodes_) {
            if (!in_period(episode.referral) || !counts(episode, *episode.referral)) continue;
            Part& part = entered[place_of(episode)];
            ++part.n;
            if (entry_day(episode)) ++part.x;
        }
        for (const Episode& episode : cohort(false)) {
            const std::string now = state(episode);
            if (now != "positive" && now != "negative" && !refused_without_neutral_outcome(episode)) continue;
            Part& part = positive[place_of(episode)];
            ++part.n;
            if (now == "positive") ++part.x;
        }
        standardised_row("entry_rate", entered);
        standardised_row("positive_exit_rate", positive);
    }

    void service_comparison() {
        std::map<std::string, std::pair<long, long>> services;
        for (const Episode& episode : episodes_) {
            const bool other = wanted_ != nullptr && wanted_->count("service") > 0 && wanted_->at("service") != or_unknown(episode.service);
            if (!other) services[or_unknown(episode.service)];
        }
        long x = 0, n = 0;
        for (const Episode& episode : cohort(false)) {
            const std::string now = state(episode);
            if (now != "positive" && now != "negative" && !refused_without_neutral_outcome(episode)) continue;
            auto& [positive, exits] = services[or_unknown(episode.service)];
            ++exits, ++n;
            if (now == "positive") ++positive, ++x;
        }
        std::vector<std::pair<long, long>> all;
        for (const auto& [service, counted] : services) {
            all.push_back(counted);
            for (const bool own : {true, false}) {
                Row& row = ratio_row("service_comparison", own ? "positive_exit_rate" : "limits", service, static_cast<double>(own ? counted.first : x),
                                     static_cast<double>(own ? counted.second : n));
                if (counted.second == 0) {
                    row.value.reset();
                    row.null_reason = "denominator_zero";
                    continue;
                }
                const double pooled = static_cast<double>(x) / static_cast<double>(n);
                std::tie(row.lower, row.upper) = funnel(pooled, counted.second, 0.95);
                std::tie(row.bound_lower, row.bound_upper) = funnel(pooled, counted.second, 0.998);
            }
        }
        proportion_row("service_comparison", "pooled", "", x, n);
        given_row("service_comparison", "overdispersion", "", static_cast<double>(x), static_cast<double>(n), overdispersion(all));
    }

    /// I20: an episode's measure counts on the day of its first action.
    void measures() {
        std::map<std::string, long> issued, done;
        for (const Episode& episode : episodes_)
            for (const std::string& code : codes_of("measure")) {
                std::optional<int> first;
                bool carried_out = false;
                for (const Action& action : episode.actions) {
                    if (action.measure != code) continue;
                    if (!first || action.day < *first) first = action.day;
                    if (action.progress == "done") carried_out = true;
                }
                if (!in_period(first) || !counts(episode, *first)) continue;
                ++issued[code];
                if (carried_out) ++done[code];
            }
        long recommended = 0, carried_out = 0;
        for (const std::string code : {"job_adjustment", "working_time_adjustment", "therapeutic_part_time", "telework",
                                       "technical_aid", "job_study", "ergonomic_study"}) {
            recommended += issued[code];
            carried_out += done[code];
        }
        count_row("recommendations", "issued", "", recommended);
        proportion_row("recommendations", "carried_out", "", carried_out, recommended);
        for (const std::string& code : codes_of("measure")) count_row("measures", "", code, issued[code]);
    }

    void partners() {
        for (const std::string& code : codes_of("partner")) {
            long n = 0;
            for (const Episode& episode : episodes_) {
                bool at_work = false;
                for (const auto& [day, partner] : episode.relays)
                    if (partner == code && in_period(day) && counts(episode, day)) at_work = true;
                for (const Action& action : episode.actions)
                    if (action.partner == code && in_period(action.day) && counts(episode, action.day)) at_work = true;
                if (at_work) ++n;
            }
            count_row("partners", "", code, n);
        }
    }

    void appointments() {
        std::map<std::string, long> numbers;
        long persons = 0;
        for (const Episode& episode : episodes_) {
            bool seen = false;
            for (const auto& [day, state_then] : episode.appointments) {
                if (state_then == "planned" || !in_period(day) || !counts(episode, day)) continue;
                ++numbers[state_then];
                if (state_then == "held") seen = true;
            }
            if (seen) ++persons;
        }
        for (const std::string variant : {"held", "missed", "cancelled"})
            count_row("appointments", variant, "", numbers[variant]);
        ratio_row("appointments", "per_person", "", static_cast<double>(numbers["held"]),
                  static_cast<double>(persons));
    }
};

}  // namespace

std::pair<double, double> wilson(long numerator, long denominator, double level) {
    const double n = static_cast<double>(denominator);
    const double p = static_cast<double>(numerator) / n;
    const double z = normal_quantile(0.5 + level / 2);
    const double centre = p + z * z / (2 * n);
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    const double scale = 1 + z * z / n;
    const double lower = numerator == 0 ? 0 : std::max(0.0, (centre - half) / scale);
    const double upper = numerator == denominator ? 1 : std::min(1.0, (centre + half) / scale);
    return {lower, upper};
}

std::vector<Row> report(const Register& entries, const Question& question) {
    std::vector<Episode> episodes;
    for (const Episode& episode : replay(entries, question))
        if (!episode.objected) episodes.push_back(episode);

    Count whole(episodes, question, nullptr);
    std::vector<Row> rows = whole.rows();
    if (question.by.empty()) return rows;
    for (const Strata& strata : whole.met()) {
        const std::vector<Row> more = Count(episodes, question, &strata).rows();
        rows.insert(rows.end(), more.begin(), more.end());
    }
    return rows;
}

}  // namespace slow
