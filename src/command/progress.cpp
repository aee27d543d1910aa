#include "command/progress.hpp"

#include <iostream>
#include <string>

#ifdef _WIN32
#include <io.h>
#define isatty _isatty
#else
#include <unistd.h>
#endif

namespace maintien::command {

Progress::Progress(std::uint64_t whole) : whole_(whole), terminal_(isatty(2) != 0) {}

Progress::~Progress() {
    if (shown_) std::cerr << "\r\x1b[K" << std::flush;
}

void Progress::show(std::uint64_t done) {
    if (!terminal_ || std::chrono::steady_clock::now() - begun_ < std::chrono::seconds(2)) return;
    constexpr std::size_t width = 40;
    const std::size_t filled = whole_ == 0 ? width : static_cast<std::size_t>(done * width / whole_);
    std::cerr << "\r[" << std::string(filled, '#') << std::string(width - filled, ' ') << "] " << done << " / " << whole_ << std::flush;
    shown_ = true;
}

}  // namespace maintien::command
