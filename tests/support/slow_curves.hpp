// Survival and comparisons once more, from the textbook and with lists: for the slow reference, which shares no line with the library.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace slow {

/// One followed episode: how many days it was seen and what ended it; 0 when nothing had.
struct Followed {
    int days = 0, cause = 0;
};

using FollowedList = std::vector<Followed>;

/// A figure with its limits; the reason stands for the value, or beside it for a limit that is missing.
struct Given {
    std::optional<double> value, lower, upper;
    std::string null_reason;
};

/// The point below which the normal law has this probability.
double normal_quantile(double probability);

/// The share that ended for a cause by a day.
Given incidence(const FollowedList& all, int causes, int cause, int day, double level);

/// The day by which a share has ended, whatever the cause.
Given ended_by(const FollowedList& all, double share, double level);

/// The mean number of days within the first `tau`.
Given mean_within(const FollowedList& all, int tau, double level);

/// Of each part of a population: how many have it, of how many, and its weight in the reference.
struct Part {
    long x = 0, n = 0;
    double weight = 0;
};

/// A rate standardised directly.
Given standardised(const std::vector<Part>& parts, double level);

/// The limits at a size between which chance leaves a service whose rate is the common one.
std::pair<double, double> funnel(double rate, long n, double level);

/// How much services differ, by (positive, exits).
Given overdispersion(const std::vector<std::pair<long, long>>& services);

}  // namespace slow
