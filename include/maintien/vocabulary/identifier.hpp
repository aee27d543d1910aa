#pragma once
/// @file
/// Identifiers: pseudonyms that do not mix, so that a physician is never taken for a manager.

#include <compare>
#include <cstddef>
#include <functional>
#include <string>

namespace maintien {

/// The pseudonym of one kind of thing, compared byte by byte; an empty text means not given.
/// Identifiers of two kinds neither compare nor convert.
template <class Kind>
struct Identifier {
    std::string text;  ///< as the service writes it, UTF-8; never a name, never a social-security number
    auto operator<=>(const Identifier&) const = default;
};

/// Whether an identifier is given.
template <class Kind>
bool known(const Identifier<Kind>& identifier) {
    return !identifier.text.empty();
}

/// The number of a case in its service; (service, case) is the key of a case.
using CaseId = Identifier<struct CaseKind>;
/// An occupational-health service (SST, SPSTI).
using ServiceId = Identifier<struct ServiceKind>;
/// The worker a case is about; two cases of one worker share it.
using WorkerId = Identifier<struct WorkerKind>;
/// A centre of the service, where appointments are held.
using CentreId = Identifier<struct CentreKind>;
/// The occupational physician who follows the worker.
using PhysicianId = Identifier<struct PhysicianKind>;
/// The case manager of the cell who holds the file.
using ManagerId = Identifier<struct ManagerKind>;
/// The worker's employer at referral.
using EmployerId = Identifier<struct EmployerKind>;
/// An entry of a file, unique in it; needed only to amend the entry.
using EntryId = Identifier<struct EntryKind>;

}  // namespace maintien

/// @cond
// Identifiers as keys of hashed containers; hidden because Doxygen does not find the scope of a specialisation in std.
template <class Kind>
struct std::hash<maintien::Identifier<Kind>> {
    std::size_t operator()(const maintien::Identifier<Kind>& identifier) const noexcept {
        return std::hash<std::string>{}(identifier.text);
    }
};
/// @endcond
