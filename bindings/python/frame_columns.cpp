#include "frame_columns.hpp"

namespace maintien::python {

py::object to_python(const FrameColumn& column, const CellValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return py::str(*text);
    if (const auto* number = std::get_if<std::int64_t>(&value)) return column.kind == CellKind::code ? members_of_list(column.list)[static_cast<std::size_t>(*number)] : py::object(py::int_(*number));
    if (const auto* truth = std::get_if<bool>(&value)) return py::bool_(*truth);
    if (const auto* day = std::get_if<Day>(&value)) return to_python(*day);
    if (const auto* real = std::get_if<double>(&value)) return py::float_(*real);
    if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) return py::cast(*texts);
    return py::none();
}

}  // namespace maintien::python
