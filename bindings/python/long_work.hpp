#pragma once
// Long work: it shows how far it has come when that is asked for, and ends when the user interrupts it.

#include <cstdint>

#include "values.hpp"

namespace maintien::python {

/// Made with the interpreter, told without it.
class LongWork {
public:
    /// With `shown`, a bar of tqdm when that is installed.
    LongWork(const char* work, bool shown, const char* unit) {
        if (shown) bar_ = py::module_::import("maintien._progress").attr("bar")(work, unit);
    }
    LongWork(const LongWork&) = delete;
    LongWork& operator=(const LongWork&) = delete;
    ~LongWork() {
        if (!bar_.is_none()) bar_.attr("close")();
    }

    /// So much is done, of `whole` when that is known, else 0. @throws KeyboardInterrupt
    void told(std::uint64_t done, std::uint64_t whole) {
        const py::gil_scoped_acquire held;
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
        if (!bar_.is_none()) bar_.attr("show")(done, whole);
    }

private:
    py::object bar_{py::none()};
};

}  // namespace maintien::python
