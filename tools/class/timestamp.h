/* timestamp: a point in time, as people and programs write it.
 *
 *     2026-10-01                        its end: 23:59:59
 *     2026-10-01T23:59                  the end of the minute, likewise
 *     2026-10-01 23:59:00.5, 20261001T235900
 *     Thu Oct 1 23:59:00 2026           git's default
 *     Thu, 1 Oct 2026 23:59:00          e-mail, git's --date=rfc
 *     1790899140                        seconds since 1970, git's
 * --date=raw
 *
 * Behind a time of day may be a zone: Z, UTC, GMT, +02, +0200 or +02:00.
 * Without one it is a time of this machine's. */
#ifndef TIMESTAMP_H
#define TIMESTAMP_H

/* Sets *seconds (since 1970) and returns NULL; or returns why this is no
 * point in time, as a clause. */
const char *timestamp_read(const char *text, double *seconds);

#endif
