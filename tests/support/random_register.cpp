#include "random_register.hpp"

#include "random_history.hpp"
#include "slow_lists.hpp"

#include <algorithm>
#include <ostream>
#include <set>

namespace slow {

namespace {

using Registers = std::vector<Register>;

std::vector<std::string> days_in(const Register& entries) {
    std::vector<std::string> days = {"2020-01-01", "2021-12-31"};
    for (const Event& event : entries) {
        days.push_back(event.on);
        if (!event.recorded_on.empty()) days.push_back(event.recorded_on);
        if (event.entry) days.push_back(event.entry->on);
    }
    return days;
}

std::string near(Dice& dice, const std::vector<std::string>& days, const std::vector<int>& offsets) {
    return iso_of(day_of(dice.pick(days)) + dice.pick(offsets));
}

/// Leaves out the amendments whose entry is gone.
Register without_orphans(Register entries) {
    for (;;) {
        std::set<std::string> ids;
        for (const Event& event : entries)
            if (!event.id.empty()) ids.insert(event.id);
        const auto orphan = [&ids](const Event& event) {
            return event.event == "amendment" && ids.count(event.attributes.at("amends")) == 0;
        };
        const auto end = std::remove_if(entries.begin(), entries.end(), orphan);
        if (end == entries.end()) return entries;
        entries.erase(end, entries.end());
    }
}

void add_without_cases(const Register& entries, Registers& smaller) {
    std::set<std::pair<std::string, std::string>> cases;
    for (const Event& event : entries) cases.insert({event.service, event.case_id});
    if (cases.size() < 2) return;
    for (const auto& left_out : cases) {
        Register rest;
        for (const Event& event : entries)
            if (std::make_pair(event.service, event.case_id) != left_out) rest.push_back(event);
        smaller.push_back(rest);
    }
}

void add_without_entries(const Register& entries, Registers& smaller) {
    for (std::size_t size = entries.size() / 2; size > 0; size /= 2) {
        for (std::size_t start = 0; start + size <= entries.size(); start += size) {
            Register rest = entries;
            const auto first = rest.begin() + static_cast<std::ptrdiff_t>(start);
            rest.erase(first, first + static_cast<std::ptrdiff_t>(size));
            smaller.push_back(without_orphans(rest));
        }
    }
}

void add_without_attributes(const Register& entries, Registers& smaller) {
    static const std::set<std::string> required = {"leave_state", "visit_kind", "scope",   "state",
                                                   "horizon",     "amends",     "withdraw"};
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!entries[i].recorded_on.empty()) {
            smaller.push_back(entries);
            smaller.back()[i].recorded_on.clear();
        }
        const std::string code = code_attribute_of(entries[i].event).first;
        for (const auto& [name, value] : entries[i].attributes) {
            if (name == code || required.count(name) > 0) continue;
            smaller.push_back(entries);
            smaller.back()[i].attributes.erase(name);
        }
    }
}

Registers smaller_registers(const Register& entries) {
    Registers smaller;
    add_without_cases(entries, smaller);
    add_without_entries(entries, smaller);
    add_without_attributes(entries, smaller);
    return smaller;
}

std::vector<Inquiry> smaller_inquiries(const Inquiry& inquiry) {
    std::vector<Inquiry> smaller;
    const auto add = [&](bool differs, const Question& question) {
        if (differs) smaller.push_back({inquiry.entries, question});
    };
    for (const Register& entries : smaller_registers(inquiry.entries)) smaller.push_back({entries, inquiry.question});
    Question question = inquiry.question;
    question.by.clear();
    add(!inquiry.question.by.empty(), question);
    question = inquiry.question;
    question.known_on.clear();
    add(!inquiry.question.known_on.empty(), question);
    question = inquiry.question;
    question.from.clear();
    question.to.clear();
    add(!inquiry.question.from.empty(), question);
    return smaller;
}

rc::Gen<std::uint64_t> seeds() { return rc::gen::noShrink(rc::gen::resize(100, rc::gen::arbitrary<std::uint64_t>())); }

void reorder(Dice& dice, Register& entries) {
    for (std::size_t i = entries.size(); i > 1; --i)
        std::swap(entries[i - 1], entries[static_cast<std::size_t>(dice.between(0, static_cast<int>(i) - 1))]);
}

}  // namespace

