/*
 * What the models share: bounds, the client, and the lossy link between it and an API. They are written
 * from what the machines in simulations/ mean, and share no line with them.
 *
 * Each model is one process, each of whose options is one choice of the engine's: states are the engine's
 * states, transitions its choices, and one more for the first step into the loop.
 */
#ifndef RETRIES
#define RETRIES 2
#endif
#ifndef LOSSES
#define LOSSES 1
#endif
#ifndef DUPLICATES
#define DUPLICATES 0
#endif
#ifndef CRASHES
#define CRASHES 0
#endif

/* One for every attempt that there can be, and one for a patient person's last. */
#define PER_INSTANCE (RETRIES + 2)
#define HANDLERS (INSTANCES * PER_INSTANCE)
/* Every attempt and every copy of one is one message, one handler at work, or gone. */
#define MESSAGES (RETRIES + 1 + DUPLICATES)

#define TIMEOUT_TICKS 5
#define BACKOFF_TICKS 2
#define LATEST_TICKS 6

/* What the client does. */
#define IDLE 0
#define AWAITING 1
#define BACKING_OFF 2
#define GAVE_UP 3
#define ANSWERED 4

/*
 * A handler: ticks | charge << 3 | attempt << 6 | phase << 9 | polls << 13; an idle one is 0. It asks for
 * one thing at a time, and what it asks for is neither lost nor doubled, so its phase tells where its
 * question or the answer is. The ticks are those to the latest arrival, or to its timer.
 *
 * A message on the lossy link: ticks | charge << 3 | attempt << 6 | handler << 9 | what << 13; none is 0.
 */
#define TICKS(x) ((x) & 7)
#define CHARGE(x) (((x) >> 3) & 7)
#define ATTEMPT(x) (((x) >> 6) & 7)
#define PHASE(h) (((h) >> 9) & 15)
#define POLLS(h) (((h) >> 13) & 7)
#define ANSWERER(m) (((m) >> 9) & 15)
#define WHAT(m) (((m) >> 13) & 7)
#define RUN(phase, h, charge, ticks) ((ticks) | ((charge) << 3) | ((h) & (7 << 6)) | ((phase) << 9))
#define REPLY(what, h, charge, handler) \
  (LATEST_TICKS | ((charge) << 3) | ((h) & (7 << 6)) | ((handler) << 9) | ((what) << 13))

#define REQUEST 0
#define CREATED 1
#define REPLAYED 2
#define CONFLICTING 3
/* From here on: what a process that has crashed since had asked of others. */
#define ORPHANS 4

byte client, attempt, due;
byte told;              /* what the customer was told of, by its number */
byte losses = LOSSES, duplicates = DUPLICATES, crashes = CRASHES;
byte busy[INSTANCES];   /* how many handlers are: it keeps guards short */
short handler[HANDLERS];
#if CRASHES > 0
int message[MESSAGES];  /* an orphan needs the sixteenth bit */
#else
short message[MESSAGES];
#endif

/* No part of the state: written before they are read, within one step. */
hidden int i, k, x, y;

#define INSTANCE_OF(m) ((ATTEMPT(m) - 1) % INSTANCES)
#define MAY_ARRIVE(m) ((m) != 0 && (WHAT(m) != REQUEST || busy[INSTANCE_OF(m)] < PER_INSTANCE))

/* Messages are sorted, greatest first: equal collections look equal, and equal messages are neighbours. */
inline put(m) {
  y = m;
  k = MESSAGES - 1;
  do
  :: k > 0 && message[k - 1] < y -> message[k] = message[k - 1]; k--
  :: else -> break
  od;
  message[k] = y
}

inline take(n) {
  k = n;
  do
  :: k < MESSAGES - 1 -> message[k] = message[k + 1]; k++
  :: else -> break
  od;
  message[MESSAGES - 1] = 0
}

inline send_attempt(n) {
  client = AWAITING;
  attempt = n;
  due = TIMEOUT_TICKS;
  put(LATEST_TICKS | (attempt << 6))
}

inline client_timer() {
  if
  :: client == BACKING_OFF || attempt <= RETRIES -> send_attempt(attempt + 1)
  :: else -> client = GAVE_UP
  fi
}

/* An answer to an attempt that the client has given up on goes unseen. */
inline hear(m, what_of) {
  if
  :: client != AWAITING || attempt != ATTEMPT(m)
  :: else ->
       due = 0;
       if
       :: WHAT(m) != CONFLICTING -> client = ANSWERED; told = what_of
       :: WHAT(m) == CONFLICTING && attempt <= RETRIES ->
            client = BACKING_OFF;
            due = BACKOFF_TICKS
       :: else -> client = GAVE_UP
       fi
  fi
}

/* The first free handler takes a request. */
inline accept(m, phase, ticks) {
  i = INSTANCE_OF(m) * PER_INSTANCE;
  do
  :: handler[i] != 0 -> i++
  :: else -> break
  od;
  busy[i / PER_INSTANCE]++;
  handler[i] = RUN(phase, m, 0, ticks)
}

inline answer(n, what, charge) {
  busy[n / PER_INSTANCE]--;
  handler[n] = 0;
  put(REPLY(what, x, charge, n + 1))
}

/* The answers of a crashed instance that are on their way are nobody's from now on. */
inline forget_answerers(instance) {
  i = 0;
  do
  :: i < MESSAGES ->
       x = message[i];
       if
       :: ANSWERER(x) > 0 && (ANSWERER(x) - 1) / PER_INSTANCE == instance ->
            x = x & ~(15 << 9);
            /* It becomes smaller and goes down, so another may stand here now. */
            take(i);
            put(x);
            if
            :: k == i -> i++
            :: else
            fi
       :: else -> i++
       fi
  :: else -> break
  od
}

#ifdef JUDGE
c_code {
  static int said[3];

  static void say(int outcome, const char *name) {
    if (!said[outcome]) printf("outcome %s\n", name);
    said[outcome] = 1;
  }
}
#endif
