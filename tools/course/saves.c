#include "saves.h"

#include "file.h"

#include <assert.h>
#include <stdlib.h>

/* The hash of a file's content (FNV-1a); 0 if there is no file.
 * Modification times would miss saves on network file systems, and a dozen
 * small files cost nothing to read. */
static uint64_t fingerprint(const char *path) {
  char *text = file_read(path);
  if (!text) return 0;
  uint64_t hash = UINT64_C(14695981039346656037);
  for (const char *c = text; *c; c++)
    hash = (hash ^ (uint8_t)*c) * UINT64_C(1099511628211);
  free(text);
  return hash;
}

void saves_begin(saves *s, const exercise_list *list, size_t first,
                 size_t count) {
  assert(first + count <= list->count);
  s->first = &list->all[first];
  s->count = count;
  for (size_t i = 0; i < count; i++)
    s->seen[i] = fingerprint(s->first[i].file);
}

const exercise *saves_next(saves *s) {
  for (size_t i = 0; i < s->count; i++) {
    uint64_t now = fingerprint(s->first[i].file);
    if (!now || now == s->seen[i]) continue; /* gone while it is saved */
    s->seen[i] = now;
    return &s->first[i];
  }
  return NULL;
}

void saves_expect(saves *s, const exercise *e) {
  assert(e >= s->first && e < s->first + s->count);
  s->seen[e - s->first] = fingerprint(e->file);
}
