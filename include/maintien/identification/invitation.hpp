#pragma once
/// @file
/// Whom a service invites to a pre-return visit.

#include <vector>

#include "maintien/identification/digest.hpp"

namespace maintien {

/// What the letter `pre_return_invitation` says of an absent worker for whom no case exists yet.
struct PreReturnInvitation {
    WorkerId worker{};        ///< who is invited
    EmployerId employer{};    ///< the worker's company
    PhysicianId physician{};  ///< who invites, and signs
    Day absence_known_on{};   ///< the day the service learnt of the absence
    Day on{};                 ///< the day of the letter
};

/// The invitations that go with a digest: one for each worker whose absence it lists and who was not seen in a pre-return visit
/// since, in the order of the lists; of several absences of a worker the first.
inline std::vector<PreReturnInvitation> invitations_of(const Digest& digest) {
    std::vector<PreReturnInvitation> invitations;
    for (const auto& list : digest.physicians)
        for (const auto& [visit, sequel, referral, invite] : list.lines) {
            const auto& worker = visit.worker;
            const bool again = std::any_of(invitations.begin(), invitations.end(), [&](const auto& other) { return other.worker == worker; });
            if (invite && !again) invitations.push_back({worker, visit.employer, visit.physician, visit.on, digest.on});
        }
    return invitations;
}

}  // namespace maintien
