#include "slow_lists.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <stdexcept>

namespace slow {

namespace {

std::chrono::year_month_day civil(int day) {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day}}};
}

int count(const std::chrono::year_month_day& civil_day) {
    return static_cast<int>(std::chrono::sys_days{civil_day}.time_since_epoch().count());
}

std::map<std::string, std::vector<std::string>> all_lists() {
    std::map<std::string, std::vector<std::string>> lists;
    lists["event"] = {"sick_leave", "visit", "unfitness_opinion", "consent", "reopening", "referral", "contact_attempt",
                      "first_contact", "appointment", "qualification_interview", "entry", "refusal", "action_plan",
                      "action", "employer_contact", "relay", "team_review", "suspension", "resumption", "outcome",
                      "follow_up", "amendment"};
    lists["origin"] = {"pre_return_visit", "return_visit", "on_request_worker", "on_request_employer",
                       "on_request_physician", "hiring_visit", "periodic_visit", "mid_career_visit", "liaison_meeting",
                       "insurance_notice", "partner_notice", "transfer_in", "other_origin"};
    lists["actor"] = {"occupational_physician", "occupational_nurse", "field_assistant", "case_manager", "coordinator",
                      "referent_physician", "social_worker", "ergonomist", "prevention_specialist", "psychologist",
                      "assistant", "worker", "employer", "disability_officer", "general_practitioner", "specialist",
                      "insurance_physician", "insurance_social_service", "cap_emploi", "hospital",
                      "staff_representative", "other_actor"};
    lists["cause"] = {"non_occupational_illness", "work_accident", "commuting_accident", "occupational_disease",
                      "private_accident", "disability_worsening", "wear_and_ageing", "social_difficulty",
                      "other_cause"};
    lists["nature"] = {"locomotor", "mental", "cardiovascular", "neurological", "cancer", "sensory", "other_nature"};
    lists["scope"] = {"referral", "partner_exchange", "insurance_exchange", "employer_contact", "recommendations",
                      "supervised_trial", "follow_up_contact", "statistics"};
    lists["channel"] = {"in_person", "phone", "video", "letter", "email", "questionnaire"};
    lists["aspect"] = {"medical", "social", "professional"};
    lists["measure"] = {"job_adjustment", "working_time_adjustment", "therapeutic_part_time", "telework",
                        "technical_aid", "job_study", "ergonomic_study", "prior_ergonomic_study",
                        "disabled_worker_status", "invalidity_application", "supervised_trial",
                        "retraining_in_company", "specific_support", "career_guidance", "skills_assessment",
                        "construction_assessment", "career_advice", "training_account", "transition_project",
                        "prior_learning", "training", "interests_and_motivations", "cv_writing",
                        "early_remobilisation", "supported_employment", "vocational_rehabilitation", "financial_aid",
                        "psychological_support", "social_support", "liaison_meeting", "return_visit",
                        "pre_return_visit", "employer_meeting", "mdph_application", "other_measure"};
    lists["partner"] = {"cap_emploi", "carsat_social_service", "cpam", "msa", "insurance_medical_service", "mdph",
                        "agefiph", "fiphfp", "oeth", "france_travail", "transitions_pro", "opco", "cep_operator",
                        "comete", "rehabilitation_centre", "general_practitioner", "specialist", "other_service",
                        "patients_association", "other_partner"};
    lists["outcome"] = {"same_post", "adapted_post", "internal_redeployment", "external_post", "permanent_hire",
                        "fixed_term_hire", "business_creation", "retraining", "training", "other_insertion",
                        "unfitness", "invalidity", "dismissal", "mutual_termination", "resignation", "drop_out",
                        "other_outcome", "contract_end", "prolonged_leave", "no_further_need", "handed_over",
                        "moved_away", "lost_contact", "retirement", "transferred", "death"};
    lists["answer"] = {"same_post", "adapted_post", "other_post_same_employer", "on_leave_with_contract",
                       "other_employer", "self_employed", "in_training", "job_seeking", "invalidity",
                       "unfit_retired", "out_of_work_other", "retired", "deceased", "refused", "no_contact", "lost",
                       "other_non_response", "not_sent"};
    lists["refusal_reason"] = {"does_not_wish", "health_not_stable", "already_helped", "distrust",
                               "other_refusal_reason"};
    lists["suspension_reason"] = {"hospital", "treatment", "maternity", "personal", "other_suspension_reason"};
    lists["reopening_reason"] = {"relapse", "job_at_risk_again", "found_again", "new_situation",
                                 "other_reopening_reason"};
    lists["appointment_state"] = {"planned", "held", "missed", "cancelled"};
    lists["decision"] = {"deferred", "accepted", "redirected", "not_eligible"};
    lists["sex"] = {"female", "male"};
    lists["age_band"] = {"under_30", "30_39", "40_49", "50_54", "55_and_over"};
    for (char section = 'A'; section <= 'U'; ++section) lists["sector"].push_back(std::string(1, section));
    lists["workforce"] = {"under_11", "11_49", "50_249", "250_and_over"};
    lists["occupation"] = {"manual_worker", "employee", "intermediate", "manager_or_professional", "craft_or_trade",
                           "farmer"};
    lists["boolean"] = {"true", "false"};
    lists["stage"] = {"", "referred", "contacted", "qualified", "in_support", "suspended", "declined", "redirected",
                      "exited", "closed"};
    return lists;
}

}  // namespace

