#pragma once
// The figures of a report as Python values, and what stands behind them.

#include "handles.hpp"

namespace maintien::python {

/// Every figure, in order, as a new list of `Row`.
py::list rows_of(ReportHandle& self);

/// Whether the whole register has a figure of this name (`indicator/variant/category`).
bool has_row(const ReportHandle& self, const std::string& name);

/// One figure. @throws KeyError that tells what there is instead
py::object one_row(const ReportHandle& self, const std::string& indicator, const std::optional<std::string>& variant, const std::optional<std::string>& category,
                   const py::object& by);

/// The strata as dicts, the whole register first.
py::list strata_of(const ReportHandle& self);

/// The episodes behind a figure of the whole register. @throws KeyError
py::object explain_figure(const ReportHandle& self, const std::string& name);

}  // namespace maintien::python
