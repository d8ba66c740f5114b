/* Any bytes as a checkpoint, and behind the lines that tell its training,
 * with a right check: by chance hardly any would get past these. */
#include "fuzz.h"

#include <nn/checkpoint.h>
#include <nn/vector.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

/* The disk need not see these files; waiting for it takes most of the
 * time. */
int fsync(int handle) {
  (void)handle;
  return 0;
}

/* What a checkpoint brings back. */
typedef struct {
  nn_net net;
  nn_real *params;
  nn_optimizer optimizer;
  nn_rng rng;
} training;

static training new_training(void) {
  training t = {.net = nn_net_new(1), .rng = nn_rng_seeded(1)};
  nn_net_add(&t.net, 1, NN_TANH);
  t.params = nn_net_vector(&t.net);
  t.optimizer = nn_optimizer_new(nn_adam(1), t.net.params);
  return t;
}

static void free_training(training *t) {
  nn_optimizer_free(&t->optimizer);
  nn_vector_free(t->params);
  nn_net_free(&t->net);
}

static void require_same(const training *a, const training *b) {
  size_t bytes = a->net.params * sizeof(nn_real);
  const nn_optimizer *o = &a->optimizer, *p = &b->optimizer;
  REQUIRE(memcmp(a->params, b->params, bytes) == 0);
  REQUIRE(memcmp(o->v, p->v, bytes) == 0);
  REQUIRE(memcmp(o->s, p->s, bytes) == 0);
  REQUIRE(o->steps == p->steps);
  REQUIRE(memcmp(&o->beta_power, &p->beta_power, sizeof(nn_real)) == 0);
  REQUIRE(memcmp(&o->rho_power, &p->rho_power, sizeof(nn_real)) == 0);
  REQUIRE(memcmp(&a->rng, &b->rng, sizeof a->rng) == 0);
}

static bool load(training *t, const char *path, nn_error *error) {
  return nn_checkpoint_load(path, &t->net, t->params, &t->optimizer,
                            &t->rng, error);
}

/* Saves it; path has room for 64 bytes. */
static void save(const training *t, char *path) {
  nn_error error;
  snprintf(path, 64, "fuzz_checkpoint.%ld", (long)getpid());
  REQUIRE(nn_checkpoint_save(path, &t->net, t->params, &t->optimizer,
                             &t->rng, &error));
}

static void try_file(const uint8_t *bytes, size_t count) {
  fuzz_file file = fuzz_file_new(bytes, count);
  training t = new_training(), other = new_training();
  nn_error error;
  if (load(&t, file.path, &error)) {
    char path[64];
    save(&t, path);
    REQUIRE(load(&other, path, &error));
    REQUIRE(remove(path) == 0);
  } else {
    fuzz_require_reason(&error, file.path);
  }
  require_same(&t, &other); /* come back, or as it was */
  free_training(&t);
  free_training(&other);
  fuzz_file_close(&file);
}

/* The lines up to the one that says what the file holds. */
static size_t read_identity(char *text, size_t room) {
  char path[64];
  training t = new_training();
  save(&t, path);
  FILE *file = fopen(path, "r");
  REQUIRE(file);
  text[fread(text, 1, room - 1, file)] = '\0';
  fclose(file);
  REQUIRE(remove(path) == 0);
  free_training(&t);
  char *last = strstr(text, "\nholds ");
  REQUIRE(last);
  return (size_t)(strchr(last + 1, '\n') + 1 - text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  static char identity[4096];
  static size_t length;
  if (length == 0) length = read_identity(identity, sizeof identity);
  try_file(bytes, count);
  uint8_t *whole = malloc(length + count + 32);
  REQUIRE(whole);
  memcpy(whole, identity, length);
  if (count) memcpy(whole + length, bytes, count);
  count += length;
  int check = sprintf((char *)whole + count, "check %08lx\n",
                      crc32_z(0, whole, count));
  try_file(whole, count + (size_t)check);
  free(whole);
  return 0;
}
