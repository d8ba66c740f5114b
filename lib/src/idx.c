#include <errno.h>
#include <nn/idx.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "require.h"

enum { UNSIGNED_BYTES = 8, SIZES_MAX = 4, NUMBERS_MAX = 1 << 28 };

typedef struct {
  const char *path;
  gzFile file; /* reads what is not compressed as well */
  size_t offset;
  size_t most;          /* of its items are read, the first ones */
  size_t count;         /* the first of its sizes */
  size_t each;          /* the product of the others */
  unsigned char *bytes; /* [arrived], its numbers */
  size_t arrived, room;
  nn_error *error;
} reader;

/* Reads up to `wanted` bytes; fewer only at the end of the file. */
static bool read_bytes(reader *r, unsigned char *bytes, unsigned wanted,
                       unsigned *got) {
  int length = gzread(r->file, bytes, wanted);
  if (length < 0) {
    int code;
    const char *reason = gzerror(r->file, &code);
    size_t named = strlen(r->path); /* zlib may name the file as well */
    if (strncmp(reason, r->path, named) == 0) reason += named + 2;
    return nn_fail(r->error, "%s: damaged after byte %zu: %s", r->path,
                   r->offset, reason);
  }
  *got = (unsigned)length;
  r->offset += *got;
  return true;
}

static bool read_exactly(reader *r, unsigned char *bytes, unsigned wanted) {
  unsigned got = 0;
  if (!read_bytes(r, bytes, wanted, &got)) return false;
  if (got < wanted)
    return nn_fail(r->error,
                   "%s: ends at byte %zu, before all that it promises",
                   r->path, r->offset);
  return true;
}

static size_t big_endian(const unsigned char bytes[4]) {
  return (size_t)bytes[0] << 24 | (size_t)bytes[1] << 16 |
         (size_t)bytes[2] << 8 | bytes[3];
}

/* Reads type and sizes. `flat`: a single size is expected. */
static bool read_head(reader *r, bool flat) {
  unsigned char head[4], size[4];
  if (!read_exactly(r, head, 4)) return false;
  if (head[0] || head[1])
    return nn_fail(r->error,
                   "%s: begins with bytes %02x %02x: an IDX file begins "
                   "with two zeros",
                   r->path, head[0], head[1]);
  if (head[2] != UNSIGNED_BYTES)
    return nn_fail(r->error,
                   "%s: byte 2: numbers of type 0x%02x; only unsigned "
                   "bytes (0x08) are read",
                   r->path, head[2]);
  bool labels = head[3] == 1;
  bool images = 2 <= head[3] && head[3] <= SIZES_MAX;
  bool fits = flat ? labels : images, swapped = flat ? images : labels;
  if (!fits)
    return nn_fail(r->error, "%s: byte 3: %u sizes, where %s expected%s",
                   r->path, head[3],
                   flat ? "labels have 1: the count is"
                        : "images have 2 to 4: count, rows, columns are",
                   swapped ? "; are images and labels swapped?" : "");
  r->each = 1;
  for (int i = 0; i < head[3]; i++) {
    if (!read_exactly(r, size, 4)) return false;
    size_t n = big_endian(size);
    size_t others = i ? r->count * r->each : 1;
    if (n == 0 || n > NUMBERS_MAX / others)
      return nn_fail(r->error,
                     "%s: size %zu in bytes %zu to %zu: from 1 to 2^28 "
                     "numbers in all are read",
                     r->path, n, r->offset - 4, r->offset - 1);
    if (i == 0)
      r->count = n;
    else
      r->each *= n;
  }
  return true;
}

/* How many numbers are wanted. */
static size_t wanted_numbers(const reader *r) {
  return (r->most < r->count ? r->most : r->count) * r->each;
}

/* Makes room for more, as much as has arrived at least, if there is so much
 * to come. */
static bool make_room(reader *r, size_t more) {
  if (r->room - r->arrived >= more) return true;
  size_t room = 2 * r->arrived + more, total = wanted_numbers(r);
  if (room > total) room = total;
  unsigned char *bytes = realloc(r->bytes, room);
  if (!bytes) return nn_fail(r->error, "%s: out of memory", r->path);
  r->bytes = bytes;
  r->room = room;
  return true;
}

static bool read_numbers(reader *r) {
  enum { PIECE = 4096 };
  size_t total = wanted_numbers(r);
  while (r->arrived < total) {
    size_t left = total - r->arrived;
    unsigned wanted = left < PIECE ? (unsigned)left : PIECE;
    if (!make_room(r, wanted) ||
        !read_exactly(r, r->bytes + r->arrived, wanted))
      return false;
    r->arrived += wanted;
  }
  return true;
}

static bool read_end(reader *r) {
  unsigned char more;
  unsigned got = 0;
  if (!read_bytes(r, &more, 1, &got)) return false;
  if (got)
    return nn_fail(r->error,
                   "%s: goes on after byte %zu, where its sizes say that "
                   "it ends",
                   r->path, r->offset - 1);
  return true;
}

static bool read_file(reader *r, bool flat) {
  errno = 0;
  r->file = gzopen(r->path, "rb");
  if (!r->file)
    return nn_fail(r->error, "%s: cannot be opened: %s", r->path,
                   strerror(errno ? errno : ENOMEM));
  /* zlib does not miss the check of a file that is cut off in front of it
   * where its buffer, twice this, is full. All numbers are there then; by
   * this odd size it hardly ever happens. */
  gzbuffer(r->file, 65521);
  bool good = read_head(r, flat) && read_numbers(r) &&
              (r->most < r->count || read_end(r));
  if (gzclose_r(r->file) != Z_OK && good)
    return nn_fail(
        r->error, "%s: ends after byte %zu, but its compressed data do not",
        r->path, r->offset);
  return good;
}

static bool make_dataset(const reader *images, const reader *labels,
                         nn_dataset *data) {
  if (images->count != labels->count)
    return nn_fail(images->error, "%s has %zu images, but %s %zu labels",
                   images->path, images->count, labels->path,
                   labels->count);
  *data = nn_dataset_new(images->arrived / images->each, images->each, 1);
  for (size_t i = 0; i < images->arrived; i++)
    data->x[i] = (nn_real)images->bytes[i] / 255;
  for (size_t i = 0; i < data->count; i++) data->t[i] = labels->bytes[i];
  return true;
}

bool nn_idx_read_first(size_t count, const char *images, const char *labels,
                       nn_dataset *data, nn_error *error) {
  nn_require(count > 0, "asked for the first 0 examples; at least 1");
  reader image = {.path = images, .most = count, .error = error};
  reader label = {.path = labels, .most = count, .error = error};
  *data = (nn_dataset){0};
  bool good = read_file(&image, false) && read_file(&label, true) &&
              make_dataset(&image, &label, data);
  free(image.bytes);
  free(label.bytes);
  return good;
}

bool nn_idx_read(const char *images, const char *labels, nn_dataset *data,
                 nn_error *error) {
  return nn_idx_read_first(SIZE_MAX, images, labels, data, error);
}
