#include "random_history.hpp"

#include "slow_lists.hpp"

#include <algorithm>

namespace slow {

namespace {

const std::vector<int> telling_gaps = {0,  0,  0,  0,  1,  1,  2,  7,   14,  15,  15,  16,  29, 30,
                                       31, 45, 60, 89, 90, 91, 150, 179, 180, 181, 335, 364, 365, 366};

void maybe(Dice& dice, int percent, Event& event, const std::string& name, const std::vector<std::string>& values) {
    if (dice.chance(percent)) event.attributes[name] = dice.pick(values);
}

void required(Dice& dice, Event& event, const std::string& name, const std::vector<std::string>& values) {
    event.attributes[name] = dice.pick(values);
}

std::string later_day(Dice& dice, const Event& event) { return iso_of(HotDays::later(dice, day_of(event.on))); }

const std::vector<std::string> booleans = {"true", "false"};

const std::vector<std::string> visit_kinds = {
    "pre_return_visit",     "return_visit", "on_request_worker", "on_request_employer",
    "on_request_physician", "hiring_visit", "periodic_visit",    "mid_career_visit"};

/// Codes that recur, so that counts above one are frequent, and now and then any code of the list.
std::string favourite(Dice& dice, const std::string& list, const std::vector<std::string>& favourites) {
    return dice.chance(75) ? dice.pick(favourites) : dice.pick(codes_of(list));
}

void fill_consent(Dice& dice, Event& event) {
    event.attributes["scope"] = favourite(
        dice, "scope",
        {"referral", "employer_contact", "partner_exchange", "insurance_exchange", "statistics", "follow_up_contact"});
    required(dice, event, "state", {"given", "given", "given", "refused", "withdrawn"});
    const std::string scope = event.attributes["scope"];
    if (scope == "employer_contact") maybe(dice, 45, event, "party", {"occupational_physician", "worker"});
    if (scope == "supervised_trial")
        maybe(dice, 90, event, "party", {"general_practitioner", "insurance_physician", "occupational_physician"});
    if (scope == "statistics") maybe(dice, 15, event, "party", {"worker", "employer"});
    if (scope == "partner_exchange") maybe(dice, 30, event, "partner", {"cap_emploi", "mdph", "general_practitioner"});
    if (scope == "insurance_exchange") maybe(dice, 30, event, "partner", {"cpam", "msa"});
    if (scope == "statistics") maybe(dice, 25, event, "partner", {"mdph"});
    if (scope == "follow_up_contact") maybe(dice, 15, event, "partner", {"mdph"});
    if (scope == "follow_up_contact") maybe(dice, 15, event, "party", {"worker", "employer"});
    if (dice.chance(15)) event.attributes["until"] = later_day(dice, event);
}

void fill_referral(Dice& dice, Event& event) {
    event.attributes["origin"] = favourite(dice, "origin", {"pre_return_visit", "on_request_worker"});
    if (dice.chance(50)) event.attributes["cause"] = favourite(dice, "cause", {"work_accident"});
    if (dice.chance(30)) event.attributes["nature"] = favourite(dice, "nature", {"locomotor"});
    maybe(dice, 60, event, "consent", {"true", "true", "true", "false"});
    maybe(dice, 40, event, "on_sick_leave", booleans);
}

void fill_action(Dice& dice, Event& event) {
    event.attributes["measure"] =
        favourite(dice, "measure", {"job_adjustment", "job_study", "interests_and_motivations", "employer_meeting"});
    maybe(dice, 50, event, "progress", {"planned", "under_way", "done", "abandoned"});
    maybe(dice, 40, event, "actor",
          {"case_manager", "ergonomist", "cap_emploi", "employer", "worker", "insurance_physician", "specialist"});
    maybe(dice, 30, event, "partner", {"cap_emploi", "cpam", "mdph", "carsat_social_service"});
}

void fill_outcome(Dice& dice, Event& event) {
    event.attributes["outcome"] = favourite(
        dice, "outcome", {"adapted_post", "same_post", "external_post", "retraining", "unfitness", "lost_contact"});
}

void fill_follow_up(Dice& dice, Event& event) {
    required(dice, event, "horizon", {"12", "12", "12", "24", "24", "6"});
    event.attributes["answer"] =
        favourite(dice, "answer", {"same_post", "other_employer", "job_seeking", "no_contact", "retired", "deceased"});
}

void fill(Dice& dice, Event& event) {
    const std::string& kind = event.event;
    if (kind == "sick_leave") {
        required(dice, event, "leave_state", {"started", "extended", "ended"});
        if (dice.chance(30)) event.attributes["until"] = later_day(dice, event);
    } else if (kind == "visit") {
        required(dice, event, "visit_kind", visit_kinds);
    } else if (kind == "unfitness_opinion") {
        maybe(dice, 50, event, "examination", {"1", "2"});
        maybe(dice, 50, event, "redeployment_possible", booleans);
    } else if (kind == "consent") {
        fill_consent(dice, event);
    } else if (kind == "referral") {
        fill_referral(dice, event);
    } else if (kind == "appointment") {
        required(dice, event, "appointment_state", {"planned", "held", "held", "missed", "cancelled"});
        maybe(dice, 20, event, "appointment", {"1", "2"});
    } else if (kind == "qualification_interview") {
        required(dice, event, "decision",
                 {"accepted", "accepted", "accepted", "deferred", "redirected", "not_eligible"});
        maybe(dice, 60, event, "orientation", {"retention_in_company", "external_redeployment", "undecided"});
    } else if (kind == "action_plan") {
        required(dice, event, "aspect", {"medical", "social", "professional", "medical|professional"});
    } else if (kind == "action") {
        fill_action(dice, event);
    } else if (kind == "employer_contact") {
        maybe(dice, 40, event, "incoming", booleans);
    } else if (kind == "relay") {
        required(dice, event, "partner", {"cap_emploi", "cpam", "mdph", "insurance_medical_service", "agefiph"});
        maybe(dice, 50, event, "relay_state", {"sent", "answered"});
    } else if (kind == "outcome") {
        fill_outcome(dice, event);
    } else if (kind == "follow_up") {
        fill_follow_up(dice, event);
    }
    const auto [name, list] = code_attribute_of(kind);
    if (!name.empty() && event.attributes.count(name) == 0) event.attributes[name] = dice.pick(codes_of(list));
    maybe(dice, 15, event, "by", {"occupational_physician", "case_manager", "worker", "employer", "cap_emploi"});
}

/// Attributes of the case: usual on a referral, elsewhere now and then, often in conflict with those given before.
void describe_case(Dice& dice, Event& event) {
    const bool places_the_case = event.event == "referral" || event.event == "entry";
    // Two plans of one day whose lists of aspects differ have no order of their own: they describe nothing.
    if (event.event == "action_plan") return;
    const int percent = event.event == "referral" ? 45 : 4;
    maybe(dice, percent, event, "worker", {"w1", "w2", "w3"});
    maybe(dice, percent, event, "sex", {"female", "male"});
    maybe(dice, percent, event, "birth_year", {"1960", "1965", "1966", "1970", "1971", "1980", "1981", "1991", "1995"});
    maybe(dice, percent / 3, event, "sector", {"C", "F", "Q"});
    maybe(dice, percent / 3, event, "workforce", codes_of("workforce"));
    maybe(dice, percent / 3, event, "occupation", codes_of("occupation"));
    maybe(dice, percent / 3, event, "disabled_worker", booleans);
    const int place = places_the_case ? 35 : (event.event == "appointment" ? 15 : 0);
    maybe(dice, place, event, "centre", {"nord", "sud", "Évian"});
    if (places_the_case) maybe(dice, place, event, "physician", {"p1", "p2"});
    maybe(dice, places_the_case ? 30 : 3, event, "manager", {"m1", "m2"});
}

/// The way most cases take, one step after the other, each step possibly left out, doubled or on the day before it.
struct Pathway {
    Dice& dice;
    int day;
    Register steps;

