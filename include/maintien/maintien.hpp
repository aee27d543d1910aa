#pragma once
/// @file
/// The whole header-only library, in reading order.

#include "maintien/vocabulary/closed_lists.hpp"

#include "maintien/protocol/built_in/all.hpp"
#include "maintien/protocol/verification.hpp"

#include "maintien/case/case_file.hpp"

#include "maintien/identification/invitation.hpp"

#include "maintien/outreach/outreach_indicators.hpp"

#include "maintien/pathway/admission.hpp"
#include "maintien/pathway/blocked.hpp"
#include "maintien/pathway/path.hpp"
#include "maintien/pathway/possible_now.hpp"
#include "maintien/pathway/witness_file.hpp"

#include "maintien/sharing/letter_writing.hpp"
#include "maintien/sharing/rights.hpp"

#include "maintien/register/agenda.hpp"
#include "maintien/register/case_files.hpp"
#include "maintien/register/register_part.hpp"
#include "maintien/register/replay.hpp"

#include "maintien/indicators/aalen_johansen.hpp"
#include "maintien/indicators/clustered_share.hpp"
#include "maintien/indicators/clustered_survival.hpp"
#include "maintien/indicators/difference.hpp"
#include "maintien/indicators/explain.hpp"
#include "maintien/indicators/funnel.hpp"
#include "maintien/indicators/make_report.hpp"
#include "maintien/indicators/merge_states.hpp"
#include "maintien/indicators/restricted_mean.hpp"
#include "maintien/indicators/revision.hpp"
#include "maintien/indicators/survival_quantile.hpp"
#include "maintien/indicators/target_progress.hpp"
#include "maintien/indicators/trend.hpp"
#include "maintien/indicators/weighting_cells.hpp"
#include "maintien/disclosure/release.hpp"
