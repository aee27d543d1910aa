// The rules of docs/pathway.md read line by line: which entries stand, in which order, what each does to its episode and
// what is listed about it.
#include "slow_lists.hpp"
#include "slow_reference.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <tuple>

namespace slow {

namespace {

std::string attribute(const Event& event, const std::string& name) {
    const auto found = event.attributes.find(name);
    return found == event.attributes.end() ? "" : found->second;
}

std::string known_since(const Event& event) { return event.recorded_on.empty() ? event.on : event.recorded_on; }

// ---- which entries stand --------------------------------------------------------------------------------------------

/// The amendments of a register as known on a day, by the id of the entry they name.
struct Amendments {
    std::map<std::string, std::vector<const Event*>> naming;

    bool withdrawn(const Event& amendment) const {
        if (amendment.id.empty()) return false;
        const Event* last = winner(amendment.id);
        return last != nullptr && attribute(*last, "withdraw") == "true";
    }

    /// Of several the latest recorded wins, then a withdrawal, then the greatest canonical JSON.
    const Event* winner(const std::string& id) const {
        const auto found = naming.find(id);
        if (found == naming.end()) return nullptr;
        const Event* best = nullptr;
        for (const Event* candidate : found->second)
            if (!withdrawn(*candidate) && (best == nullptr || key(*best) < key(*candidate))) best = candidate;
        return best;
    }

    static std::tuple<std::string, bool, std::string> key(const Event& amendment) {
        return {known_since(amendment), attribute(amendment, "withdraw") == "true", canonical_json(amendment)};
    }
};

Register amended(const Register& entries, const std::string& known_on) {
    Amendments amendments;
    for (const Event& event : entries)
        if (event.event == "amendment" && (known_on.empty() || known_since(event) <= known_on))
            amendments.naming[attribute(event, "amends")].push_back(&event);
    Register standing;
    for (const Event& event : entries) {
        if (event.event == "amendment") continue;
        const Event* amendment = event.id.empty() ? nullptr : amendments.winner(event.id);
        if (amendment == nullptr) {
            standing.push_back(event);
        } else if (amendment->entry) {
            Event replacement = *amendment->entry;
            replacement.service = event.service;
            replacement.case_id = event.case_id;
            replacement.id = event.id;
            standing.push_back(replacement);
        }
    }
    return standing;
}

std::vector<int> code_order(const Event& event) {
    std::vector<int> order;
    const auto [name, list] = code_attribute_of(event.event);
    if (name.empty()) return order;
    std::string code;
    for (const char character : attribute(event, name) + "|") {
        if (character != '|') {
            code += character;
        } else {
            order.push_back(rank_in(list, code));
            code.clear();
        }
    }
    return order;
}

bool canonically_before(const Event& left, const Event& right) {
    const auto key = [](const Event& event) {
        return std::make_tuple(event.on, rank_in("event", event.event), known_since(event), code_order(event),
                               canonical_json(event));
    };
    return key(left) < key(right);
}

// ---- the reading of one case ----------------------------------------------------------------------------------------

struct ConsentWord {
    int day = 0;
    std::string scope, state, party, partner, until;
};

struct Reading {
    const Rules* rules = nullptr;
    std::vector<Rules> rules_of_episode;  // empty: the same rules for all
    int birth_year = 0;
    std::set<std::string> kinds_of_the_day;
    std::vector<Episode> episodes{Episode{}};
    std::vector<ConsentWord> ledger;
    std::vector<Answer> answers;
    std::string leave_state, leave_until;  // the last word on sick leave
    std::vector<Finding> findings;
    std::set<int> not_live;  // the serials of the entries that live software would not have taken

    Episode& current() { return episodes.back(); }
};

bool ended(const Episode& episode) { return episode.refusal || episode.exit || episode.closing; }

/// The reasons against one event: a single finding comes out of them, the gravest.
struct Reasons {
    std::string violation, unrecorded;  // the first rule of each severity
    bool lacks_referral = false;        // refused live; a history lists it once for the whole case

