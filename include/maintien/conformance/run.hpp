#pragma once
/// @file
/// Running scenarios against this engine.

#include <string>
#include <vector>

#include "maintien/conformance/answer.hpp"
#include "maintien/protocol/protocol_versions.hpp"

namespace maintien {

/// What this engine answers to a scenario, as far as it is asked. The proposed entry is judged on the file of its case; accepted, it is in the
/// file when the rest is looked at, refused, it is not. Stage and deadlines are those of the proposed entry's case, or of the first entry's.
Expectation answer_of(const Scenario& scenario, const ProtocolVersions& protocol);

/// Where this engine answers otherwise than a scenario expects, a sentence each; empty when it passes.
std::vector<std::string> failures_of(const Scenario& scenario, const ProtocolVersions& protocol);

/// The same under the built-in protocol that the scenario names.
std::vector<std::string> failures_of(const Scenario& scenario);

}  // namespace maintien
