/*
 * The lost response: does a retry charge again? -DKEY_PER_INTENT gives the purchase a key. Bounds: -DRETRIES,
 * -DLOSSES, -DDUPLICATES, -DCRASHES.
 */
#ifndef LOSSES
#define LOSSES 2
#endif

#define NONE 0
#define CHECK_THEN_ACT 1
#define ATOMIC 2
#ifdef KEY_PER_INTENT
#define CLAIM ATOMIC
#else
#define CLAIM NONE
#endif

#define CONFLICT 0
#define WAIT 1
#define IN_FLIGHT CONFLICT
#define POLLS_MAX 0
#define INSTANCES 1

#include "charge-api.pml"
