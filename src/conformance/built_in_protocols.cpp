// The built-in protocols are sound: found out while this file is compiled, and nowhere else, for each takes the compiler a second.

#include "maintien/protocol/built_in/all.hpp"
#include "maintien/protocol/soundness.hpp"

namespace maintien {

static_assert(assert_sound<common_core>());
static_assert(assert_sound<aist63_cme>());
static_assert(assert_sound<ast_btp_ain_1>());
static_assert(assert_sound<ast_btp_ain_2>());
static_assert(assert_sound<mt2i_pspme>());
static_assert(assert_sound<aist43_cme>());


}  // namespace maintien