int day_of(const std::string& iso) {
    using namespace std::chrono;
    const year_month_day civil_day{year{std::stoi(iso.substr(0, 4))},
                                   month{static_cast<unsigned>(std::stoi(iso.substr(5, 2)))},
                                   day{static_cast<unsigned>(std::stoi(iso.substr(8, 2)))}};
    if (iso.size() != 10 || !civil_day.ok()) throw std::invalid_argument("not a day: " + iso);
    return count(civil_day);
}

std::string iso_of(int day) {
    const auto civil_day = civil(day);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(civil_day.year()),
                  static_cast<unsigned>(civil_day.month()), static_cast<unsigned>(civil_day.day()));
    return text;
}

int year_of(int day) { return static_cast<int>(civil(day).year()); }

int months_later(int day, int months) {
    auto civil_day = civil(day) + std::chrono::months{months};
    if (!civil_day.ok()) civil_day = civil_day.year() / civil_day.month() / std::chrono::last;
    return count(civil_day);
}

const std::vector<std::string>& codes_of(const std::string& list) {
    static const auto lists = all_lists();
    return lists.at(list);
}

int rank_in(const std::string& list, const std::string& code) {
    const auto& codes = codes_of(list);
    const auto found = std::find(codes.begin(), codes.end(), code);
    return found == codes.end() ? -1 : static_cast<int>(found - codes.begin());
}

std::string polarity_of(const std::string& outcome) {
    static const std::set<std::string> positive = {
        "same_post",       "adapted_post",      "internal_redeployment", "external_post", "permanent_hire",
        "fixed_term_hire", "business_creation", "retraining",            "training",      "other_insertion"};
    static const std::set<std::string> negative = {"unfitness",   "invalidity", "dismissal",    "mutual_termination",
                                                   "resignation", "drop_out",   "other_outcome"};
    if (positive.count(outcome) > 0) return "positive";
    return negative.count(outcome) > 0 ? "negative" : "neutral";
}

std::string family_of(const std::string& outcome) {
    static const std::map<std::string, std::string> families = {
        {"same_post", "company"},           {"adapted_post", "company"},
        {"internal_redeployment", "company"}, {"external_post", "elsewhere"},
        {"permanent_hire", "elsewhere"},    {"fixed_term_hire", "elsewhere"},
        {"business_creation", "elsewhere"}, {"retraining", "project"},
        {"training", "project"},            {"other_insertion", "project"}};
    const auto found = families.find(outcome);
    return found == families.end() ? "" : found->second;
}

std::pair<std::string, std::string> code_attribute_of(const std::string& event) {
    static const std::map<std::string, std::pair<std::string, std::string>> attributes = {
        {"consent", {"scope", "scope"}},
        {"reopening", {"reopening_reason", "reopening_reason"}},
        {"referral", {"origin", "origin"}},
        {"contact_attempt", {"channel", "channel"}},
        {"first_contact", {"channel", "channel"}},
        {"appointment", {"appointment_state", "appointment_state"}},
        {"qualification_interview", {"decision", "decision"}},
        {"refusal", {"refusal_reason", "refusal_reason"}},
        {"action_plan", {"aspect", "aspect"}},
        {"action", {"measure", "measure"}},
        {"employer_contact", {"channel", "channel"}},
        {"relay", {"partner", "partner"}},
        {"suspension", {"suspension_reason", "suspension_reason"}},
        {"outcome", {"outcome", "outcome"}},
        {"follow_up", {"answer", "answer"}}};
    const auto found = attributes.find(event);
    return found == attributes.end() ? std::pair<std::string, std::string>{} : found->second;
}

Rules rules_of(const std::string& protocol, const std::string& referral_day) {
    Rules rules;
    rules.team = {"occupational_physician", "occupational_nurse", "field_assistant",       "case_manager",
                  "coordinator",            "referent_physician", "social_worker",         "ergonomist",
                  "prevention_specialist",  "psychologist",       "assistant"};
    rules.entry_from = {"qualified"};
    rules.horizons = {12, 24};
    if (protocol == "common_core") return rules;
    if (protocol == "mt2i_pspme") {
        rules.relay_before_any_stage = true;
        rules.expected = {"interests_before_external_outcome"};
        return rules;
    }
    rules.horizons = {12};
    if (protocol == "aist63_cme") {
        rules.entry_from = {"contacted", "qualified"};
        rules.expected = {"plan_after_appointment"};
        return rules;
    }
    if (protocol == "ast_btp_ain" || protocol == "ast_btp_ain/1" || protocol == "ast_btp_ain/2") {
        rules.expected = {"pre_return_visit_origin", "orientation_named"};
        const bool first = protocol == "ast_btp_ain" ? referral_day < "2020-01-01" : protocol == "ast_btp_ain/1";
        if (first) rules.least_age = 50;
        return rules;
    }
    if (protocol != "aist43_cme") throw std::invalid_argument("unknown protocol: " + protocol);
    rules.team.insert("cap_emploi");
    rules.entry_from = {"referred", "contacted", "qualified"};
    rules.plan_before_positive_outcome = false;
    rules.refusal_is_entry = true;
    rules.refusal_is_exit = true;
    rules.yearly_targets = {{"referrals_per_year", 100}, {"entries_per_year", 80}};
    rules.kept_target = 0.5;
    return rules;
}

}  // namespace slow
