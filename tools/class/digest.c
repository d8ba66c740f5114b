#include "digest.h"

#include "memory.h"
#include "text.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct digest {
  crypto_hash_sha256_state state;
};

digest *digest_begin(void) {
  digest *d = memory_resize(NULL, 1, sizeof *d);
  crypto_hash_sha256_init(&d->state);
  return d;
}

static void add(digest *d, const void *bytes, size_t count) {
  crypto_hash_sha256_update(&d->state, bytes, count);
}

/* The length first, so that no two lists of texts run into one another. */
void digest_text(digest *d, const char *text) {
  char length[32];
  text_fill(length, sizeof length, "%zu:", strlen(text));
  add(d, length, strlen(length));
  add(d, text, strlen(text));
}

bool digest_file(digest *d, const char *path) {
  char name[DIGEST_SIZE], buffer[1 << 14];
  size_t got;
  FILE *file = fopen(path, "rb");
  if (!file) return false;
  digest *content = digest_begin();
  while ((got = fread(buffer, 1, sizeof buffer, file)) > 0)
    add(content, buffer, got);
  bool good = !ferror(file);
  fclose(file);
  digest_end(content, name);
  if (good) digest_text(d, name);
  return good;
}

void digest_end(digest *d, char name[DIGEST_SIZE]) {
  unsigned char bytes[crypto_hash_sha256_BYTES];
  crypto_hash_sha256_final(&d->state, bytes);
  sodium_bin2hex(name, DIGEST_SIZE, bytes, sizeof bytes);
  free(d);
}
