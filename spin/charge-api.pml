/*
 * An API that charges cards, in one or two instances, a key store and a card provider: what
 * lost-response.pml and check-then-act.pml have in common. Included with these defined:
 *
 *   CLAIM       NONE, CHECK_THEN_ACT or ATOMIC
 *   IN_FLIGHT   CONFLICT or WAIT: what a request is told whose twin is still running
 *   POLLS_MAX   how often a request looks again while it waits
 *   INSTANCES   1 or 2
 */
#include "client-and-wire.pml"

#define POLL_TICKS 2

/* What the store has under the key; a record that is done is DONE and the number of its charge. */
#define FREE 0
#define IN_PROGRESS 1
#define DONE 2

/* What a handler is at. */
#define ASKED 1         /* a read or a claim is on its way to the store */
#define TOLD_FREE 2     /* the store's answer is on its way back */
#define TOLD_RUNNING 3
#define TOLD_DONE 4
#define CHARGE_SENT 5
#define CHARGE_MADE 6
#define SAVE_SENT 7
#define SAVE_DONE 8
#define WAITING 9       /* for its timer */
#define ASKED_AGAIN 10
#define AGAIN_RUNNING 11
#define AGAIN_DONE 12

#define ORPHAN_CHARGE 4
#define ORPHAN_READ 5
#define ORPHAN_CLAIM 6
#define ORPHAN_SAVE 7

#define KEEP_POLLS(h) ((h) & (7 << 13))

byte charges, record;

inline arrive(n) {
  x = message[n];
  take(n);
  if
#if CLAIM == NONE
  :: WHAT(x) == REQUEST -> accept(x, CHARGE_SENT, LATEST_TICKS)
#else
  :: WHAT(x) == REQUEST -> accept(x, ASKED, 0)
#endif
#if CRASHES > 0
  :: WHAT(x) == ORPHAN_CHARGE -> charges++
  :: WHAT(x) == ORPHAN_READ
  :: WHAT(x) == ORPHAN_CLAIM ->
       if
       :: record == FREE -> record = IN_PROGRESS
       :: else
       fi
  :: WHAT(x) == ORPHAN_SAVE -> record = DONE + CHARGE(x)
#endif
  :: else -> hear(x, CHARGE(x))
  fi
}

/* The key is taken and its request still runs. */
inline wait_or_refuse(n) {
  if
  :: IN_FLIGHT == WAIT && POLLS(x) < POLLS_MAX ->
       handler[n] = KEEP_POLLS(x) | RUN(WAITING, x, 0, POLL_TICKS)
  :: else -> answer(n, CONFLICTING, 0)
  fi
}

inline advance(n) {
  x = handler[n];
  if
#if CLAIM != NONE
  :: PHASE(x) == ASKED ->
       if
       :: record == FREE ->
            handler[n] = RUN(TOLD_FREE, x, 0, 0);
#if CLAIM == ATOMIC
            record = IN_PROGRESS
#endif
       :: record == IN_PROGRESS -> handler[n] = RUN(TOLD_RUNNING, x, 0, 0)
       :: else -> handler[n] = RUN(TOLD_DONE, x, record - DONE, 0)
       fi
  :: PHASE(x) == TOLD_FREE -> handler[n] = RUN(CHARGE_SENT, x, 0, LATEST_TICKS)
  :: PHASE(x) == TOLD_RUNNING -> wait_or_refuse(n)
  :: PHASE(x) == TOLD_DONE -> answer(n, REPLAYED, CHARGE(x))
#endif
  :: PHASE(x) == CHARGE_SENT ->
       charges++;
       handler[n] = RUN(CHARGE_MADE, x, charges, LATEST_TICKS)
#if CLAIM == NONE
  :: PHASE(x) == CHARGE_MADE -> answer(n, CREATED, CHARGE(x))
#else
  :: PHASE(x) == CHARGE_MADE -> handler[n] = RUN(SAVE_SENT, x, CHARGE(x), 0)
  :: PHASE(x) == SAVE_SENT ->
       record = DONE + CHARGE(x);
       handler[n] = RUN(SAVE_DONE, x, CHARGE(x), 0)
  :: PHASE(x) == SAVE_DONE -> answer(n, CREATED, CHARGE(x))
#endif
#if IN_FLIGHT == WAIT
  :: PHASE(x) == WAITING ->
       handler[n] = (KEEP_POLLS(x) + (1 << 13)) | RUN(ASKED_AGAIN, x, 0, 0)
  :: PHASE(x) == ASKED_AGAIN ->
       if
       :: record >= DONE -> handler[n] = KEEP_POLLS(x) | RUN(AGAIN_DONE, x, record - DONE, 0)
       :: else -> handler[n] = KEEP_POLLS(x) | RUN(AGAIN_RUNNING, x, 0, 0)
       fi
  :: PHASE(x) == AGAIN_RUNNING -> wait_or_refuse(n)
  :: PHASE(x) == AGAIN_DONE -> answer(n, REPLAYED, CHARGE(x))
#endif
  fi
}

/* An instance forgets all. What it had asked is still done, and answered to nobody. */
inline crash(instance) {
  crashes--;
  busy[instance] = 0;
  forget_answerers(instance);
  i = instance * PER_INSTANCE;
  do
  :: i < (instance + 1) * PER_INSTANCE ->
       x = handler[i];
       handler[i] = 0;
       if
       :: PHASE(x) == CHARGE_SENT -> put(TICKS(x) | (ORPHAN_CHARGE << 13))
       :: PHASE(x) == ASKED && CLAIM == CHECK_THEN_ACT -> put(ORPHAN_READ << 13)
       :: PHASE(x) == ASKED && CLAIM == ATOMIC -> put(ORPHAN_CLAIM << 13)
       :: PHASE(x) == ASKED_AGAIN -> put(ORPHAN_READ << 13)
       :: PHASE(x) == SAVE_SENT -> put((x & (7 << 3)) | (ORPHAN_SAVE << 13))
       :: else
       fi;
       i++
  :: else -> break
  od;
  i = 0
}

#ifdef JUDGE
c_code {
  static int judged(void) {
    int n, ended = now.client == GAVE_UP || now.client == ANSWERED;
    for (n = 0; n < HANDLERS; n++) ended &= now.handler[n] == 0;
    for (n = 0; n < MESSAGES; n++) ended &= now.message[n] == 0;
    if (now.charges > 1) say(0, "duplicate");
    if (ended && now.told > 0 && now.charges == 0) say(1, "lost");
    /* One calm attempt more finds a free key, a record, or a claim of which nobody is left. */
    if (ended && now.told == 0 && now.record == IN_PROGRESS) say(2, "stuck");
    /* Not to be seen here: a wrong reply, since the client heeds one final answer and none says failed. */
    return 0;
  }
}
#endif

#define CAN_ADVANCE(h) ((h) != 0 && (PHASE(h) != WAITING || TICKS(h) == 0))
#define HAS_TIME(h) ((h) == 0 || TICKS(h) > 0)
#if INSTANCES == 1
#define SOME_COMING (busy[0] > 0)
#else
#define SOME_COMING (busy[0] > 0 || busy[1] > 0)
#endif

#include "schedules.pml"
