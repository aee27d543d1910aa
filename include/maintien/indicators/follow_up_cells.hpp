#pragma once
/// @file
/// Follow-up cells: what became of those who left, as the integers the retention figures are made of.

#include <array>

#include "maintien/indicators/cell_range.hpp"
#include "maintien/vocabulary/case_attributes.hpp"
#include "maintien/vocabulary/follow_up_answer.hpp"
#include "maintien/vocabulary/outcome.hpp"

namespace maintien {

/// How the follow-up of an exit stands at one horizon. Those who should have answered come first, then those out of scope, then those whose
/// window is not over.
enum class FollowUpEnd : std::uint8_t {
    answered,            ///< said whether in work
    refused,             ///< did not wish to answer, or to be asked
    no_contact,          ///< tried, without an answer
    lost,                ///< address and phone no longer valid
    other_non_response,  ///< no answer for another reason
    not_sent,            ///< nobody asked
    deceased,            ///< died by the end of the window
    retired,             ///< retired by the end of the window
    pending              ///< the window is not over at T
};

template <>
inline constexpr std::string_view list_name_of<FollowUpEnd> = "follow_up_end";

template <>
inline constexpr auto terms_of<FollowUpEnd> = std::to_array<Term<FollowUpEnd>>({
    {FollowUpEnd::answered, "answered", "a répondu", "answered"},
    {FollowUpEnd::refused, "refused", "refus", "refused"},
    {FollowUpEnd::no_contact, "no_contact", "injoignable", "could not be reached"},
    {FollowUpEnd::lost, "lost", "perdu de vue", "lost from view"},
    {FollowUpEnd::other_non_response, "other_non_response", "autre non-réponse", "other non-response"},
    {FollowUpEnd::not_sent, "not_sent", "non interrogé", "not asked"},
    {FollowUpEnd::deceased, "deceased", "décédé", "deceased"},
    {FollowUpEnd::retired, "retired", "retraité", "retired"},
    {FollowUpEnd::pending, "pending", "délai non écoulé", "window not over"},
});
static_assert(well_formed(terms_of<FollowUpEnd>));

/// Whether somebody should have answered: the window is over, and the worker neither died nor retired.
constexpr bool is_eligible(FollowUpEnd end) { return end <= FollowUpEnd::not_sent; }

namespace detail {

/// How many neighbouring answers from the first on pass a test; all that pass must stand together.
template <class Test>
constexpr std::size_t leading_answers(Test&& test) {
    std::size_t count = 0;
    for (const auto& term : terms_of<Answer>)
        if (test(term.value) && index_of(term.value) == count) ++count;
    return count;
}

}  // namespace detail

/// How many answers say that the worker is with the employer at referral; they are the first.
inline constexpr std::size_t same_employer_answers = detail::leading_answers([](Answer answer) { return same_employer(answer); });
/// How many answers say that the worker is in work; they are the first.
inline constexpr std::size_t employed_answers = detail::leading_answers([](Answer answer) { return class_of(answer) == AnswerClass::employed; });
/// How many answers say whether the worker is in work; they are the first.
inline constexpr std::size_t substantive_answers = detail::leading_answers([](Answer answer) { return is_substantive(answer); });
static_assert(same_employer_answers == 4 && employed_answers == 6 && substantive_answers == 11);

/// Those of one kind for the weighting of answers: family of the outcome, then age band, each with one place more for none.
struct WeightingRanges {
    static constexpr std::size_t ages = count_of<AgeBand> + 1;                ///< age bands, and unknown
    static constexpr std::size_t kinds = (count_of<Family> + 1) * ages;       ///< families, and none, by age
    CellRange employed{};     ///< said to be in work
    CellRange respondents{};  ///< said whether in work
    CellRange eligible{};     ///< should have answered

    /// The place of a kind; a family or an age past its list is none.
    static constexpr std::size_t place(std::size_t family, std::size_t age) {
        return (family < count_of<Family> ? family : count_of<Family>) * ages + (age < count_of<AgeBand> ? age : count_of<AgeBand>);
    }
};

/// The exits of the period that are followed, at one horizon.
struct FollowUpCells {
    CellRange ends{};               ///< by `FollowUpEnd`
    CellRange answers{};            ///< those who answered, by substantive `Answer`
    CellRange positive_ends{};      ///< positive exits, by `FollowUpEnd`
    CellRange positive_employed{};  ///< positive exits, in work
    WeightingRanges weighting{};    ///< those who should have answered, by kind
};

/// How many horizons a protocol may have.
inline constexpr std::size_t most_horizons = 4;

namespace detail {

constexpr FollowUpCells deal_follow_up(CellDealer& dealer) {
    FollowUpCells cells;
    cells.ends = dealer.deal(count_of<FollowUpEnd>);
    cells.answers = dealer.deal(substantive_answers);
    cells.positive_ends = dealer.deal(count_of<FollowUpEnd>);
    dealer.deal_each(cells.positive_employed);
    for (auto* range : {&cells.weighting.employed, &cells.weighting.respondents, &cells.weighting.eligible}) *range = dealer.deal(WeightingRanges::kinds);
    return cells;
}

}  // namespace detail
}  // namespace maintien
