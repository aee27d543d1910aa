#pragma once
/// @file
/// Work on all cores whose result does not depend on their number.

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace maintien {

/// The number of threads to use when `wanted` is asked for; 0 means all cores.
inline unsigned thread_count(unsigned wanted) {
    if (wanted != 0) return wanted;
    const unsigned cores = std::thread::hardware_concurrency();
    return cores == 0 ? 1 : cores;
}

/// Calls `work(i, worker)` for every i below `count`, on up to `threads` threads numbered by `worker` from 0; the first
/// exception is thrown again when all have stopped.
template <class Work>
void in_parallel(std::size_t count, unsigned threads, Work&& work) {
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failing;
    const auto run = [&](unsigned worker) {
        try {
            for (std::size_t i = next++; i < count; i = next++) work(i, worker);
        } catch (...) {
            const std::lock_guard lock(failing);
            if (!failure) failure = std::current_exception();
            next = count;
        }
    };
    std::vector<std::thread> others;
    for (unsigned t = 1; t < threads && t < count; ++t) others.emplace_back(run, t);
    run(0);
    for (auto& other : others) other.join();
    if (failure) std::rethrow_exception(failure);
}

}  // namespace maintien
