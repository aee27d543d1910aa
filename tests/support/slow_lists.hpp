// The closed lists, the civil days and the two protocols, typed once more for the slow reference.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace slow {

/// Days since 1970-01-01 of `YYYY-MM-DD`.
int day_of(const std::string& iso);
/// `YYYY-MM-DD` of a number of days since 1970-01-01.
std::string iso_of(int day);
/// The calendar year of a day.
int year_of(int day);
/// The same day of the month some months later, at most the end of that month.
int months_later(int day, int months);

/// The codes of a closed list in their order; `event` is the list of events.
const std::vector<std::string>& codes_of(const std::string& list);
/// The place of a code in its list, or -1 without one.
int rank_in(const std::string& list, const std::string& code);
/// `positive`, `negative` or `neutral`.
std::string polarity_of(const std::string& outcome);
/// `company`, `elsewhere`, `project` or "".
std::string family_of(const std::string& outcome);
/// The attribute that is the code of an event and the list it comes from; both "" for an event without a code.
std::pair<std::string, std::string> code_attribute_of(const std::string& event);

/// What the reference needs to know of a protocol.
struct Rules {
    bool refusal_is_entry = false, refusal_is_exit = false, plan_before_positive_outcome = true;
    int contact_limit = 15;
    std::vector<int> horizons;
    std::set<std::string> entry_from, team;
    std::map<std::string, double> yearly_targets;
    double kept_target = 0;  // 0: none
    int least_age = 0;       // of an accepted interview; 0: none
    bool relay_before_any_stage = false;
    std::set<std::string> expected;  // names of the rules that only yield notes
};

/// The rules of a built-in protocol, `name` or `name/version`, for an episode referred on a day (`YYYY-MM-DD`).
Rules rules_of(const std::string& protocol, const std::string& referral_day);
/// The same for a protocol of one version.
inline Rules rules_of(const std::string& protocol) { return rules_of(protocol, ""); }

}  // namespace slow
