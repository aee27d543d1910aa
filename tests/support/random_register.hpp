// Invented registers and questions for the property tests: valid event files of the worst kind, full of ties,
// amendments and histories that break every rule.
#pragma once

#include "slow_reference.hpp"

#include <rapidcheck.h>

#include <cstdint>
#include <iosfwd>

namespace slow {

/// The register of a seed: the same on every platform.
Register register_of_seed(std::uint64_t seed);

/// A question of a seed about a register: its days lie on, just before and just after the days that matter.
Question question_of_seed(const Register& entries, std::uint64_t seed);

/// A question together with the register it is asked of.
struct Inquiry {
    Register entries;
    Question question;
};

/// Random registers; they shrink by leaving out cases, then entries, then attributes that are not required.
rc::Gen<Register> random_register();

/// Random questions about random registers; both shrink.
rc::Gen<Inquiry> random_inquiry();

/// The entry as a line of an event file, for RapidCheck's report.
void showValue(const Event& event, std::ostream& out);
/// The question as options of the command line, for RapidCheck's report.
void showValue(const Question& question, std::ostream& out);
/// The register as an event file and the question below it, for RapidCheck's report.
void showValue(const Inquiry& inquiry, std::ostream& out);

}  // namespace slow
