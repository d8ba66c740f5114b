#include "arena.h"

#include "memory.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

static void **kept;
static size_t count, room;

static void free_all(void) {
  while (count) free(kept[--count]);
  free(kept);
}

void *arena_keep(void *memory) {
  if (!kept) atexit(free_all);
  if (count == room) {
    room = room ? 2 * room : 256;
    kept = memory_resize(kept, room, sizeof *kept);
  }
  return kept[count++] = memory;
}

void *arena_allocate(size_t size) {
  return arena_keep(memory_resize(NULL, size, 1));
}

void *arena_grow(const void *old, size_t old_count, size_t size) {
  void *larger = arena_keep(memory_resize(NULL, old_count + 1, size));
  if (old_count) memcpy(larger, old, old_count * size);
  return larger;
}

char *arena_copy(const char *text, size_t length) {
  return arena_keep(text_copy(text, length));
}

char *arena_print(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *text = text_print_list(format, arguments);
  va_end(arguments);
  return arena_keep(text);
}
