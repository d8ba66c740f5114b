/* archive: a zip that somebody else has made, unpacked with care.
 *
 * An entry becomes a plain file below a folder, or nothing: no links, no
 * way out of the folder, no file over another, and not more than there is
 * room for, whatever the archive claims. */
#ifndef ARCHIVE_H
#define ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

/* What is left for all archives of a student's. */
typedef struct {
  size_t entries, bytes;
  bool disk_full; /* set where there was no room on this machine */
} archive_room;

enum { ARCHIVE_ENTRIES = 20000, ARCHIVE_BYTES = 64 << 20 };

/* Unpacks the zip into a new folder. Entries of which `skipped` is true of
 * a part of the path are left out. Returns NULL, or a sentence about what
 * was not unpacked and why, to be freed. */
char *archive_unpack(const char *zip, const char *folder,
                     archive_room *room, bool (*skipped)(const char *part));

#endif