    void violates(const std::string& rule) {
        if (violation.empty()) violation = rule;
    }
    void lacks(const std::string& rule) {
        if (unrecorded.empty()) unrecorded = rule;
    }
};

bool one_of(const std::string& code, const std::set<std::string>& codes) { return codes.count(code) > 0; }

const std::set<std::string> open_stages = {"referred", "contacted", "qualified", "in_support", "suspended"};

bool open_or_exited(const std::string& stage) { return stage == "exited" || one_of(stage, open_stages); }

bool anchored(const Episode& episode) {
    return episode.exit && !one_of(episode.outcome, {"death", "retirement", "transferred"});
}

bool in_window(int exit_day, int horizon, int day) {
    const int due = months_later(exit_day, horizon);
    return due - 30 <= day && day <= due + 90;
}

bool substantive(const std::string& answer) {
    return rank_in("answer", answer) >= 0 && rank_in("answer", answer) <= rank_in("answer", "out_of_work_other");
}

/// The stage shown on a day: an exit is closed once nothing more is expected of its follow-up.
std::string stage_on(const Reading& reading, const Episode& episode, int day) {
    if (episode.stage != "exited" || !episode.exit) return episode.stage;
    bool all_over = true;
    for (const int horizon : reading.rules->horizons) {
        bool over = day > months_later(*episode.exit, horizon) + 90;
        for (const Answer& given : reading.answers)
            if (given.horizon == horizon && substantive(given.answer) && in_window(*episode.exit, horizon, given.day))
                over = true;
        if (!over) all_over = false;
    }
    for (const Answer& given : reading.answers)
        if ((given.answer == "deceased" || given.answer == "retired") && given.day > *episode.exit) return "closed";
    return all_over ? "closed" : "exited";
}

// ---- consents -------------------------------------------------------------------------------------------------------

enum class Standing { given, against, not_recorded };

Standing consent_on(const Reading& reading, int day, const std::string& scope, const std::string& party,
                    const std::string& recipient) {
    const ConsentWord* last = nullptr;
    for (const ConsentWord& word : reading.ledger) {
        if (word.scope != scope || word.party != party) continue;
        if (!word.partner.empty() && word.partner != recipient) continue;
        const bool counts = word.state == "given" ? word.day <= day : word.day < day;
        if (counts) last = &word;
    }
    if (last == nullptr) return Standing::not_recorded;
    if (last->state != "given") return Standing::against;
    return last->until.empty() || day <= day_of(last->until) ? Standing::given : Standing::against;
}

void needs_consent(const Reading& reading, int day, const std::string& scope, const std::string& party,
                   const std::string& recipient, Reasons& reasons) {
    const Standing standing = consent_on(reading, day, scope, party, recipient);
    if (standing == Standing::against) reasons.violates("consent:" + scope);
    if (standing == Standing::not_recorded) reasons.lacks("consent:" + scope);
}

void needs_employer_consents(const Reading& reading, const Event& event, int day, Reasons& reasons) {
    needs_consent(reading, day, "employer_contact", "worker", "", reasons);
    if (attribute(event, "by") != "occupational_physician")
        needs_consent(reading, day, "employer_contact", "occupational_physician", "", reasons);
}

void needs_recipient_consent(const Reading& reading, const std::string& recipient, int day, Reasons& reasons) {
    const bool insurance = one_of(recipient, {"cpam", "msa", "insurance_medical_service", "carsat_social_service",
                                              "insurance_physician", "insurance_social_service"});
    needs_consent(reading, day, insurance ? "insurance_exchange" : "partner_exchange", "worker", recipient, reasons);
}

void record_consent(Reading& reading, const Event& event, int day) {
    ConsentWord word{day, attribute(event, "scope"), attribute(event, "state"), attribute(event, "party"),
                     attribute(event, "partner"), attribute(event, "until")};
    if (word.party.empty()) word.party = "worker";
    reading.ledger.push_back(word);
}

// ---- stages and milestones ------------------------------------------------------------------------------------------

void move_to(Episode& episode, const std::string& target, bool fits) {
    const bool further = rank_in("stage", target) > rank_in("stage", episode.stage);
    if (!fits && !further) return;
    if (target == "suspended" && episode.stage != "suspended") episode.stage_before_suspension = episode.stage;
    episode.stage = target;
}

void set_once(std::optional<int>& milestone, int day) {
    if (!milestone) milestone = day;
}

void refer(Episode& episode, const Event& event, int day) {
    episode.referral = day;
    episode.by = attribute(event, "by");
    if (event.event != "referral") return;
    episode.origin = attribute(event, "origin");
    episode.cause = attribute(event, "cause");
    episode.nature = attribute(event, "nature");
    episode.on_sick_leave = attribute(event, "on_sick_leave");
}

Episode& new_episode(Reading& reading) {
    Episode next;
    next.number = reading.current().number + 1;
    reading.episodes.push_back(next);
    return reading.current();
}

// ---- one function for each event that does something --------------------------------------------------------------

void apply_referral(Reading& reading, const Event& event, int day, const std::string& stage, Reasons& reasons) {
    const std::string form_consent = attribute(event, "consent");
    if (!form_consent.empty())
        reading.ledger.push_back({day, "referral", form_consent == "true" ? "given" : "refused", "worker", "", ""});
    if (form_consent == "false") reasons.violates("consent:referral");
    if (form_consent.empty()) needs_consent(reading, day, "referral", "worker", "", reasons);

    if (ended(reading.current())) {
        reasons.lacks("reopening_missing");
        refer(new_episode(reading), event, day);
        reading.current().stage = "referred";
        return;
    }
    Episode& episode = reading.current();
    if (episode.referral) {
        reasons.violates("second_referral");
        return;
    }
    const bool fits = stage.empty() || stage == "contacted";
    if (!fits) reasons.violates("stage");
    refer(episode, event, day);
    move_to(episode, "referred", stage.empty());
}

void apply_reopening(Reading& reading, const Event& event, int day, const std::string& stage, Reasons& reasons) {
    needs_consent(reading, day, "referral", "worker", "", reasons);
    if (ended(reading.current())) {
        if (!one_of(stage, {"declined", "redirected", "exited", "closed"})) reasons.violates("stage");
        Episode& episode = new_episode(reading);
        refer(episode, event, day);
        episode.contact = day;
        episode.stage = "contacted";
        return;
    }
    Episode& episode = reading.current();
    reasons.violates("stage");
    if (!stage.empty()) return;  // a reopening of an open episode
    if (!episode.referral) refer(episode, event, day);
    set_once(episode.contact, day);
    move_to(episode, "contacted", false);
}

void apply_interview(Reading& reading, const Event& event, int day, const std::string& stage, Reasons& reasons) {
    Episode& episode = reading.current();
    const std::string decision = attribute(event, "decision");
    const bool fits = one_of(stage, {"referred", "contacted"});
    if (!fits) reasons.violates("stage");
    const int least_age = decision == "accepted" ? reading.rules->least_age : 0;
    const int age = std::stoi(iso_of(episode.referral.value_or(day)).substr(0, 4)) - reading.birth_year;
    if (least_age > 0 && reading.birth_year == 0) reasons.lacks("age");
    if (least_age > 0 && reading.birth_year != 0 && age < least_age) reasons.violates("age");
    set_once(episode.interview, day);
    set_once(episode.contact, day);
    if (decision == "accepted" && !episode.referral) reasons.lacks_referral = true;
    if (decision == "accepted") move_to(episode, "qualified", fits);
    if (decision == "deferred") move_to(episode, "contacted", fits);
    if (decision != "redirected" && decision != "not_eligible") return;
    if (!episode.entry && !ended(episode)) episode.closing = day;
    // After the entry it ends nothing; it leads where the table says where the table allows it.
    if (!episode.entry || fits) move_to(episode, "redirected", fits);
}

void apply_entry(Reading& reading, int day, const std::string& stage, Reasons& reasons) {
    Episode& episode = reading.current();
    const bool fits = one_of(stage, reading.rules->entry_from);
    if (!fits) reasons.violates("stage");
    if (!episode.referral) reasons.lacks_referral = true;
    if (episode.entry || ended(episode)) {
        reasons.violates("without_effect");
        return;
    }
    episode.entry = day;
    set_once(episode.contact, day);
    move_to(episode, "in_support", fits);
}

/// A refusal or an outcome belongs to the stages before an entry, or to those after one; a suspended case may have entered or not.
bool may_end_at(const Episode& episode, const std::string& stage) {
    return stage == "suspended" || (episode.entry ? stage == "in_support" : one_of(stage, {"referred", "contacted", "qualified"}));
}

void apply_refusal(Reading& reading, int day, const std::string& stage, Reasons& reasons) {
    Episode& episode = reading.current();
    const bool fits = may_end_at(episode, stage);
    if (!fits) reasons.violates("stage");
    if (ended(episode)) {
        reasons.violates("without_effect");
        return;
    }
    set_once(episode.contact, day);
    if (episode.entry) {
        episode.exit = day;
        episode.outcome = "drop_out";
        move_to(episode, "exited", fits);
    } else {
        episode.refusal = day;
        move_to(episode, "declined", fits);
    }
}

void apply_outcome(Reading& reading, const Event& event, int day, const std::string& stage, Reasons& reasons) {
    Episode& episode = reading.current();
    const std::string outcome = attribute(event, "outcome");
    const bool fits = stage == "declined" || may_end_at(episode, stage);
    if (!fits) reasons.violates("stage");
    if (episode.exit || episode.closing || (episode.refusal && !episode.outcome.empty())) {
        reasons.violates("without_effect");
        return;
    }
    episode.outcome = outcome;
    if (episode.refusal) return;
    if (!episode.entry) {
        episode.closing = day;
        move_to(episode, "closed", fits);
        return;
    }
    const bool in_the_cell = stage == "in_support" || stage == "suspended";
    if (in_the_cell && reading.rules->plan_before_positive_outcome && polarity_of(outcome) == "positive" &&
        !episode.plan)
        reasons.violates("after:plan");
    episode.exit = day;
    move_to(episode, one_of(outcome, {"death", "retirement", "transferred"}) ? "closed" : "exited", fits);
}

void check_action(const Reading& reading, const Event& event, int day, Reasons& reasons) {
    const std::string actor = attribute(event, "actor");
    const std::string partner = attribute(event, "partner");
    const std::string measure = attribute(event, "measure");
    if (!reading.episodes.back().plan) reasons.violates("after:plan");
    if (!partner.empty()) needs_recipient_consent(reading, partner, day, reasons);
    if (!actor.empty() && actor != "worker" && actor != "employer" && !one_of(actor, reading.rules->team))
        needs_recipient_consent(reading, actor, day, reasons);
    if (actor == "employer" || measure == "employer_meeting") needs_employer_consents(reading, event, day, reasons);
    if (measure != "supervised_trial") return;
    if (reading.leave_state.empty()) {
        reasons.lacks("on_sick_leave");
    } else if (reading.leave_state == "ended" ||
               (!reading.leave_until.empty() && day > day_of(reading.leave_until))) {
        reasons.violates("on_sick_leave");
    }
    for (const std::string party : {"general_practitioner", "insurance_physician", "occupational_physician"})
        needs_consent(reading, day, "supervised_trial", party, "", reasons);
}

void apply_follow_up(Reading& reading, const Event& event, int day, Reasons& reasons) {
    const int horizon = std::stoi(attribute(event, "horizon"));
    const std::string answer = attribute(event, "answer");
    const auto& horizons = reading.rules->horizons;
    const bool known_horizon = std::find(horizons.begin(), horizons.end(), horizon) != horizons.end();
    const bool leaves_scope = answer == "deceased" || answer == "retired";
    bool expected = false;
    for (const Episode& episode : reading.episodes) {
        if (!anchored(episode)) continue;
        if (leaves_scope ? day > *episode.exit : in_window(*episode.exit, horizon, day)) expected = true;
    }
    if (known_horizon && expected)
        reading.answers.push_back({day, horizon, answer});
    else
        reasons.violates("follow_up_window");
}

/// What is usually done beside an event and is missing; an event without effect needs nothing beside it.
std::vector<std::string> missing_beside(Reading& reading, const Event& event) {
    const Episode& episode = reading.current();
    const std::string kind = event.event;
    std::vector<std::string> missing;
    const auto expected = [&](const std::string& rule, bool there) {
        if (reading.rules->expected.count(rule) > 0 && !there) missing.push_back(rule);
    };
    if (kind == "appointment" && attribute(event, "appointment_state") == "held")
        expected("plan_after_appointment", reading.kinds_of_the_day.count("action_plan") > 0);
    const bool second_referral = !ended(episode) && episode.referral;
    if (kind == "referral" && !second_referral)
        expected("pre_return_visit_origin", attribute(event, "origin") == "pre_return_visit");
    if (kind == "qualification_interview" && attribute(event, "decision") == "accepted")
        expected("orientation_named",
                 one_of(attribute(event, "orientation"), {"retention_in_company", "external_redeployment"}));
    const bool second_outcome = episode.exit || episode.closing || (episode.refusal && !episode.outcome.empty());
    const std::string family = family_of(attribute(event, "outcome"));
    if (kind == "outcome" && !second_outcome && (family == "elsewhere" || family == "project"))
        expected("interests_before_external_outcome",
                 std::count(episode.measures.begin(), episode.measures.end(), "interests_and_motivations") > 0);
    return missing;
}

void choose_rules(Reading& reading, const Event& event) {
    if (reading.rules_of_episode.empty()) return;
    const bool begins = (event.event == "reopening" || event.event == "referral") && ended(reading.current());
    const auto number = static_cast<std::size_t>(reading.current().number + (begins ? 1 : 0));
    reading.rules = &reading.rules_of_episode.at(number - 1);
}

void apply(Reading& reading, const Event& event) {
    choose_rules(reading, event);
    const int day = day_of(event.on);
    const auto missing = missing_beside(reading, event);
    const std::string kind = event.event;
    const std::string stage = stage_on(reading, reading.current(), day);
    const bool held = kind == "appointment" && attribute(event, "appointment_state") == "held";
    Reasons reasons;
    const auto stage_must_be = [&](bool fits) {
        if (!fits) reasons.violates("stage");
        return fits;
    };

    if (kind == "sick_leave") {
        reading.leave_state = attribute(event, "leave_state");
        reading.leave_until = attribute(event, "until");
    } else if (kind == "consent") {
        record_consent(reading, event, day);
    } else if (kind == "reopening") {
        apply_reopening(reading, event, day, stage, reasons);
    } else if (kind == "referral") {
        apply_referral(reading, event, day, stage, reasons);
    } else if (kind == "first_contact") {
        const bool fits = stage_must_be(stage.empty() || stage == "referred");
        set_once(reading.current().contact, day);
        move_to(reading.current(), "contacted", fits);
    } else if (held) {
        stage_must_be(open_or_exited(stage));
        set_once(reading.current().contact, day);
        move_to(reading.current(), "contacted", stage == "referred");
    } else if (kind == "appointment" || kind == "contact_attempt" || kind == "team_review") {
        stage_must_be(open_or_exited(stage));
    } else if (kind == "qualification_interview") {
        apply_interview(reading, event, day, stage, reasons);
    } else if (kind == "entry") {
        apply_entry(reading, day, stage, reasons);
    } else if (kind == "refusal") {
        apply_refusal(reading, day, stage, reasons);
    } else if (kind == "action_plan") {
        stage_must_be(one_of(stage, {"contacted", "qualified", "in_support"}));
        set_once(reading.current().plan, day);
    } else if (kind == "action") {
        stage_must_be(one_of(stage, {"contacted", "qualified", "in_support", "suspended"}));
        check_action(reading, event, day, reasons);
        reading.current().measures.push_back(attribute(event, "measure"));
        reading.current().actions.push_back(
            {day, attribute(event, "measure"), attribute(event, "progress"), attribute(event, "partner")});
    } else if (kind == "employer_contact") {
        stage_must_be(one_of(stage, {"contacted", "qualified", "in_support", "suspended"}));
        if (attribute(event, "incoming") != "true") needs_employer_consents(reading, event, day, reasons);
    } else if (kind == "relay") {
        stage_must_be(stage.empty() ? reading.rules->relay_before_any_stage : stage != "closed");
        needs_recipient_consent(reading, attribute(event, "partner"), day, reasons);
        reading.current().relays.emplace_back(day, attribute(event, "partner"));
    } else if (kind == "suspension") {
        const bool fits = stage_must_be(stage != "suspended" && one_of(stage, open_stages));
        move_to(reading.current(), "suspended", fits);
    } else if (kind == "resumption") {
        if (stage_must_be(stage == "suspended")) reading.current().stage = reading.current().stage_before_suspension;
    } else if (kind == "outcome") {
        apply_outcome(reading, event, day, stage, reasons);
    } else if (kind == "follow_up") {
        apply_follow_up(reading, event, day, reasons);
    } else if (kind != "visit" && kind != "unfitness_opinion") {
        throw std::invalid_argument("unknown event: " + kind);
    }

    if (kind == "appointment")
        reading.current().appointments.emplace_back(day, attribute(event, "appointment_state"));
    set_once(reading.current().first_event, day);
    const std::string rule = reasons.violation.empty() ? reasons.unrecorded : reasons.violation;
    if (!rule.empty() || reasons.lacks_referral) reading.not_live.insert(event.serial);
    if (!rule.empty())
        reading.findings.push_back({event.service, event.case_id, kind, event.on, rule,
                                    reasons.violation.empty() ? "unrecorded" : "violation"});
    for (const auto& note : missing)
        reading.findings.push_back({event.service, event.case_id, kind, event.on, note, "note"});
}

// ---- the order of a day, a reopening or a referral on the day of the end included ---------------------------------

bool ends_with(Reading reading, const Register& rest_of_the_day) {
    for (const Event& event : rest_of_the_day) {
        apply(reading, event);
        if (ended(reading.current())) return true;
    }
    return false;
}

void read_day(Reading& reading, Register day) {
    Register waiting;
    reading.kinds_of_the_day.clear();
    for (const Event& event : day) reading.kinds_of_the_day.insert(event.event);
    while (!day.empty()) {
        const Event event = day.front();
        day.erase(day.begin());
        const bool was_ended = ended(reading.current());
        const bool starts_again = event.event == "reopening" || event.event == "referral";
        if (starts_again && !was_ended && !reading.current().stage.empty() && ends_with(reading, day)) {
            waiting.push_back(event);
            continue;
        }
        apply(reading, event);
        if (was_ended || !ended(reading.current())) continue;
        day.insert(day.begin(), waiting.begin(), waiting.end());
        waiting.clear();
    }
    if (!waiting.empty()) throw std::logic_error("an event was left waiting for an end that did not come");
}

std::map<std::string, std::string> case_attributes(const Register& history) {
    std::map<std::string, std::string> first;
    for (const Event& event : history) {
        const bool places_the_case = event.event == "referral" || event.event == "entry";
        for (const std::string name : {"worker", "employer", "sex", "birth_year", "sector", "workforce", "occupation",
                                       "disabled_worker"})
            if (!attribute(event, name).empty()) first.try_emplace(name, attribute(event, name));
        for (const std::string name : {"centre", "physician", "manager"})
            if (places_the_case && !attribute(event, name).empty()) first.try_emplace(name, attribute(event, name));
    }
    return first;
}

bool objects_to_statistics(const Register& history) {
    bool objects = false;
    for (const Event& event : history) {
        const std::string party = attribute(event, "party");
        if (event.event != "consent" || attribute(event, "scope") != "statistics") continue;
        if ((!party.empty() && party != "worker") || !attribute(event, "partner").empty()) continue;
        objects = attribute(event, "state") != "given";
    }
    return objects;
}

void read_days(Reading& reading, const Register& history) {
    for (std::size_t i = 0; i < history.size();) {
        Register day;
        const std::string on = history[i].on;
        for (; i < history.size() && history[i].on == on; ++i) day.push_back(history[i]);
        read_day(reading, day);
    }
}

/// Reads a case twice: once to see on which day each of its episodes was referred, then under the rules of those days.
Reading read_case(const Register& history, const std::string& protocol, const std::string& last_day) {
    const auto attributes = case_attributes(history);
    const Rules any_rules = rules_of(protocol);
    Reading first, reading;
    first.rules = &any_rules;
    if (attributes.count("birth_year") > 0) first.birth_year = std::stoi(attributes.at("birth_year"));
    reading.birth_year = first.birth_year;
    read_days(first, history);
    for (const Episode& episode : first.episodes)
        reading.rules_of_episode.push_back(rules_of(protocol, iso_of(episode.referral ? *episode.referral : *episode.first_event)));
    read_days(reading, history);

    const bool objected = objects_to_statistics(history);
    bool referred = false;
    reading.current().stage = stage_on(reading, reading.current(), day_of(last_day));
    for (Episode& episode : reading.episodes) {
        episode.service = history.front().service;
        episode.case_id = history.front().case_id;
        episode.attributes = attributes;
        episode.objected = objected;
        episode.answers = reading.answers;
        for (const ConsentWord& word : reading.ledger)
            if (word.scope == "follow_up_contact" && word.party == "worker" && word.partner.empty())
                episode.contact_words.emplace_back(word.day, word.state);
        if (episode.referral) referred = true;
    }
    if (!referred)
        reading.findings.push_back({history.front().service, history.front().case_id, history.front().event,
                                    history.front().on, "referral_missing", "unrecorded"});
    for (Finding& finding : reading.findings) finding.objected = objected;
    return reading;
}

void for_each_case(const Register& entries, const Question& question, const std::function<void(const Reading&)>& act) {
    std::string last_day = question.as_of;
    if (!question.known_on.empty() && question.known_on < last_day) last_day = question.known_on;
    std::map<std::pair<std::string, std::string>, Register> cases;
    for (const Event& event : amended(entries, question.known_on)) {
        const bool unknown_yet = !question.known_on.empty() && known_since(event) > question.known_on;
        if (event.on <= last_day && !unknown_yet) cases[{event.service, event.case_id}].push_back(event);
    }
    for (auto& [key, history] : cases) {
        std::sort(history.begin(), history.end(), canonically_before);
        act(read_case(history, question.protocol, last_day));
    }
}

}  // namespace

std::vector<Episode> replay(const Register& entries, const Question& question) {
    std::vector<Episode> episodes;
    for_each_case(entries, question, [&episodes](const Reading& reading) {
        episodes.insert(episodes.end(), reading.episodes.begin(), reading.episodes.end());
    });
    return episodes;
}

namespace {

/// The entries up to a day that live software would not have taken, by their serials.
std::set<int> not_live(const Register& file, const std::string& protocol, const std::string& last_day) {
    Register history;
    for (const Event& event : amended(file, ""))
        if (event.on <= last_day) history.push_back(event);
    if (history.empty()) return {};
    std::sort(history.begin(), history.end(), canonically_before);
    return read_case(history, protocol, last_day).not_live;
}

}  // namespace

bool admits(const Register& file, const Event& proposed, const std::string& protocol) {
    Register with = file;
    for (std::size_t i = 0; i < with.size(); ++i) {
        with[i].serial = static_cast<int>(i) + 1;
        if (with[i].entry) with[i].entry->serial = static_cast<int>(i) + 1;
    }
    const Register without = with;
    with.push_back(proposed);
    with.back().serial = static_cast<int>(with.size());
    const auto refused = not_live(with, protocol, proposed.on);
    if (refused.count(with.back().serial) > 0) return false;
    if (one_of(proposed.event, {"sick_leave", "visit", "unfitness_opinion", "consent"})) return true;
    const auto refused_before = not_live(without, protocol, proposed.on);
    for (const Event& event : amended(without, ""))
        if (event.on == proposed.on && refused.count(event.serial) > 0 && refused_before.count(event.serial) == 0) return false;
    return true;
}

std::vector<Finding> deviations(const Register& entries, const Question& question) {
    std::vector<Finding> findings;
    for_each_case(entries, question, [&findings](const Reading& reading) {
        findings.insert(findings.end(), reading.findings.begin(), reading.findings.end());
    });
    return findings;
}

}  // namespace slow
