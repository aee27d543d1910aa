#include "maintien/protocol/soundness.hpp"
#include "support/planted_faults.hpp"

inline constexpr maintien::Protocol planted = maintien::test::planted_overlapping_rows();
static_assert(maintien::assert_sound<planted>());
