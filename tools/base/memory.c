#include "memory.h"

#include "fail.h"
#include "language.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

void *memory_resize(void *old, size_t count, size_t size) {
  assert(size > 0);
  if (count > SIZE_MAX / size) fail(_("out of memory"));
  void *larger = realloc(old, count ? count * size : 1);
  if (!larger) fail(_("out of memory"));
  return larger;
}
