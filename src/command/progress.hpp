#pragma once
// How far a long work has come.

#include <chrono>
#include <cstdint>

namespace maintien::command {

/// A line on standard error that says how far a work has come: only on a terminal, and only once it takes more than two seconds.
class Progress {
public:
    /// The work has so many parts.
    explicit Progress(std::uint64_t whole);
    /// Takes the line away.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// So many parts are done.
    void show(std::uint64_t done);

private:
    std::uint64_t whole_;
    bool terminal_, shown_ = false;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

}  // namespace maintien::command