    void step(const std::string& kind, int percent) {
        if (!dice.chance(percent)) return;
        if (dice.chance(60)) day = HotDays::later(dice, day);
        steps.push_back(event_on(dice, kind, day));
        if (dice.chance(4)) steps.push_back(event_on(dice, kind, HotDays::later(dice, day)));
    }

    void consent(const std::string& scope, const std::string& party, int percent) {
        if (!dice.chance(percent)) return;
        Event event = event_on(dice, "consent", day);
        event.attributes = {{"scope", scope}, {"state", dice.chance(85) ? "given" : "refused"}};
        if (party != "worker") event.attributes["party"] = party;
        if (dice.chance(25)) event.attributes["until"] = later_day(dice, event);
        if (scope == "partner_exchange" && dice.chance(40)) event.attributes["partner"] = "cap_emploi";
        steps.push_back(event);
    }

    void support() {
        step("action_plan", 70);
        consent("employer_contact", "worker", 40);
        consent("employer_contact", "occupational_physician", 30);
        consent("partner_exchange", "worker", 45);
        consent("insurance_exchange", "worker", 20);
        consent("statistics", "worker", 4);
        step("action", 50);
        step("employer_contact", 25);
        step("suspension", 12);
        step("resumption", 12);
        step("relay", 30);
        step("appointment", 25);
    }

