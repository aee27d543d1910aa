#include "scenario_kit.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "slow_lists.hpp"
#include "slow_reference.hpp"

namespace slow {

// A namespace of its own: its short names would meet those of the reference.
namespace kit {
namespace {

// ---- how a scenario is written --------------------------------------------------------------------------------------

struct Scenario {
    std::string fr, en, protocol, as_of;
    Register entries;
    std::optional<Event> then;
    std::string expect;  // members of the object
};

std::string text(const std::string& content) { return "\"" + content + "\""; }

std::string line_of(const Scenario& scenario) {
    std::string line = R"({"format": "maintien-scenario/1", "title": {"fr": )" + text(scenario.fr) + R"(, "en": )" + text(scenario.en) + R"(}, "protocol": )" +
                       text(scenario.protocol) + R"(, "as_of": )" + text(scenario.as_of) + R"(, "entries": [)";
    for (std::size_t i = 0; i < scenario.entries.size(); ++i) line += (i > 0 ? ", " : "") + canonical_json(scenario.entries[i]);
    line += "]";
    if (scenario.then) line += R"(, "then": )" + canonical_json(*scenario.then);
    return line + R"(, "expect": {)" + scenario.expect + "}}\n";
}

// ---- what the reference says ----------------------------------------------------------------------------------------

/// The reference calls a protocol that has one version by its bare name.
std::string name_in_reference(const std::string& protocol) { return protocol.starts_with("ast_btp_ain") ? protocol : protocol.substr(0, protocol.find('/')); }

Question asked(const std::string& protocol, const std::string& as_of) {
    Question question;
    question.protocol = name_in_reference(protocol);
    question.as_of = as_of;
    return question;
}

/// The name under which docs/pathway.md lists an ending or a reopening without effect; "" when it has its effect.
std::string listed_without_effect(const Register& entries, const Event& then, const std::string& protocol) {
    const auto episodes = replay(entries, asked(protocol, then.on));
    if (episodes.empty()) return "";
    const auto& episode = episodes.back();
    const bool over = episode.refusal || episode.exit || episode.closing;
    if (then.event == "reopening") return over || episode.stage.empty() ? "" : "reopening_of_open_episode";
    if (then.event == "entry") return episode.entry ? "second_entry" : over ? "after_the_end" : "";
    if (then.event == "refusal") return episode.refusal ? "second_refusal" : over ? "after_the_end" : "";
    if (then.event != "outcome") return "";
    return !episode.outcome.empty() ? "second_outcome" : over && !episode.refusal ? "after_the_end" : "";
}

/// The row of the rules whose conditions an event at its place does not meet.
std::string row_of(const Event& then) {
    if (then.event == "follow_up") return "outside_window";
    return then.event == "qualification_interview" ? "interview_accepted" : then.event;
}

/// How an entry after all others is answered: nothing when it is accepted, else the rule under which it is refused, or "stage" when it is merely out of its place.
std::optional<std::string> refusal_of(const Register& entries, const Event& then, const std::string& protocol) {
    auto all = entries;
    all.push_back(then);
    for (const auto& found : deviations(all, asked(protocol, then.on))) {
        if (found.event != then.event || found.on != then.on || found.severity == "note" || found.rule == "referral_missing") continue;
        if (const auto listed = listed_without_effect(entries, then, protocol); !listed.empty()) return listed;
        if (found.rule == "second_referral" || found.rule == "reopening_missing" || found.rule == "stage") return found.rule;
        return row_of(then);
    }
    // A history does not list a step for want of a referral that was never recorded: that is listed once, of the case. Live, it is asked for.
    const auto episodes = replay(entries, asked(protocol, then.on));
    const bool referred = !episodes.empty() && episodes.back().referral.has_value();
    const auto decision = then.attributes.find("decision");
    if (!referred && (then.event == "entry" || (decision != then.attributes.end() && decision->second == "accepted"))) return row_of(then);
    return std::nullopt;
}

std::string stage_after(const Register& entries, const std::string& protocol, const std::string& as_of) {
    const auto episodes = replay(entries, asked(protocol, as_of));
    return episodes.empty() ? "" : episodes.back().stage;
}

std::string stage_expected(const std::string& stage) { return R"("stage": )" + (stage.empty() ? std::string("null") : text(stage)); }

/// A scenario that ends with a proposed entry.
Scenario proposal(const std::string& protocol, const Register& entries, const Event& then, const std::string& fr, const std::string& en) {
    Scenario scenario{fr, en, protocol, then.on, entries, then, {}};
    const auto rule = refusal_of(entries, then, protocol);
    auto after = entries;
    if (!rule) after.push_back(then);
    scenario.expect = stage_expected(stage_after(after, protocol, then.on)) + R"(, "accepted": )" + (rule ? "false" : "true");
    if (rule && *rule != "stage") scenario.expect += R"(, "refused": [{"rule": )" + text(*rule) + "}]";
    return scenario;
}

// ---- stories --------------------------------------------------------------------------------------------------------

Event event(const std::string& kind, int day, Attributes attributes = {}) {
    Event made;
    made.case_id = "1";
    made.event = kind;
    made.on = iso_of(day);
    made.attributes = std::move(attributes);
    return made;
}

Event consent(const std::string& scope, const std::string& state, int day, Attributes more = {}) {
    more["scope"] = scope;
    more["state"] = state;
    return event("consent", day, std::move(more));
}

const int start = day_of("2024-03-04");

/// Consents to all that a step may need, said on the first day.
Register all_consents() {
    Register said{consent("referral", "given", start), consent("partner_exchange", "given", start), consent("insurance_exchange", "given", start), consent("employer_contact", "given", start),
                  consent("employer_contact", "given", start, {{"party", "occupational_physician"}})};
    for (const auto* party : {"general_practitioner", "insurance_physician", "occupational_physician"}) said.push_back(consent("supervised_trial", "given", start, {{"party", party}}));
    said.push_back(event("sick_leave", start, {{"leave_state", "started"}}));
    return said;
}

struct Point {
    std::string fr, en;
    Register steps;
};

Event referral() { return event("referral", start, {{"origin", "pre_return_visit"}, {"consent", "true"}, {"birth_year", "1960"}}); }
Event contact() { return event("first_contact", start + 5, {{"channel", "phone"}}); }
Event interview(const std::string& decision) { return event("qualification_interview", start + 10, {{"decision", decision}}); }
Event plan(int day) { return event("action_plan", day, {{"aspect", "professional"}}); }
Event outcome(const std::string& code) { return event("outcome", start + 60, {{"outcome", code}}); }
Event refusal(int day) { return event("refusal", day, {{"refusal_reason", "does_not_wish"}}); }
Event suspension(int day) { return event("suspension", day, {{"suspension_reason", "hospital"}}); }

/// Every point of the pathway at which the rules may answer differently.
std::vector<Point> points() {
    const Register referred{referral()}, contacted{referral(), contact()}, qualified{referral(), contact(), interview("accepted")};
    Register entered = qualified;
    entered.push_back(event("entry", start + 12));
    Register planned = entered;
    planned.push_back(plan(start + 14));
    const auto after = [](Register steps, Event next) {
        steps.push_back(std::move(next));
        return steps;
    };
    return {{"avant toute étape", "before any stage", {}},
            {"signalé", "referred", referred},
            {"contact pris sans signalement", "contacted without a referral", {contact()}},
            {"contact pris", "contacted", contacted},
            {"contact pris avec plan", "contacted, with a plan", after(contacted, plan(start + 7))},
            {"qualifié", "qualified", qualified},
            {"en accompagnement", "in support", entered},
            {"en accompagnement avec plan", "in support, with a plan", planned},
            {"suspendu avant entrée", "suspended before entry", after(contacted, suspension(start + 8))},
            {"suspendu après entrée", "suspended after entry", after(planned, suspension(start + 20))},
            {"refus d'intégration", "declined", after(contacted, refusal(start + 8))},
            {"refus d'intégration avec résultat", "declined, with an outcome", after(after(contacted, refusal(start + 8)), event("outcome", start + 9, {{"outcome", "unfitness"}}))},
            {"réorienté", "redirected", after(contacted, interview("redirected"))},
            {"sorti", "exited", after(planned, outcome("adapted_post"))},
            {"clos avant entrée", "closed before entry", after(contacted, outcome("moved_away"))},
            {"clos par un décès", "closed by a death", after(planned, outcome("death"))}};
}

/// What may be proposed at a point: each event in each variant that a rule tells apart.
std::vector<Event> proposals(int day) {
    std::vector<Event> all{referral(), event("reopening", day, {{"reopening_reason", "relapse"}}), event("first_contact", day, {{"channel", "phone"}}),
                           event("contact_attempt", day, {{"channel", "phone"}}), event("entry", day), refusal(day), plan(day), event("team_review", day), suspension(day),
                           event("resumption", day), event("visit", day, {{"visit_kind", "return_visit"}}), event("sick_leave", day, {{"leave_state", "ended"}}),
                           event("unfitness_opinion", day), consent("statistics", "refused", day), event("relay", day, {{"partner", "mdph"}}),
                           event("employer_contact", day, {{"channel", "phone"}})};
    all.front().on = iso_of(day);
    for (const auto* state : {"planned", "held", "missed", "cancelled"}) all.push_back(event("appointment", day, {{"appointment_state", state}}));
    for (const auto* decision : {"deferred", "accepted", "redirected", "not_eligible"}) all.push_back(event("qualification_interview", day, {{"decision", decision}}));
    for (const auto* measure : {"training", "employer_meeting", "supervised_trial"}) all.push_back(event("action", day, {{"measure", measure}}));
    for (const auto* code : {"same_post", "external_post", "unfitness", "lost_contact", "death", "retirement", "transferred"}) all.push_back(event("outcome", day, {{"outcome", code}}));
    return all;
}

std::string described(const Event& event) {
    const auto [attribute, list] = code_attribute_of(event.event);
    const auto code = event.attributes.find(attribute);
    return event.event + (code == event.attributes.end() || list.empty() ? "" : " " + code->second);
}

/// Every event at every point, all consents given: what the stages and the milestones say.
std::string stage_lines(const std::string& protocol) {
    std::string lines;
    for (const auto& [fr, en, steps] : points())
        for (const auto& then : proposals(start + 70)) {
            const bool shares = then.event == "action" || then.event == "relay" || then.event == "employer_contact";
            auto entries = shares ? all_consents() : Register{consent("referral", "given", start)};
            entries.insert(entries.end(), steps.begin(), steps.end());
            lines += line_of(proposal(protocol, entries, then, fr + " : " + described(then), en + ": " + described(then)));
        }
    return lines;
}

// ---- consents -------------------------------------------------------------------------------------------------------

/// Words of the ledger on one scope, said before a step on day 20.
std::vector<Point> standings(const std::string& scope, const Attributes& party, bool to_partner) {
    const auto word = [&](const std::string& state, int day, const Attributes& more = {}) {
        auto said = party;
        said.insert(more.begin(), more.end());
        return consent(scope, state, start + day, said);
    };
    std::vector<Point> all{{"non enregistré", "not recorded", {}},
                           {"donné", "given", {word("given", 2)}},
                           {"donné le jour même", "given that day", {word("given", 20)}},
                           {"refusé", "refused", {word("refused", 2)}},
                           {"refusé le jour même", "refused that day", {word("refused", 20)}},
                           {"donné puis retiré la veille", "given, withdrawn the day before", {word("given", 2), word("withdrawn", 19)}},
                           {"donné puis retiré le jour même", "given, withdrawn that day", {word("given", 2), word("withdrawn", 20)}},
                           {"retiré puis redonné", "withdrawn, given again", {word("given", 2), word("withdrawn", 5), word("given", 10)}},
                           {"échu la veille", "expired the day before", {word("given", 2, {{"until", iso_of(start + 19)}})}},
                           {"valable jusqu'au jour même", "valid until that day", {word("given", 2, {{"until", iso_of(start + 20)}})}},
                           {"valable jusqu'au lendemain", "valid until the next day", {word("given", 2, {{"until", iso_of(start + 21)}})}}};
    if (!to_partner) return all;
    all.push_back({"donné pour un autre partenaire", "given for another partner", {word("given", 2, {{"partner", "agefiph"}})}});
    all.push_back({"retiré pour un autre partenaire", "withdrawn for another partner", {word("given", 2), word("withdrawn", 5, {{"partner", "agefiph"}})}});
    return all;
}

struct Sharing {
    std::string scope;
    Attributes party;
    Event step;
    bool to_partner = false;
    Register others;  // what else the step needs
};

/// The steps that need a consent, with all else they need.
std::vector<Sharing> sharings() {
    const int day = start + 20;
    const Attributes physician{{"party", "occupational_physician"}};
    const auto by_physician = consent("employer_contact", "given", start, physician), by_worker = consent("employer_contact", "given", start);
    std::vector<Sharing> all{{"partner_exchange", {}, event("relay", day, {{"partner", "mdph"}}), true, {}},
                             {"insurance_exchange", {}, event("relay", day, {{"partner", "cpam"}}), true, {}},
                             {"partner_exchange", {}, event("action", day, {{"measure", "training"}, {"partner", "cap_emploi"}}), true, {}},
                             {"partner_exchange", {}, event("action", day, {{"measure", "career_guidance"}, {"actor", "cap_emploi"}}), true, {}},
                             {"insurance_exchange", {}, event("action", day, {{"measure", "social_support"}, {"actor", "insurance_social_service"}}), true, {}},
                             {"employer_contact", {}, event("employer_contact", day, {{"channel", "phone"}}), false, {by_physician}},
                             {"employer_contact", physician, event("employer_contact", day, {{"channel", "phone"}}), false, {by_worker}},
                             {"employer_contact", physician, event("employer_contact", day, {{"channel", "phone"}, {"by", "occupational_physician"}}), false, {by_worker}},
                             {"employer_contact", {}, event("employer_contact", day, {{"channel", "phone"}, {"incoming", "true"}}), false, {}},
                             {"employer_contact", {}, event("action", day, {{"measure", "employer_meeting"}}), false, {by_physician}},
                             {"employer_contact", {}, event("action", day, {{"measure", "job_study"}, {"actor", "employer"}}), false, {by_physician}}};
    const std::vector<std::string> trial_parties{"general_practitioner", "insurance_physician", "occupational_physician"};
    for (const auto& party : trial_parties) {
        Register others{event("sick_leave", start + 1, {{"leave_state", "started"}})};
        for (const auto& other : trial_parties)
            if (other != party) others.push_back(consent("supervised_trial", "given", start + 1, {{"party", other}}));
        all.push_back({"supervised_trial", {{"party", party}}, event("action", day, {{"measure", "supervised_trial"}}), false, std::move(others)});
    }
    return all;
}

Register supported() { return {referral(), contact(), interview("accepted"), event("entry", start + 12), plan(start + 14)}; }

/// Every way a consent may stand before every step that needs it.
std::string consent_lines(const std::string& protocol) {
    std::string lines;
    for (const auto& sharing : sharings())
        for (const auto& [fr, en, words] : standings(sharing.scope, sharing.party, sharing.to_partner)) {
            auto entries = supported();
            entries.insert(entries.end(), sharing.others.begin(), sharing.others.end());
            entries.insert(entries.end(), words.begin(), words.end());
            const auto party = sharing.party.empty() ? "" : " (" + sharing.party.begin()->second + ")";
            const auto what = described(sharing.step) + ", " + sharing.scope + party;
            lines += line_of(proposal(protocol, entries, sharing.step, what + " : " + fr, what + ": " + en));
        }
    return lines;
}

/// The consent to be referred: on the form, or in the ledger before the form or the reopening.
std::string referral_consent_lines(const std::string& protocol) {
    std::string lines;
    const auto form = event("referral", start + 20, {{"origin", "return_visit"}});
    for (const auto* word : {"true", "false"}) {
        auto said = form;
        said.attributes["consent"] = word;
        lines += line_of(proposal(protocol, {}, said, std::string("consentement sur la fiche : ") + word, std::string("consent on the form: ") + word));
    }
    Register closed{form, event("outcome", start + 21, {{"outcome", "moved_away"}})};
    for (auto& entry : closed) entry.on = iso_of(day_of(entry.on) - 30);
    for (const auto& [fr, en, words] : standings("referral", {}, false)) {
        lines += line_of(proposal(protocol, words, form, "signalement sans mot sur la fiche : " + fr, "referral without a word on the form: " + en));
        auto entries = closed;
        entries.insert(entries.end(), words.begin(), words.end());
        lines += line_of(proposal(protocol, entries, event("reopening", start + 20, {{"reopening_reason", "relapse"}}), "réouverture : " + fr, "reopening: " + en));
    }
    return lines;
}

/// A supervised trial needs a sick leave that runs on its day.
std::string sick_leave_lines(const std::string& protocol) {
    const auto leave = [](const std::string& state, int day, Attributes more = {}) {
        more["leave_state"] = state;
        return event("sick_leave", start + day, std::move(more));
    };
    const std::vector<Point> leaves{{"aucun arrêt enregistré", "no leave recorded", {}},
                                    {"arrêt en cours", "on leave", {leave("started", 2)}},
                                    {"arrêt commencé le jour même", "leave begins that day", {leave("started", 20)}},
                                    {"arrêt fini la veille", "leave ended the day before", {leave("started", 2), leave("ended", 19)}},
                                    {"arrêt fini le jour même", "leave ended that day", {leave("started", 2), leave("ended", 20)}},
                                    {"prescrit jusqu'à la veille", "prescribed until the day before", {leave("started", 2, {{"until", iso_of(start + 19)}})}},
                                    {"prescrit jusqu'au jour même", "prescribed until that day", {leave("started", 2, {{"until", iso_of(start + 20)}})}},
                                    {"prolongé", "extended", {leave("started", 2, {{"until", iso_of(start + 10)}}), leave("extended", 10, {{"until", iso_of(start + 40)}})}}};
    std::string lines;
    for (const auto& [fr, en, words] : leaves) {
        auto entries = supported();
        for (const auto* party : {"general_practitioner", "insurance_physician", "occupational_physician"}) entries.push_back(consent("supervised_trial", "given", start + 1, {{"party", party}}));
        entries.insert(entries.end(), words.begin(), words.end());
        lines += line_of(proposal(protocol, entries, event("action", start + 20, {{"measure", "supervised_trial"}}), "essai encadré : " + fr, "supervised trial: " + en));
    }
    return lines;
}

/// A withdrawal of every scope at every point, never refused; then a step that needed it.
std::string withdrawal_lines(const std::string& protocol) {
    std::string lines;
    for (const auto& [fr, en, steps] : points())
        for (const auto& scope : codes_of("scope")) {
            auto entries = all_consents();
            entries.insert(entries.end(), steps.begin(), steps.end());
            const auto withdrawn = consent(scope, "withdrawn", start + 70);
            lines += line_of(proposal(protocol, entries, withdrawn, fr + " : retrait du consentement " + scope, en + ": consent " + scope + " withdrawn"));
            entries.push_back(withdrawn);
            for (const auto& sharing : sharings()) {
                if (sharing.scope != scope || !sharing.party.empty()) continue;
                auto step = sharing.step;
                step.on = iso_of(start + 71);
                lines += line_of(proposal(protocol, entries, step, fr + " : " + described(step) + " après le retrait", en + ": " + described(step) + " after the withdrawal"));
            }
        }
    return lines;
}

// ---- deadlines ------------------------------------------------------------------------------------------------------

std::string agenda_item(const std::string& rule, int due) { return R"({"rule": )" + text(rule) + R"(, "due": )" + text(iso_of(due)) + "}"; }

std::string offset_text(int offset) { return offset < 0 ? "J-1" : offset == 0 ? "J" : "J+1"; }

/// The agenda on the day before a deadline, on it and after it.
std::string around(const std::string& protocol, const Register& entries, const std::string& rule, int due, const std::string& fr, const std::string& en) {
    std::string lines;
    for (const int offset : {-1, 0, 1}) {
        Scenario scenario{fr + ", " + offset_text(offset), en + ", " + offset_text(offset), protocol, iso_of(due + offset), entries, {}, {}};
        scenario.expect = R"("agenda": [)" + agenda_item(rule, due) + "]";
        lines += line_of(scenario);
    }
    return lines;
}

/// The two time limits of the core, as they are and held by suspensions.
std::string limit_lines() {
    const std::string core = "common_core/1", contact_limit = "contact_within_15_days", interview_limit = "interview_within_30_days";
    const auto resumed = [](int day) { return event("resumption", day); };
    std::string lines = around(core, {referral()}, contact_limit, start + 15, "contact dans les 15 jours", "contact within 15 days");
    lines += around(core, {referral(), suspension(start + 4), resumed(start + 11)}, contact_limit, start + 22, "contact, suspension de 7 jours", "contact, suspended for 7 days");
    lines += around(core, {referral(), suspension(start + 4), resumed(start + 4)}, contact_limit, start + 15, "contact, suspension levée le jour même", "contact, suspension lifted the same day");
    lines += around(core, {referral(), suspension(start + 2), resumed(start + 5), suspension(start + 8), resumed(start + 18)}, contact_limit, start + 28,
                    "contact, deux suspensions", "contact, two suspensions");
    lines += around(core, {referral(), suspension(start + 14), resumed(start + 24)}, contact_limit, start + 25, "contact, suspension la veille du dernier jour", "contact, suspended the day before the last");
    lines += around(core, {referral(), contact()}, interview_limit, start + 35, "entretien dans les 30 jours", "interview within 30 days");
    lines += around(core, {referral(), contact(), suspension(start + 20), resumed(start + 60)}, interview_limit, start + 75, "entretien, hospitalisation de 40 jours", "interview, 40 days in hospital");
    for (const std::string protocol : {"aist63_cme/1", "ast_btp_ain/2", "mt2i_pspme/1", "aist43_cme/1"})
        lines += around(protocol, {referral(), contact()}, interview_limit, start + 35, "entretien dans les 30 jours, " + protocol, "interview within 30 days, " + protocol);
    lines += around("aist63_cme/1", {referral()}, contact_limit, start + 15, "contact dans les 15 jours, aist63_cme/1", "contact within 15 days, aist63_cme/1");
    for (const std::string protocol : {"ast_btp_ain/1", "ast_btp_ain/2", "mt2i_pspme/1", "aist43_cme/1"})
        lines += line_of({"aucun délai de contact, " + protocol, "no limit to the contact, " + protocol, protocol, iso_of(start + 16), {referral()}, {}, R"("stage": "referred", "agenda": [])"});
    return lines;
}

/// The contact indicator with a contact on the day before the limit, on it and after it: a suspension does not count there.
std::string contact_lines() {
    std::string lines;
    for (const bool held : {false, true})
        for (const int offset : {-1, 0, 1}) {
            Scenario scenario{"contact au jour 15, " + offset_text(offset) + (held ? ", après une suspension" : ""),
                              "contact on day 15, " + offset_text(offset) + (held ? ", after a suspension" : ""), "common_core/1", iso_of(start + 40), {referral()}, {}, {}};
            if (held) scenario.entries.insert(scenario.entries.end(), {suspension(start + 3), event("resumption", start + 10)});
            scenario.entries.push_back(event("first_contact", start + 15 + offset, {{"channel", "phone"}}));
            scenario.expect = R"("stage": "contacted", "report": [{"indicator": "contact_within_limit", "variant": "mature", "category": null, "numerator": )" +
                              std::string(offset <= 0 ? "1" : "0") + R"(, "denominator": 1}])";
            lines += line_of(scenario);
        }
    return lines;
}

/// Answers around both ends of every follow-up window, and the stage around its end.
std::string window_lines(const std::string& protocol) {
    std::string lines;
    for (const auto* exit_day : {"2023-02-28", "2024-02-29", "2023-08-31"})
        for (const int months : rules_of(name_in_reference(protocol), exit_day).horizons) {
            const int exit = day_of(exit_day), due = months_later(exit, months);
            auto entries = supported();
            for (auto& entry : entries) entry.on = iso_of(day_of(entry.on) - start + exit - 90);
            entries.push_back(event("outcome", exit, {{"outcome", "adapted_post"}}));
            for (const int end : {due - 30, due + 90})
                for (const int offset : {-1, 0, 1}) {
                    const auto answer = event("follow_up", end + offset, {{"answer", "same_post"}, {"horizon", std::to_string(months)}});
                    const auto where = std::string(exit_day) + ", " + std::to_string(months);
                    lines += line_of(proposal(protocol, entries, answer, "sortie du " + where + " mois, " + (end < due ? "ouverture " : "fin ") + offset_text(offset),
                                              "exit of " + where + " months, window " + (end < due ? "opens " : "closes ") + offset_text(offset)));
                }
        }
    return lines;
}

/// Without a version, the rules are those in force on the referral day: the last day of the first version, and the first of the second.
std::string version_lines() {
    std::string lines;
    for (const auto* day : {"2019-12-31", "2020-01-01"})
        for (const auto* birth_year : {"1969", "1985"}) {
            Register entries{referral(), contact()};
            entries[0].on = day;
            entries[0].attributes["birth_year"] = birth_year;
            entries[1].on = "2020-01-06";
            const auto interview_then = event("qualification_interview", day_of("2020-01-10"), {{"decision", "accepted"}});
            const auto about = std::string(day) + ", " + birth_year;
            lines += line_of(proposal("ast_btp_ain", entries, interview_then, "entretien accepté, signalement du " + about, "interview accepted, referral of " + about));
        }
    return lines;
}

/// Eligibility at 50 years in the first version of AST BTP de l'Ain, and none in the second.
std::string age_lines() {
    std::string lines;
    for (const auto* protocol : {"ast_btp_ain/1", "ast_btp_ain/2"})
        for (const auto* birth_year : {"1973", "1974", "1975", ""}) {
            Register entries{referral(), contact()};
            entries.front().attributes.erase("birth_year");
            if (*birth_year != '\0') entries.front().attributes["birth_year"] = birth_year;
            const std::string born = *birth_year != '\0' ? std::string(birth_year) : "?";
            lines += line_of(proposal(protocol, entries, event("qualification_interview", start + 10, {{"decision", "accepted"}}), "entretien accepté, naissance " + born, "interview accepted, born " + born));
        }
    return lines;
}

}  // namespace
}  // namespace kit

std::vector<std::pair<std::string, std::string>> generated_scenarios() {
    using namespace kit;
    std::string windows;
    for (const auto* protocol : {"common_core/1", "aist63_cme/1", "aist43_cme/1", "ast_btp_ain/2", "mt2i_pspme/1"}) windows += window_lines(protocol);
    return {{"stages-common_core.jsonl", stage_lines("common_core/1")},
            {"stages-aist63_cme.jsonl", stage_lines("aist63_cme/1")},
            {"stages-ast_btp_ain.jsonl", stage_lines("ast_btp_ain/2")},
            {"stages-mt2i_pspme.jsonl", stage_lines("mt2i_pspme/1")},
            {"stages-aist43_cme.jsonl", stage_lines("aist43_cme/1")},
            {"consents.jsonl", referral_consent_lines("common_core/1") + consent_lines("common_core/1") + sick_leave_lines("common_core/1")},
            {"consents-aist43_cme.jsonl", consent_lines("aist43_cme/1")},
            {"withdrawals.jsonl", withdrawal_lines("common_core/1")},
            {"deadlines.jsonl", limit_lines() + contact_lines()},
            {"windows.jsonl", windows},
            {"ages.jsonl", age_lines() + version_lines()}};
}

}  // namespace slow
