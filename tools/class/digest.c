#define _DEFAULT_SOURCE /* u_int8_t, in sha2.h */
#include "digest.h"

#include <sys/types.h>

#include <sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct digest {
  SHA2_CTX state;
};

digest *digest_begin(void) {
  digest *d = malloc(sizeof *d);
  if (!d) exit(2);
  SHA256Init(&d->state);
  return d;
}

/* The length first, so that no two lists of texts run into one another. */
static void add_length(digest *d, size_t length) {
  char text[32];
  snprintf(text, sizeof text, "%zu:", length);
  SHA256Update(&d->state, (const uint8_t *)text, strlen(text));
}

void digest_text(digest *d, const char *text) {
  add_length(d, strlen(text));
  SHA256Update(&d->state, (const uint8_t *)text, strlen(text));
}

bool digest_file(digest *d, const char *path) {
  char name[SHA256_DIGEST_STRING_LENGTH];
  if (!SHA256File(path, name)) return false;
  digest_text(d, name);
  return true;
}

void digest_end(digest *d, char name[DIGEST_SIZE]) {
  SHA256End(&d->state, name);
  free(d);
}