    void end() {
        if (dice.chance(30)) return;
        step(dice.chance(80) ? "outcome" : "refusal", 100);
        if (dice.chance(10)) step("outcome", 100);
    }

    void begin() {
        step("first_contact", 8);
        consent("referral", "worker", 35);
        step("referral", 92);
        step("contact_attempt", 15);
        step("first_contact", 55);
        step("appointment", 45);
        step("qualification_interview", 65);
        step("refusal", 10);
        step("entry", 70);
    }

    /// Answers around the due days of an exit, several perhaps at one horizon, and what the worker says of being contacted.
    void follow() {
        for (const int horizon : {12, 24}) {
            const int due = months_later(day, horizon);
            for (int left = dice.pick(std::vector<int>{0, 0, 0, 1, 1, 2, 3}); left > 0; --left) {
                const std::vector<int> gaps = {-31, -30, 0, 5, 90, 91};
                Event event = event_on(dice, "follow_up", due + dice.pick(gaps));
                event.attributes["horizon"] = std::to_string(horizon);
                steps.push_back(event);
            }
            if (!dice.chance(20)) continue;
            Event word = event_on(dice, "consent", due + dice.pick(std::vector<int>{-300, -1, 0, 1}));
            word.attributes["scope"] = "follow_up_contact";
            word.attributes["state"] = dice.pick(std::vector<std::string>{"refused", "withdrawn", "given"});
            steps.push_back(word);
        }
        if (dice.chance(10)) {
            const std::vector<int> gaps = {0, 1, 200, 455, 456, 900};
            Event event = event_on(dice, "follow_up", day + dice.pick(gaps));
            event.attributes["answer"] = dice.pick(std::vector<std::string>{"deceased", "retired"});
            steps.push_back(event);
        }
        // The days on which an exit may have just become closed.
        const std::vector<std::string> kinds = {"relay", "team_review", "contact_attempt", "appointment"};
        const std::vector<int> gaps = {0, 90, 91};
        if (dice.chance(25))
            steps.push_back(event_on(dice, dice.pick(kinds), months_later(day, 12) + dice.pick(gaps)));
        if (dice.chance(10)) step("follow_up", 100);
    }

    void again() {
        const int exit_day = day;
        const std::vector<int> gaps = {0, 0, 1, 60, 364, 365, 366};
        day = exit_day + dice.pick(gaps);
        steps.push_back(event_on(dice, dice.chance(65) ? "reopening" : "referral", day));
        step("qualification_interview", 60);
        step("entry", 70);
        support();
        end();
        if (dice.chance(60)) follow();
    }

    /// A file that leaves on a 29 February, so that its follow-up is due on a 28 February.
    void leap_day_file() {
        day = day_of("2020-02-29");
        for (const std::string kind : {"referral", "entry", "action_plan", "outcome"})
            steps.push_back(event_on(dice, kind, day - (kind == "outcome" ? 0 : dice.between(0, 20))));
    }

    /// A file that leaves some day and is asked again; few kinds of them make weighting cells with enough respondents.
    void followed_file(int kinds) {
        static const std::vector<std::string> outcomes = {"adapted_post", "unfitness", "external_post"};
        static const std::vector<std::string> years = {"1995", "1960", "1985", "1967"};
        static const std::vector<std::string> answers = {"same_post", "adapted_post", "on_leave_with_contract",
                                                         "other_employer", "job_seeking", "in_training"};
        for (const std::string kind : {"referral", "entry", "action_plan", "action", "outcome"})
            steps.push_back(event_on(dice, kind, day));
        for (Event& event : steps) event.recorded_on.clear();
        steps.front().attributes["birth_year"] = years[static_cast<std::size_t>(dice.between(0, kinds))];
        steps.back().attributes["outcome"] = outcomes[static_cast<std::size_t>(dice.between(0, kinds - 1))];
        Event answer = event_on(dice, "follow_up", months_later(day, 12) + dice.between(0, 60));
        answer.attributes["horizon"] = "12";
        if (dice.chance(85)) answer.attributes["answer"] = dice.pick(answers);
        if (dice.chance(90)) steps.push_back(answer);
    }

