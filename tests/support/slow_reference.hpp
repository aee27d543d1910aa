// The slow reference: replay and indicators written a second time from the definitions alone (docs/pathway.md and indicators.md), with
// maps, strings and obvious loops, so that the engine can be compared with something that shares no line with it.
// It must never include a header of the library.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace slow {

/// The attributes of an entry as text: `true`, `12`, `2024-01-31`; a list is joined with `|`.
using Attributes = std::map<std::string, std::string>;

/// One entry of a case, its fields as they stand in an event file; "" is an absent field.
struct Event {
    std::string service, case_id, event, on, recorded_on, id;
    Attributes attributes;
    /// What an amendment puts in the place of the entry it names; it carries no case, service or id of its own.
    std::shared_ptr<Event> entry;
    /// Tells an entry from others in `admits`; no field of it.
    int serial = 0;
};

/// All the entries of one or several services, in any order.
using Register = std::vector<Event>;

/// The entry as JSON with sorted keys and no spaces, with the fields it was given: the last tie-breaker of a day.
std::string canonical_json(const Event& event);

/// The register as `maintien-events/1`, one object a line, in the register's own order.
std::string to_json_lines(const Register& entries);

/// What is asked of a register; "" for a day that is not given.
struct Question {
    std::string protocol = "common_core";  // a built-in one, `name` or `name/version`
    std::string as_of, known_on, from, to;
    std::vector<std::string> by;
    double level = 0.95;
    std::map<std::pair<std::string, std::string>, double> reference;  // weight of an age band and a sector, `unknown` among each
};

/// One row of the report; "" for a null text. A key of `excluded` is there only when its number is above zero.
struct Row {
    std::string indicator, variant, category;
    std::map<std::string, std::string> by;
    std::optional<double> numerator, denominator, value, lower, upper, bound_lower, bound_upper;
    std::map<std::string, long> excluded;
    std::string null_reason, verdict;
};

/// The rows of the indicators built so far: the whole register first, then each observed combination of strata.
std::vector<Row> report(const Register& entries, const Question& question);

/// One deviating event. `objected` tells a case that refuses statistics.
struct Finding {
    std::string service, case_id, event, on, rule, severity;
    bool objected = false;
};

/// What `replay` lists: the events that broke a rule or lack a recorded fact, and what was expected beside an event.
std::vector<Finding> deviations(const Register& entries, const Question& question);

/// Whether live software takes an entry into the file of one case: at its place it breaks no rule and lacks no recorded fact, and it
/// puts no other entry of its day out of its place. No amendment is proposed.
bool admits(const Register& file, const Event& proposed, const std::string& protocol);

/// One answer at follow-up that has its effect.
struct Answer {
    int day = 0, horizon = 0;
    std::string answer;
};

/// One action of an episode.
struct Action {
    int day = 0;
    std::string measure, progress, partner;
};

/// One passage of a case through the cell; days count from 1970-01-01.
struct Episode {
    std::string service, case_id;
    int number = 1;
    std::optional<int> referral, contact, interview, entry, plan, refusal, exit, closing;
    std::string outcome, stage;
    std::string origin, cause, nature, on_sick_leave, by;
    std::map<std::string, std::string> attributes;               // of the case
    std::vector<std::pair<int, std::string>> appointments;       // day and state
    std::string stage_before_suspension;
    std::optional<int> first_event;
    std::vector<std::string> measures;                           // of its actions
    std::vector<Action> actions;
    std::vector<std::pair<int, std::string>> relays;             // day and partner
    std::vector<Answer> answers;                                 // of the case, whatever the episode
    std::vector<std::pair<int, std::string>> contact_words;      // of the worker on being contacted: day and state
    bool objected = false;
};

/// Every episode of every case, by service, case and number; the last one of a case shows its stage at T.
std::vector<Episode> replay(const Register& entries, const Question& question);

/// The two ends of the Wilson interval.
std::pair<double, double> wilson(long numerator, long denominator, double level);

}  // namespace slow
