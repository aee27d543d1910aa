#include "maintien/protocol/refinement.hpp"
#include "maintien/protocol/soundness.hpp"
#include "support/planted_faults.hpp"

inline constexpr maintien::Protocol planted = maintien::test::core_with([](maintien::Protocol&) {});
static_assert(maintien::assert_sound<planted>());
static_assert(maintien::assert_refines<planted, maintien::common_core>());
