#pragma once
/// @file
/// `ast_btp_ain/1` and `/2`: the retention mission of AST BTP de l'Ain, since 2014; for all ages since 2020.

#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/protocol/difference.hpp"
#include "maintien/vocabulary/aspect.hpp"

namespace maintien {
namespace detail {

/// What both versions change in the core.
constexpr Protocol build_ast_btp_ain(int version, Day valid_from) {
    Protocol cell = variant_of(common_core, "ast_btp_ain", version, valid_from);
    cell.title = {"Mission maintien dans l'emploi, AST BTP de l'Ain", "Job-retention mission, AST BTP de l'Ain"};
    drop_limit(cell, "contact_within_15_days");
    cell.expected = {expects("pre_return_visit_origin", Event::referral, needs_origin({Origin::pre_return_visit}), ast_btp_source),
                     expects_words("orientation_named", Event::qualification_interview,
                                   when(Attribute::decision, CodeSet<Decision>{Decision::accepted}),
                                   when(Attribute::orientation, CodeSet<Orientation>{Orientation::retention_in_company, Orientation::external_redeployment}),
                                   ast_btp_source)};
    cell.follow_up.horizons = {12};
    cell.digest_days = {1, 16};
    cell.relaxes = {{"contact_within_15_days", "aucun délai de contact n'est nommé"},
                    {"follow_up", "un questionnaire à un an, sans autre échéance"}};
    return cell;
}

/// Until 2019 the mission was for workers aged 50 or more.
constexpr Protocol build_ast_btp_ain_1() {
    Protocol cell = build_ast_btp_ain(1, make_day(2014, 1, 1));
    cell.valid_until = make_day(2019, 12, 31);
    row_to_change(cell, "interview_accepted").guards.push_back(needs_age(50));
    return indexed(cell);
}

}  // namespace detail

/// AST BTP de l'Ain until 2019, version 1: workers aged 50 or more at their referral.
inline constexpr Protocol ast_btp_ain_1 = detail::build_ast_btp_ain_1();

/// AST BTP de l'Ain since 2020, version 2: workers of any age.
inline constexpr Protocol ast_btp_ain_2 = indexed(detail::build_ast_btp_ain(2, make_day(2020, 1, 1)));

}  // namespace maintien
