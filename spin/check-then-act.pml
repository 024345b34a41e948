/*
 * Check, then act: who finds the key? -DCLAIM=CHECK_THEN_ACT or ATOMIC, -DIN_FLIGHT=CONFLICT or WAIT,
 * -DINSTANCES=2 or 1. Bounds: -DRETRIES, -DLOSSES, -DDUPLICATES, -DCRASHES.
 */
#define NONE 0
#define CHECK_THEN_ACT 1
#define ATOMIC 2
#ifndef CLAIM
#define CLAIM CHECK_THEN_ACT
#endif

#define CONFLICT 0
#define WAIT 1
#ifndef IN_FLIGHT
#define IN_FLIGHT CONFLICT
#endif
#define POLLS_MAX 5

#ifndef INSTANCES
#define INSTANCES 2
#endif

#include "charge-api.pml"
