// One case of the slow reference handed to the engine as a typed file, and entries proposed to it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine_register.hpp"
#include "maintien/case/case_file.hpp"
#include "maintien/case/packing.hpp"
#include "random_history.hpp"
#include "slow_lists.hpp"

namespace maintien::test {

/// The rules that the properties of one case are held against, as both the engine and the reference call them: the core and its
/// variants, among them one whose version depends on the referral day.
inline const std::vector<std::string> every_cell{"common_core", "aist63_cme", "ast_btp_ain", "ast_btp_ain/2", "mt2i_pspme", "aist43_cme"};

/// An entry of the slow reference, typed.
inline Entry typed(const slow::Event& event) {
    NamePool names;
    const auto numbers = engine::packed_entry(event, names);
    return unpacked(view_of(numbers), names);
}

/// The entries of one case of the slow reference as its file.
inline CaseFile file_of_register(const slow::Register& entries) {
    CaseFile file{{"c1"}, {}, {}};
    for (const auto& event : entries) file.entries.push_back(typed(event));
    return file;
}

/// A random case with its amendments, which the reference and the engine read alike.
inline slow::Register random_case(slow::Dice& dice, const slow::HotDays& hot, bool with_amendments = true) {
    auto entries = slow::history(dice, hot);
    int next_id = 1;
    if (with_amendments) slow::amend(dice, hot, entries, next_id);
    for (auto& event : entries) event.case_id = "c1";
    return entries;
}

/// An entry of any event but an amendment, on one of the days the case clusters on or near them.
inline slow::Event random_proposal(slow::Dice& dice, const slow::HotDays& hot) {
    const auto& kinds = terms_of<Event>;
    const auto kind = kinds[static_cast<std::size_t>(dice.between(0, static_cast<int>(kinds.size()) - 2))].code;
    auto event = slow::event_on(dice, std::string(kind), hot.any(dice));
    event.case_id = "c1";
    return event;
}

}  // namespace maintien::test
