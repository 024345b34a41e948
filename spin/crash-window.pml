/*
 * The crash window: what does a retry find after the process died? -DSAME_TRANSACTION writes order and key
 * in one transaction, else the key is written after the order. Bounds: -DRETRIES, -DLOSSES, -DDUPLICATES,
 * -DCRASHES.
 */
#ifndef CRASHES
#define CRASHES 1
#endif

#define INSTANCES 1

#include "client-and-wire.pml"

#define PREPARE_TICKS 1

/* What a handler is at; SENT: its statement is on its way to the database, the rest: the answer to it is. */
#define SELECT_SENT 1
#define SELECT_NONE 2
#define SELECT_FOUND 3
#define BEGIN_SENT 1
#define BEGIN_DONE 2
#define ORDER_SENT 4
#define ORDER_DONE 5
#define PREPARING 6     /* for its timer */
#define KEY_SENT 7
#define KEY_WRITTEN 8
#define KEY_KNOWN 9
#define KEY_LOCKED 10   /* its insert waits at the database */
#define COMMIT_SENT 11
#define COMMIT_DONE 12
#define ROLLBACK_SENT 13
#define ROLLBACK_DONE 14

/* The first statement is a SELECT or a BEGIN; the last a COMMIT, or a ROLLBACK with 1 in the charge's place. */
#define ORPHAN_FIRST 4
#define ORPHAN_ORDER 5
#define ORPHAN_KEY 6
#define ORPHAN_LAST 7

byte orders;            /* committed */
bit key;                /* whether its row is committed */
byte holder;            /* the handler, from 1, whose open transaction has written the key */
byte queue[HANDLERS];   /* handlers whose insert waits for that one, first come first */

inline arrive(n) {
  x = message[n];
  take(n);
  if
  :: WHAT(x) == REQUEST -> accept(x, SELECT_SENT, 0)
#ifdef SAME_TRANSACTION
  /* What a dead connection had sent in a transaction means nothing any more. */
  :: WHAT(x) >= ORPHANS
#else
  :: WHAT(x) == ORPHAN_FIRST
  :: WHAT(x) == ORPHAN_ORDER -> orders++
  :: WHAT(x) == ORPHAN_KEY -> key = 1
#endif
  :: else -> hear(x, 1)
  fi
}

/* An insert of a key that is committed does nothing; one of a key that may yet be undone waits to find out. */
inline insert_key(n) {
  if
  :: key -> handler[n] = RUN(KEY_KNOWN, x, 0, 0)
#ifdef SAME_TRANSACTION
  :: !key && holder != 0 ->
       handler[n] = RUN(KEY_LOCKED, x, 0, 0);
       i = 0;
       do
       :: queue[i] != 0 -> i++
       :: else -> break
       od;
       queue[i] = n + 1
  :: !key && holder == 0 ->
       handler[n] = RUN(KEY_WRITTEN, x, 0, 0);
       holder = n + 1
#else
  :: !key ->
       handler[n] = RUN(KEY_WRITTEN, x, 0, 0);
       key = 1
#endif
  fi
}

/* Key and order are seen by all at once, and whoever waited finds the key. */
inline commit_all(n) {
  handler[n] = RUN(COMMIT_DONE, x, 0, 0);
  orders++;
  key = 1;
  holder = 0;
  i = 0;
  do
  :: i < HANDLERS && queue[i] != 0 ->
       k = queue[i] - 1;
       handler[k] = RUN(KEY_KNOWN, handler[k], 0, 0);
       queue[i] = 0;
       i++
  :: else -> break
  od
}