    void walk() {
        if (dice.chance(6)) {
            leap_day_file();
        } else {
            begin();
            support();
            end();
        }
        follow();
        if (dice.chance(30)) again();
    }
};

std::string any_kind(Dice& dice) {
    const auto& kinds = codes_of("event");
    const std::vector<std::string> weighty = {"referral", "referral", "reopening", "reopening", "entry", "outcome",
                                              "outcome",  "refusal",  "qualification_interview", "first_contact"};
    if (dice.chance(45)) return dice.pick(weighty);
    return kinds[static_cast<std::size_t>(dice.between(0, static_cast<int>(kinds.size()) - 2))];  // no amendment
}

Event amendment_of(Dice& dice, const HotDays& hot, const std::string& id, const Event& original) {
    Event amendment;
    amendment.event = "amendment";
    amendment.on = iso_of(dice.chance(60) ? HotDays::later(dice, day_of(original.on)) : hot.any(dice));
    if (dice.chance(30)) amendment.recorded_on = iso_of(HotDays::later(dice, day_of(amendment.on)));
    amendment.attributes["amends"] = id;
    maybe(dice, 30, amendment, "by", {"case_manager", "assistant"});  // decides ties of canonical JSON
    if (original.event == "amendment" || dice.chance(30)) {
        amendment.attributes["withdraw"] = "true";
        return amendment;
    }
    const bool other_kind = dice.chance(20);
    const int day = dice.chance(50) ? day_of(original.on)
                    : dice.chance(50) ? hot.any(dice)
                                      : HotDays::later(dice, day_of(original.on));
    amendment.entry = std::make_shared<Event>(event_on(dice, other_kind ? any_kind(dice) : original.event, day));
    return amendment;
}

}  // namespace

int HotDays::any(Dice& dice) const {
    if (dice.chance(80)) return dice.pick(days);
    return dice.between(day_of("2020-01-01"), day_of("2022-12-31"));
}

int HotDays::later(Dice& dice, int day) { return day + dice.pick(telling_gaps); }

HotDays hot_days(Dice& dice) {
    HotDays hot;
    const std::vector<std::string> corners = {"2019-12-31", "2020-01-01", "2020-01-16", "2020-01-31", "2020-02-29",
                                              "2020-12-31", "2021-01-01", "2021-03-31"};
    for (int cluster = 0; cluster < 3; ++cluster) {
        int day = dice.chance(50) ? day_of(dice.pick(corners))
                                  : dice.between(day_of("2020-01-01"), day_of("2022-06-30"));
        for (int i = 0; i < 3; ++i) {
            hot.days.push_back(day);
            day = HotDays::later(dice, day);
        }
    }
    return hot;
}

Event event_on(Dice& dice, const std::string& kind, int day) {
    Event event;
    event.event = kind;
    event.on = iso_of(day);
    if (dice.chance(12)) event.recorded_on = iso_of(HotDays::later(dice, day));
    fill(dice, event);
    describe_case(dice, event);
    return event;
}

Register followed_history(Dice& dice, const HotDays& hot, int kinds) {
    Pathway pathway{dice, hot.any(dice), {}};
    pathway.followed_file(kinds);
    return pathway.steps;
}

Register history(Dice& dice, const HotDays& hot) {
    Register entries;
    if (dice.chance(60)) {
        Pathway pathway{dice, hot.any(dice), {}};
        pathway.walk();
        entries = pathway.steps;
        for (int extra = dice.between(-3, 3); extra > 0; --extra)
            entries.push_back(event_on(dice, any_kind(dice), hot.any(dice)));
    } else {
        for (int left = dice.between(1, 14); left > 0; --left) {
            const int day = !entries.empty() && dice.chance(35) ? day_of(entries.back().on) : hot.any(dice);
            entries.push_back(event_on(dice, any_kind(dice), day));
        }
    }
    return entries;
}

void amend(Dice& dice, const HotDays& hot, Register& history, int& next_id) {
    const auto number_of = [&next_id](Event& event) {
        if (event.id.empty()) event.id = "e" + std::to_string(next_id++);
        return event.id;
    };
    const std::size_t originals = history.size();
    for (std::size_t i = 0; i < originals; ++i) {
        if (dice.chance(10)) number_of(history[i]);
        if (!dice.chance(12)) continue;
        for (int left = dice.between(1, 3); left > 0; --left) {
            const std::string id = number_of(history[i]);
            history.push_back(amendment_of(dice, hot, id, history[i]));
        }
    }
    // A withdrawal of an amendment, and now and then a withdrawal of that withdrawal.
    for (std::size_t i = originals; i < history.size(); ++i) {
        if (!dice.chance(20)) continue;
        const std::string id = number_of(history[i]);
        history.push_back(amendment_of(dice, hot, id, history[i]));
    }
}

}  // namespace slow