Register register_of_seed(std::uint64_t seed) {
    Dice dice(seed);
    const HotDays hot = hot_days(dice);
    const std::vector<std::string> services = {"sst-a", "sst-b", ""};
    const int number_of_services = dice.between(1, 3);
    const bool many_followed = dice.chance(12);
    const int kinds = dice.between(1, 3);
    Register entries;
    int next_id = 1;
    for (int s = 0; s < number_of_services; ++s) {
        for (int number = many_followed ? dice.between(6, 20) : dice.between(1, 5); number > 0; --number) {
            Register one_case = many_followed && dice.chance(85) ? followed_history(dice, hot, kinds) : history(dice, hot);
            if (!many_followed || dice.chance(30)) amend(dice, hot, one_case, next_id);
            for (Event& event : one_case) {
                event.service = services[static_cast<std::size_t>(s)];
                event.case_id = std::to_string(number);
                entries.push_back(event);
            }
        }
    }
    reorder(dice, entries);
    return entries;
}

Question question_of_seed(const Register& entries, std::uint64_t seed) {
    static const std::vector<std::vector<std::string>> strata = {
        {"service"}, {"year"},   {"quarter"}, {"month"},  {"sex"},     {"age_band"},        {"origin"},
        {"cause"},   {"centre"}, {"nature"},  {"sector"}, {"manager"}, {"service", "year"}, {"sex", "age_band"},
        {"origin", "month"}, {"physician", "occupation", "quarter"}};
    static const std::vector<int> around = {0, 0, 0, -1, 1, 14, 15, 16, 90, 180, 365, 366, 455, 800};
    Dice dice(seed);
    const std::vector<std::string> days = days_in(entries);
    Question question;
    question.protocol = dice.pick(std::vector<std::string>{"common_core", "common_core", "aist43_cme", "aist43_cme", "aist63_cme",
                                                            "ast_btp_ain", "ast_btp_ain", "ast_btp_ain/1", "mt2i_pspme"});
    question.as_of = near(dice, days, around);
    if (dice.chance(entries.size() > 100 ? 50 : 20)) question.as_of = iso_of(day_of(*std::max_element(days.begin(), days.end())) + dice.pick(around));
    for (int later = dice.between(0, 4); later > 0; --later)
        question.as_of = std::max(question.as_of, near(dice, days, around));
    if (dice.chance(30)) {
        question.known_on = near(dice, days, around);
        for (int later = dice.between(0, 3); later > 0; --later)
            question.known_on = std::max(question.known_on, near(dice, days, around));
    }
    if (dice.chance(50)) {
        question.from = std::min({near(dice, days, {0, 0, -1, 1}), near(dice, days, {0, 0, -1, 1}), question.as_of});
        if (dice.chance(60)) question.to = std::max(near(dice, days, around), question.from);
    }
    if (dice.chance(50)) question.by = dice.pick(strata);
    question.level = dice.pick(std::vector<double>{0.95, 0.95, 0.9, 0.99});
    if (dice.chance(60)) {
        for (int parts = dice.between(1, 3); parts > 0; --parts) {
            const auto age = dice.pick(std::vector<std::string>{"unknown", "unknown", "30_39", "40_49", "50_54", "55_and_over"});
            question.reference[{age, dice.pick(std::vector<std::string>{"unknown", "unknown", "unknown", "C", "F"})}] = dice.between(1, 40) / 4.0;
        }
    }
    return question;
}

rc::Gen<Register> random_register() {
    return rc::gen::shrink(rc::gen::map(seeds(), register_of_seed), [](const Register& entries) {
        return rc::seq::fromContainer(smaller_registers(entries));
    });
}

rc::Gen<Inquiry> random_inquiry() {
    auto inquiries = rc::gen::map(seeds(), [](std::uint64_t seed) {
        Inquiry inquiry;
        inquiry.entries = register_of_seed(seed);
        inquiry.question = question_of_seed(inquiry.entries, seed ^ 0x9e3779b97f4a7c15U);
        return inquiry;
    });
    return rc::gen::shrink(std::move(inquiries), [](const Inquiry& inquiry) {
        return rc::seq::fromContainer(smaller_inquiries(inquiry));
    });
}

void showValue(const Event& event, std::ostream& out) { out << canonical_json(event) << "\n"; }

void showValue(const Question& question, std::ostream& out) {
    out << "--protocol " << question.protocol << " --as-of " << question.as_of;
    if (!question.known_on.empty()) out << " --known-on " << question.known_on;
    if (!question.from.empty()) out << " --from " << question.from;
    if (!question.to.empty()) out << " --to " << question.to;
    for (std::size_t i = 0; i < question.by.size(); ++i) out << (i == 0 ? " --by " : ",") << question.by[i];
    out << " --level " << question.level << "\n";
    for (const auto& [place, weight] : question.reference) out << "reference: " << place.first << " " << place.second << " weighs " << weight << "\n";
}

void showValue(const Inquiry& inquiry, std::ostream& out) {
    out << "\n" << to_json_lines(inquiry.entries);
    showValue(inquiry.question, out);
}

}  // namespace slow
