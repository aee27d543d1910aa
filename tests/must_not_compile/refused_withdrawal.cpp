#include "maintien/protocol/refinement.hpp"
#include "support/planted_faults.hpp"

inline constexpr maintien::Protocol planted = maintien::test::planted_refused_withdrawal();
static_assert(maintien::assert_refines<planted, maintien::common_core>());
