#include "command/question.hpp"

#include <algorithm>

#include "maintien/io/reference_document.hpp"

namespace maintien::command {
namespace {

std::vector<StratumKey> strata_of(const std::string& text) {
    std::vector<StratumKey> keys;
    for (std::size_t first = 0; first <= text.size();) {
        const std::size_t last = std::min(text.find(',', first), text.size());
        const std::string name = text.substr(first, last - first);
        first = last + 1;
        const auto key = from_code<StratumKey>(name);
        if (!key) throw WrongUse("--by: found " + json_string(name) + ", expected " + stratum_keys_joined());
        if (std::find(keys.begin(), keys.end(), *key) != keys.end()) throw WrongUse("--by: found " + name + " twice, expected each once");
        keys.push_back(*key);
    }
    return keys;
}

}  // namespace

std::string stratum_keys_joined() {
    std::string joined;
    for (const auto& term : terms_of<StratumKey>) joined += (joined.empty() ? "" : ", ") + std::string(term.code);
    return joined;
}

void add_days(CLI::App& command, ReportQuestion& question, const std::string& known_on) {
    add_day(command, "--as-of", question.as_of, "the day looked at: what comes later is not counted")->required();
    add_day(command, "--known-on", question.known_on, known_on);
    add_day(command, "--from", question.from, "first day of the period (the earliest referral)");
    add_day(command, "--to", question.to, "last day of the period (the day looked at)");
}

void add_figures(CLI::App& command, TypedQuestion& typed) {
    auto& question = typed.question;
    command.add_option("--by", typed.by, "divide the register, see above")->type_name("KEY,...");
    command.add_option_function<std::string>("--level", [&question](const std::string& text) {
        if (CLI::detail::lexical_cast(text, question.level) && question.level > 0 && question.level < 1) return;
        throw CLI::ValidationError("--level", "found " + json_string(text) + ", expected a number between 0 and 1, such as 0.95");
    }, "level of the intervals (0.95)")->type_name("L");
    command.add_option_function<std::string>("--interval", [&question](const std::string& text) {
        const auto method = method_from_code(text);
        if (!method) throw CLI::ValidationError("--interval", "found " + json_string(text) + ", expected wilson, clopper_pearson or jeffreys");
        question.interval = *method;
    }, "interval of proportions (wilson)")->type_name("wilson|clopper_pearson|jeffreys");
}

void add_reference(CLI::App& command, std::optional<ReferencePopulation>& reference) {
    const auto read = [&reference](const std::string& path) {
        if (!path.empty()) reference = io::read_reference({.name = path});  // an empty name is refused as that of every option is
    };
    command.add_option_function<std::string>("--reference", read, "standardise rates on this population, a maintien-reference/1 (none: those rates are not given)")->type_name("FILE");
}

ReportQuestion question_of(const TypedQuestion& typed) {
    auto question = typed.question;
    if (!typed.by.empty()) question.by = strata_of(typed.by);
    const Day to = known(question.to) ? question.to : question.as_of;
    if (known(question.from) && to < question.from) throw WrongUse("--to: found " + iso(to) + ", expected a day not before --from, " + iso(question.from));
    return question;
}

}  // namespace maintien::command
