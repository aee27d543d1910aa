// The built-in protocols are sound and refine the core: found out while this file is compiled, and nowhere else, for each takes
// the compiler a second.

#include "maintien/protocol/built_in/all.hpp"
#include "maintien/protocol/refinement.hpp"
#include "maintien/protocol/soundness.hpp"

namespace maintien {

static_assert(assert_sound<common_core>());
static_assert(assert_sound<aist63_cme>());
static_assert(assert_sound<ast_btp_ain_1>());
static_assert(assert_sound<ast_btp_ain_2>());
static_assert(assert_sound<mt2i_pspme>());
static_assert(assert_sound<aist43_cme>());

static_assert(assert_refines<aist63_cme, common_core>());
static_assert(assert_refines<ast_btp_ain_1, common_core>());
static_assert(assert_refines<ast_btp_ain_2, common_core>());
static_assert(assert_refines<mt2i_pspme, common_core>());
static_assert(assert_refines<aist43_cme, common_core>());

}  // namespace maintien
