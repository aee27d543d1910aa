#include "command/progress.hpp"

#include <algorithm>
#include <iostream>
#include <utility>

#ifdef _WIN32
#include <io.h>
#define isatty _isatty
#else
#include <unistd.h>
#endif

namespace maintien::command {

namespace {

std::string bar(std::uint64_t done, std::uint64_t whole) {
    constexpr std::size_t width = 40;
    const auto share = std::min(1.0, static_cast<double>(done) / static_cast<double>(whole));
    const auto filled = static_cast<std::size_t>(share * width);
    return "[" + std::string(filled, '#') + std::string(width - filled, ' ') + "] " + std::to_string(static_cast<int>(share * 100)) + " %";
}

}  // namespace

ProgressBar::ProgressBar(std::string work) : work_(std::move(work)), terminal_(isatty(2) != 0), next_(Clock::now() + std::chrono::seconds(2)) {}

ProgressBar::~ProgressBar() {
    if (shown_) std::cerr << "\r\x1b[K" << std::flush;
}

void ProgressBar::show(std::uint64_t done, std::uint64_t whole) {
    if (!terminal_ || Clock::now() < next_) return;
    std::cerr << "\r\x1b[K" << work_ << ' ' << (whole == 0 ? std::to_string(done >> 20) + " MiB" : bar(done, whole)) << std::flush;
    shown_ = true;
    next_ = Clock::now() + std::chrono::milliseconds(100);
}

}  // namespace maintien::command
