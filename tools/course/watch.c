#include "watch.h"

#include "file.h"
#include "interrupt.h"

#include <stdint.h>
#include <stdlib.h>

static uint64_t seen[EXERCISES_MAX];

/* A number that differs when the content does (FNV-1a). 0: no file. A
 * file is read at every look: a dozen small ones cost nothing, and times
 * alone miss saves on network file systems. */
static uint64_t fingerprint(const char *path) {
  char *text = file_read(path);
  if (!text) return 0;
  uint64_t hash = UINT64_C(14695981039346656037);
  for (const char *c = text; *c; c++)
    hash = (hash ^ (uint8_t)*c) * UINT64_C(1099511628211);
  free(text);
  return hash;
}

void watch_begin(const exercise_list *list) {
  for (size_t i = 0; i < list->count; i++)
    seen[i] = fingerprint(list->all[i].file);
}

watch_event watch_wait(const exercise_list *list) {
  while (!interrupt_seen()) {
    for (size_t i = 0; i < list->count; i++) {
      uint64_t now = fingerprint(list->all[i].file);
      if (!now || now == seen[i]) continue; /* gone while it is saved */
      seen[i] = now;
      return (watch_event){.saved = &list->all[i]};
    }
    int key = keys_next(0.15);
    if (key != KEY_NONE) return (watch_event){.key = key};
  }
  return (watch_event){.key = KEY_END};
}

void watch_expect(const exercise_list *list, const exercise *e) {
  seen[e - list->all] = fingerprint(e->file);
}
