#pragma once
// A report on its way to another process: its figures, without the cases behind them.

#include "handles.hpp"

namespace maintien::python {

/// What a pickle holds of a report: the heading and every figure, neither the cases nor the audit.
py::tuple pickled_report(const ReportHandle& self);

/// The report that a pickle holds.
ReportHandle report_again(const py::tuple& state);

}  // namespace maintien::python
