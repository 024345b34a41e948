/*
 * Promela has no way to make options by number, so they are written out: EACH_ lists options, ALL_ is a
 * conjunction, for as many handlers and messages as there are.
 */

#if MESSAGES == 1
#define EACH_MESSAGE(X) X(0)
#define ALL_MESSAGES(X) (X(0))
#elif MESSAGES == 2
#define EACH_MESSAGE(X) X(0) X(1)
#define ALL_MESSAGES(X) (X(0) && X(1))
#elif MESSAGES == 3
#define EACH_MESSAGE(X) X(0) X(1) X(2)
#define ALL_MESSAGES(X) (X(0) && X(1) && X(2))
#elif MESSAGES == 4
#define EACH_MESSAGE(X) X(0) X(1) X(2) X(3)
#define ALL_MESSAGES(X) (X(0) && X(1) && X(2) && X(3))
#elif MESSAGES == 5
#define EACH_MESSAGE(X) X(0) X(1) X(2) X(3) X(4)
#define ALL_MESSAGES(X) (X(0) && X(1) && X(2) && X(3) && X(4))
#elif MESSAGES == 6
#define EACH_MESSAGE(X) X(0) X(1) X(2) X(3) X(4) X(5)
#define ALL_MESSAGES(X) (X(0) && X(1) && X(2) && X(3) && X(4) && X(5))
#elif MESSAGES == 7
#define EACH_MESSAGE(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6)
#define ALL_MESSAGES(X) (X(0) && X(1) && X(2) && X(3) && X(4) && X(5) && X(6))
#elif MESSAGES == 8
#define EACH_MESSAGE(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7)
#define ALL_MESSAGES(X) (X(0) && X(1) && X(2) && X(3) && X(4) && X(5) && X(6) && X(7))
#else
#error "more messages than repeat.pml can list"
#endif

#if HANDLERS == 1
#define EACH_HANDLER(X) X(0)
#define ALL_HANDLERS(X) (X(0))
#elif HANDLERS == 2
#define EACH_HANDLER(X) X(0) X(1)
#define ALL_HANDLERS(X) (X(0) && X(1))
#elif HANDLERS == 3
#define EACH_HANDLER(X) X(0) X(1) X(2)
#define ALL_HANDLERS(X) (X(0) && X(1) && X(2))
#elif HANDLERS == 4
#define EACH_HANDLER(X) X(0) X(1) X(2) X(3)
#define ALL_HANDLERS(X) (X(0) && X(1) && X(2) && X(3))
#elif HANDLERS == 5
#define EACH_HANDLER(X) X(0) X(1) X(2) X(3) X(4)
#define ALL_HANDLERS(X) (X(0) && X(1) && X(2) && X(3) && X(4))
#elif HANDLERS == 6
#define EACH_HANDLER(X) X(0) X(1) X(2) X(3) X(4) X(5)
#define ALL_HANDLERS(X) (X(0) && X(1) && X(2) && X(3) && X(4) && X(5))
#elif HANDLERS == 7
#define EACH_HANDLER(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6)
#define ALL_HANDLERS(X) (X(0) && X(1) && X(2) && X(3) && X(4) && X(5) && X(6))
#elif HANDLERS == 8
#define EACH_HANDLER(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7)
#define ALL_HANDLERS(X) (X(0) && X(1) && X(2) && X(3) && X(4) && X(5) && X(6) && X(7))
#elif HANDLERS == 9
#define EACH_HANDLER(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8)
#define ALL_HANDLERS(X) (X(0) && X(1) && X(2) && X(3) && X(4) && X(5) && X(6) && X(7) && X(8))
#elif HANDLERS == 10
#define EACH_HANDLER(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9)
#define ALL_HANDLERS(X) (X(0) && X(1) && X(2) && X(3) && X(4) && X(5) && X(6) && X(7) && X(8) && X(9))
#elif HANDLERS == 11
#define EACH_HANDLER(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10)
#define ALL_HANDLERS(X) (X(0) && X(1) && X(2) && X(3) && X(4) && X(5) && X(6) && X(7) && X(8) && X(9) && X(10))
#elif HANDLERS == 12
#define EACH_HANDLER(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11)
#define ALL_HANDLERS(X) (X(0) && X(1) && X(2) && X(3) && X(4) && X(5) && X(6) && X(7) && X(8) && X(9) && X(10) && X(11))
#elif HANDLERS == 13
#define EACH_HANDLER(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12)
#define ALL_HANDLERS(X) (X(0) && X(1) && X(2) && X(3) && X(4) && X(5) && X(6) && X(7) && X(8) && X(9) && X(10) && X(11) && X(12))
#elif HANDLERS == 14
#define EACH_HANDLER(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13)
#define ALL_HANDLERS(X) (X(0) && X(1) && X(2) && X(3) && X(4) && X(5) && X(6) && X(7) && X(8) && X(9) && X(10) && X(11) && X(12) && X(13))
#else
#error "more handlers than repeat.pml can list"
#endif