inline advance(n) {
  x = handler[n];
  if
#ifdef SAME_TRANSACTION
  :: PHASE(x) == BEGIN_SENT -> handler[n] = RUN(BEGIN_DONE, x, 0, 0)
  :: PHASE(x) == BEGIN_DONE -> handler[n] = RUN(KEY_SENT, x, 0, 0)
  :: PHASE(x) == KEY_SENT -> insert_key(n)
  :: PHASE(x) == KEY_WRITTEN -> handler[n] = RUN(ORDER_SENT, x, 0, 0)
  :: PHASE(x) == KEY_KNOWN -> handler[n] = RUN(ROLLBACK_SENT, x, 0, 0)
  :: PHASE(x) == ORDER_SENT -> handler[n] = RUN(ORDER_DONE, x, 0, 0)
  :: PHASE(x) == PREPARING -> handler[n] = RUN(COMMIT_SENT, x, 0, 0)
  :: PHASE(x) == COMMIT_SENT -> commit_all(n)
  :: PHASE(x) == COMMIT_DONE -> answer(n, CREATED, 0)
  :: PHASE(x) == ROLLBACK_SENT -> handler[n] = RUN(ROLLBACK_DONE, x, 0, 0)
  :: PHASE(x) == ROLLBACK_DONE -> answer(n, REPLAYED, 0)
#else
  :: PHASE(x) == SELECT_SENT && !key -> handler[n] = RUN(SELECT_NONE, x, 0, 0)
  :: PHASE(x) == SELECT_SENT && key -> handler[n] = RUN(SELECT_FOUND, x, 0, 0)
  :: PHASE(x) == SELECT_NONE -> handler[n] = RUN(ORDER_SENT, x, 0, 0)
  :: PHASE(x) == SELECT_FOUND -> answer(n, REPLAYED, 0)
  :: PHASE(x) == ORDER_SENT ->
       orders++;
       handler[n] = RUN(ORDER_DONE, x, 0, 0)
  :: PHASE(x) == PREPARING -> handler[n] = RUN(KEY_SENT, x, 0, 0)
  :: PHASE(x) == KEY_SENT -> insert_key(n)
  :: PHASE(x) == KEY_WRITTEN || PHASE(x) == KEY_KNOWN -> answer(n, CREATED, 0)
#endif
  :: PHASE(x) == ORDER_DONE -> handler[n] = RUN(PREPARING, x, 0, PREPARE_TICKS)
  fi
}

/* The process forgets all, and the database undoes what its connections had open. */
inline crash(instance) {
  crashes--;
  busy[instance] = 0;
  holder = 0;
  forget_answerers(instance);
  i = 0;
  do
  :: i < HANDLERS ->
       x = handler[i];
       handler[i] = 0;
       queue[i] = 0;
       if
       :: PHASE(x) == SELECT_SENT -> put(ORPHAN_FIRST << 13)
       :: PHASE(x) == ORDER_SENT -> put(ORPHAN_ORDER << 13)
       :: PHASE(x) == KEY_SENT -> put(ORPHAN_KEY << 13)
       :: PHASE(x) == COMMIT_SENT -> put(ORPHAN_LAST << 13)
       :: PHASE(x) == ROLLBACK_SENT -> put((1 << 3) | (ORPHAN_LAST << 13))
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
    for (n = 0; n < HANDLERS; n++) ended &= now.handler[n] == 0 || PHASE(now.handler[n]) == KEY_LOCKED;
    for (n = 0; n < MESSAGES; n++) ended &= now.message[n] == 0;
    if (now.orders > 1) say(0, "duplicate");
    if (ended && now.told > 0 && now.orders == 0) say(1, "lost");
    /* One calm attempt more would wait for ever for a key whose transaction nobody ends. */
    if (ended && now.told == 0 && now.holder != 0) say(2, "stuck");
    /* Not to be seen here: a wrong reply, since the client heeds one final answer and none says failed. */
    return 0;
  }
}
#endif

#define CAN_ADVANCE(h) ((h) != 0 && PHASE(h) != KEY_LOCKED && (PHASE(h) != PREPARING || TICKS(h) == 0))
#define HAS_TIME(h) ((h) == 0 || PHASE(h) == KEY_LOCKED || TICKS(h) > 0)
/* Who waits for a key waits for a handler that is at work on it. */
#define SOME_COMING (busy[0] > 0)

#include "schedules.pml"
