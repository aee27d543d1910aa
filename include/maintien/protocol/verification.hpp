#pragma once
/// @file
/// Verifications: everything wrong with a protocol, each with a file that shows it.

#include <vector>

#include "maintien/protocol/counter_example.hpp"

namespace maintien {

/// A flaw and the file that shows it.
struct ShownFlaw {
    Flaw flaw{};        ///< what is wrong
    Witness witness{};  ///< the file, empty when the flaw is one of the text alone
};

/// A weakening and the file that shows it.
struct ShownWeakening {
    Weakening weakening{};  ///< where the variant asks less than its base
    Witness witness{};      ///< a file that the variant allows and the base does not
};

/// What was found in a protocol. It must outlive this, and so must its base.
struct Verification {
    const Protocol* protocol = nullptr;          ///< the protocol
    const Protocol* base = nullptr;              ///< the base it is measured against, or none
    std::vector<ShownFlaw> flaws{};              ///< what is unsound
    std::vector<ShownWeakening> weakenings{};    ///< where it asks less than its base without saying so

    /// Whether the protocol may be relied on: it is sound and refines its base.
    bool holds() const { return flaws.empty() && weakenings.empty(); }
};

/// Looks for everything wrong with a protocol; beside its base when it has one.
inline Verification verified(const Protocol& protocol, const Protocol* base = nullptr) {
    Verification result{&protocol, base, {}, {}};
    const Exploration found = explored(protocol);
    for (const auto& flaw : flaws_of(found)) result.flaws.push_back({flaw, witness_of(found, flaw)});
    if (!base) return result;
    const Exploration beside = explored(protocol, base);
    for (const auto& weakening : weakenings_of(beside, *base)) result.weakenings.push_back({weakening, witness_of(beside, weakening, *base)});
    return result;
}

}  // namespace maintien
