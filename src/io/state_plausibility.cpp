// What the integers of a state must have in common: the estimators rely on it.
#include "io/state_reader.hpp"

namespace maintien::io::detail {
namespace {

/// Whether each of some cells is at most its partner among others.
bool none_exceeds(const StratumTally& tally, CellRange few, CellRange many) {
    for (std::size_t i = 0; i < few.count; ++i)
        if (tally.counts[few.at(i).first] > tally.counts[many.at(i).first]) return false;
    return true;
}

/// Whether a figure's numbers could be: its estimator relies on it.
bool is_plausible(const RowRule& rule, const StratumTally& tally) {
    const auto numerator = sum_of(tally, rule.numerator), denominator = sum_of(tally, rule.denominator), open = sum_of(tally, rule.open);
    switch (rule.kind) {
        case FigureKind::share:
        case FigureKind::share_so_far:
        case FigureKind::rate_target: return numerator <= denominator;
        case FigureKind::standardised: return none_exceeds(tally, rule.numerator[0], rule.denominator[0]);
        case FigureKind::bounded_share: return open <= denominator && numerator <= denominator - open;
        case FigureKind::weighted_share:
            return numerator <= denominator && none_exceeds(tally, rule.weighting->employed, rule.weighting->respondents) &&
                   none_exceeds(tally, rule.weighting->respondents, rule.weighting->eligible);
        default: return true;
    }
}

}  // namespace

void StateReader::check_shares(const JsonNode& node, const StateStratum& stratum, const Catalogue& catalogue) {
    const auto wrong = [&](std::string found, std::string expected) { grammar_.fault(node.pointer, std::move(found), std::move(expected)); };
    if (!fits(stratum)) return wrong("numbers whose sums are too large", "sums up to " + std::to_string(greatest_state_count));
    for (const auto& rule : catalogue)
        if (!is_plausible(rule, stratum.tally)) return wrong("more counted than there are cases in " + std::string(rule.indicator), "a numerator that does not exceed its denominator");
}

void StateReader::check_numbers(const JsonNode& root) {
    const auto catalogue = catalogue_of(*state_.rules);
    check_shares(*root.member("whole"), state_.whole, catalogue);
    for (std::size_t i = 0; i < state_.strata.size(); ++i) check_shares(root.member("strata")->items[i], state_.strata[i], catalogue);
    if (!fits(state_) && grammar_.problems.empty()) grammar_.wrong(root, "numbers up to " + std::to_string(greatest_state_count));
}

}  // namespace maintien::io::detail
