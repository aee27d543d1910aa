#pragma once
// How far a long work has come.

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

namespace maintien::command {

/// A bar on standard error that says how far a work has come: only on a terminal, and only once it takes more than two seconds.
class ProgressBar {
public:
    /// What is done, in one word, such as `reading`.
    explicit ProgressBar(std::string work);
    /// Takes the bar away.
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// So many parts of the whole are done; a whole of 0 is not known, and the parts are bytes.
    void show(std::uint64_t done, std::uint64_t whole);

private:
    using Clock = std::chrono::steady_clock;

    std::string work_;
    bool terminal_, shown_ = false;
    Clock::time_point next_;  // when it may be drawn
};

/// Does a work that tells how far it has come: `act(progress)`, where `progress(done, whole)` shows it.
template <class Act>
auto with_progress(std::string work, Act&& act) {
    ProgressBar bar(std::move(work));
    return act([&bar](std::uint64_t done, std::uint64_t whole) { bar.show(done, whole); });
}

}  // namespace maintien::command
