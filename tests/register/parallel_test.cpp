#include "maintien/register/parallel.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <stdexcept>

using namespace maintien;

TEST(Parallel, EveryPieceIsDoneOnceWhateverTheNumberOfThreads) {
    for (const unsigned threads : {1u, 2u, 7u}) {
        std::vector<int> done(100, 0);
        in_parallel(done.size(), threads, [&](std::size_t i, unsigned worker) {
            EXPECT_LT(worker, threads);
            ++done[i];
        });
        EXPECT_EQ(std::accumulate(done.begin(), done.end(), 0), 100);
        for (const int times : done) EXPECT_EQ(times, 1);
    }
}

TEST(Parallel, AnExceptionComesBackToTheCallerAfterAllHaveStopped) {
    const auto fail = [](std::size_t i, unsigned) {
        if (i == 3) throw std::runtime_error("piece 3");
    };
    EXPECT_THROW(in_parallel(10, 2, fail), std::runtime_error);
}

TEST(Parallel, ZeroMeansAllCoresAndAtLeastOne) {
    EXPECT_GE(thread_count(0), 1u);
    EXPECT_EQ(thread_count(3), 3u);
}
