#pragma once
/// @file
/// Visits before any case exists: how a service notices a worker whose job is at risk.

#include <array>
#include <optional>
#include <string_view>

#include "maintien/vocabulary/day.hpp"
#include "maintien/vocabulary/identifier.hpp"
#include "maintien/vocabulary/origin.hpp"

namespace maintien {

/// One line of a service's list of visits, unique in it.
using VisitId = Identifier<struct VisitRecordKind>;

/// A visit held, or a long absence that the service learnt of otherwise, before any case exists (`visits.csv` of docs/formats.md).
struct VisitRecord {
    VisitId visit{};               ///< the line in the service's list
    WorkerId worker{};             ///< who was seen, or is absent
    EmployerId employer{};         ///< the worker's company
    PhysicianId physician{};       ///< who held the visit, or follows the absent worker
    Day on{};                      ///< the day of the visit, or the day the service learnt of the absence
    std::optional<Origin> kind{};  ///< the kind of visit; none: a long absence
};

/// How a long absence is spelt where the kind of a visit stands.
inline constexpr std::string_view absence_code = "absence";

/// Whether a line is about a long absence rather than a visit.
inline bool is_absence(const VisitRecord& record) { return !record.kind; }

/// The spelling of a kind in every document: an `origin` code, or `absence`.
constexpr std::string_view visit_kind_code(std::optional<Origin> kind) { return kind ? code_of(*kind) : absence_code; }

/// The word a person reads for a kind.
constexpr std::string_view visit_kind_label(std::optional<Origin> kind, Language language) {
    if (kind) return label_of(*kind, language);
    return language == Language::fr ? "longue absence" : "long absence";
}

/// The kinds in the order in which they are counted: the origins, then the absence.
constexpr std::array<std::optional<Origin>, count_of<Origin> + 1> visit_kinds() {
    std::array<std::optional<Origin>, count_of<Origin> + 1> kinds{};
    for (const auto& term : terms_of<Origin>) kinds[index_of(term.value)] = term.value;
    return kinds;
}

/// Whether a digest lists lines of a kind: pre-return visits and long absences, by which a job at risk is noticed in time
/// (AST BTP de l'Ain sends the former; the latter are added by us).
constexpr bool is_listed(std::optional<Origin> kind) { return !kind || *kind == Origin::pre_return_visit; }

}  // namespace maintien
