/* clock: time in seconds. */
#ifndef CLOCK_H
#define CLOCK_H

#include <time.h>

/* What a clock shows, in seconds; 0 if there is no such clock. */
double clock_read(clockid_t clock);

/* Seconds since some moment, on a clock that is never set
 * (CLOCK_MONOTONIC). */
double clock_seconds(void);

/* Waits, or until a signal comes. */
void clock_sleep(double seconds);

#endif
