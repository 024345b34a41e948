/*
 * All schedules. A model says before it includes this what `arrive`, `advance` and `crash` do, and:
 *
 *   CAN_ADVANCE(h)  whether something can happen now to what a handler is at
 *   HAS_TIME(h)     whether nothing of it is overdue
 *   SOME_COMING     whether anything of a handler's will happen by itself
 *
 * JUDGE, if defined, has `judged` look at each state. It adds no state and no transition.
 */
#define FIRST_OF_ITS_KIND(n) (message[n] != 0 && (n == 0 || message[(n > 0 -> n - 1 : 0)] != message[n]))
#define LOSSY(m) (WHAT(m) < ORPHANS)

#define OF_MESSAGE(n) \
  :: d_step { FIRST_OF_ITS_KIND(n) && MAY_ARRIVE(message[n]) -> arrive(n) } \
  :: d_step { losses > 0 && FIRST_OF_ITS_KIND(n) && LOSSY(message[n]) -> losses--; take(n) } \
  :: d_step { duplicates > 0 && FIRST_OF_ITS_KIND(n) && LOSSY(message[n]) -> duplicates--; put(message[n]) }

#define OF_HANDLER(n) \
  :: d_step { CAN_ADVANCE(handler[n]) -> advance(n) }

#define HANDLER_HAS_TIME(n) HAS_TIME(handler[n])
#define MESSAGE_HAS_TIME(n) (!MAY_ARRIVE(message[n]) || TICKS(message[n]) > 0)

#include "repeat.pml"

/* Nothing is overdue and something will come. While no handler is busy, every message may arrive. */
#define CAN_WAIT \
  (client != IDLE && (due > 0 || client >= GAVE_UP) && ALL_HANDLERS(HANDLER_HAS_TIME) && \
   ALL_MESSAGES(MESSAGE_HAS_TIME) && (due > 0 || SOME_COMING || message[0] != 0))

inline let_a_tick_pass() {
  if
  :: due > 0 -> due--
  :: else
  fi;
  i = 0;
  do
  :: i < HANDLERS ->
       if
       :: TICKS(handler[i]) > 0 -> handler[i] = handler[i] - 1
       :: else
       fi;
       i++
  :: else -> break
  od;
  /* Ticks are the lowest bits, so what was sorted stays sorted. */
  i = 0;
  do
  :: i < MESSAGES ->
       if
       :: TICKS(message[i]) > 0 -> message[i] = message[i] - 1
       :: else
       fi;
       i++
  :: else -> break
  od;
  i = 0 /* a d_step may not end in a loop */
}

active proctype world() {
end:
  do
  :: d_step { client == IDLE -> send_attempt(1) }
  :: d_step { (client == AWAITING || client == BACKING_OFF) && due == 0 -> client_timer() }
  EACH_MESSAGE(OF_MESSAGE)
  EACH_HANDLER(OF_HANDLER)
  :: d_step { CAN_WAIT -> let_a_tick_pass() }
#if CRASHES > 0
  :: d_step { crashes > 0 -> crash(0) }
#if INSTANCES == 2
  :: d_step { crashes > 0 -> crash(1) }
#endif
#endif
#ifdef JUDGE
  /* The brackets hide a call from Spin, which fears that it might change something. */
  :: c_expr { (judged)() }
#endif
  od
}
