#pragma once
/// @file
/// Ledgers as documents: `maintien-ledger/1`, what a service has published before.

#include <string>
#include <vector>

#include "maintien/disclosure/ledger.hpp"

namespace maintien::io {

/// The releases of a ledger, in the order in which they were published. `file` is named in faults.
/// @throws DocumentError when it is no `maintien-ledger/1`.
std::vector<Release> read_ledger(std::string_view json, const std::string& file);

/// A release of a report as it is about to be published: `by` what it was divided by, `report` its `maintien-report/1`.
Release release_of(const Report& report, const std::vector<StratumKey>& by);

/// A ledger with these releases, as `maintien-ledger/1`.
std::string ledger_json(const std::vector<Release>& releases);

}  // namespace maintien::io
