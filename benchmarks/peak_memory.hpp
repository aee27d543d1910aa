#pragma once
// The most memory this process ever held.

#include <cstdint>
#include <fstream>
#include <string>

/// Peak resident memory of this process in bytes, as Linux tells it; 0 elsewhere.
inline std::int64_t peak_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmHWM:") {
            std::int64_t kilobytes = 0;
            status >> kilobytes;
            return kilobytes * 1024;
        }
    return 0;
}
