#pragma once
/// @file
/// The curves of one stratum, each drawn when the first figure asks for it.

#include <optional>

#include "maintien/indicators/aalen_johansen.hpp"
#include "maintien/indicators/course.hpp"
#include "maintien/indicators/kaplan_meier.hpp"
#include "maintien/indicators/tally.hpp"

namespace maintien {

/// A stratum with the curve that was drawn last: the figures of one course stand together in a report.
struct StratumCurves {
    const StratumTally& tally;                  ///< the integers of the stratum, in order
    std::optional<Course> survival_of{};        ///< the course of `survival`, or none yet
    SurvivalCurve survival{};                   ///< who of that course goes on
    std::optional<Course> incidences_of{};      ///< the course of `incidences`, or none yet
    IncidenceCurve incidences{};                ///< who of that course ended for which cause
};

/// The Kaplan-Meier curve of a course: ends of every cause are events.
inline const SurvivalCurve& survival_in(StratumCurves& stratum, Course course) {
    if (stratum.survival_of != course) stratum.survival = kaplan_meier(table_of(course, stratum.tally.stays));
    stratum.survival_of = course;
    return stratum.survival;
}

/// The Aalen-Johansen curves of a course.
inline const IncidenceCurve& incidences_in(StratumCurves& stratum, Course course) {
    if (stratum.incidences_of != course) stratum.incidences = aalen_johansen(table_of(course, stratum.tally.stays));
    stratum.incidences_of = course;
    return stratum.incidences;
}

}  // namespace maintien
