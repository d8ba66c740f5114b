#include "checkpoint_parts.h"
#include "require.h"
#include "text_file.h"

#include <inttypes.h>
#include <nn/vector.h>
#include <stdlib.h>
#include <string.h>

enum { VECTORS = 3 };

/* The vectors of [net->params] that a training may have besides the
 * weights; NULL for one that it has not. */
static void find_vectors(const nn_checkpoint *c, nn_real **vectors) {
  vectors[0] = c->optimizer->v;
  vectors[1] = c->optimizer->s;
  vectors[2] = c->best;
}

/* ---- writing ---------------------------------------------------------*/

static void put_epoch(text_writer *w, const nn_epoch *epoch) {
  nn_text_put(w, "epoch %zu\nloss %a\n", epoch->epoch, (double)epoch->loss);
  nn_text_put(w, "validation-loss %a\nvalidation-accuracy %a\n",
              (double)epoch->validation.loss,
              (double)epoch->validation.accuracy);
}

static void put_state(text_writer *w, const nn_checkpoint *c) {
  nn_text_put(w, "steps %zu\nbeta-power %a\nrho-power %a\n",
              c->optimizer->steps, (double)c->optimizer->beta_power,
              (double)c->optimizer->rho_power);
  for (size_t i = 0; c->rng && i < 4; i++)
    nn_text_put(w, "rng %" PRIu64 "\n", c->rng->state[i]);
  if (c->result) {
    put_epoch(w, &c->result->last);
    put_epoch(w, &c->result->best);
  }
}

static void put_numbers(text_writer *w, const nn_real *numbers,
                        size_t count) {
  for (size_t k = 0; k < count; k++)
    nn_text_put(w, "%a\n", (double)numbers[k]);
}

static void put_vectors(text_writer *w, const nn_checkpoint *c,
                        const nn_real *params) {
  nn_real *vectors[VECTORS];
  find_vectors(c, vectors);
  put_numbers(w, params, c->net->params);
  for (size_t i = 0; i < VECTORS; i++)
    if (vectors[i]) put_numbers(w, vectors[i], c->net->params);
  for (size_t k = 0; c->order && k < c->examples; k++)
    nn_text_put(w, "%zu\n", c->order[k]);
}

bool nn_checkpoint_write(const char *path, const nn_checkpoint *checkpoint,
                         const nn_real *params, nn_error *error) {
  text_writer w;
  if (!nn_text_begin(&w, path, error)) return false;
  nn_text_put_string(&w, checkpoint->identity);
  put_state(&w, checkpoint);
  put_vectors(&w, checkpoint, params);
  return nn_text_commit(&w, error);
}

/* ---- reading ---------------------------------------------------------*/

/* What was read, until all of it is. */
typedef struct {
  nn_optimizer optimizer; /* but for v and s */
  nn_rng rng;
  nn_training result;
  nn_real *numbers; /* params and all vectors, one after the other */
  size_t *order;
} loaded;

static bool read_identity(text_reader *r, const char *identity) {
  char expected[256];
  for (const char *line = identity; *line; line += strlen(expected) + 1) {
    snprintf(expected, sizeof expected, "%.*s", (int)strcspn(line, "\n"),
             line);
    if (!nn_text_next(r, expected)) return false;
    if (strcmp(r->text, expected) != 0)
      return nn_fail(r->error,
                     "%s:%zu: '%.80s', but here it is '%.80s': the "
                     "checkpoint is of another training",
                     r->path, r->line, r->text, expected);
  }
  return true;
}

static bool read_size(text_reader *r, const char *word, size_t most,
                      size_t *size) {
  uint64_t count = 0;
  if (!nn_text_count(r, word, most, &count)) return false;
  *size = (size_t)count;
  return true;
}

static bool read_epoch(text_reader *r, nn_epoch *epoch) {
  return read_size(r, "epoch", SIZE_MAX, &epoch->epoch) &&
         nn_text_number(r, "loss", &epoch->loss) &&
         nn_text_number(r, "validation-loss", &epoch->validation.loss) &&
         nn_text_number(r, "validation-accuracy",
                        &epoch->validation.accuracy);
}

static bool read_state(text_reader *r, const nn_checkpoint *c, loaded *l) {
  nn_optimizer *o = &l->optimizer;
  if (!read_size(r, "steps", SIZE_MAX, &o->steps) ||
      !nn_text_number(r, "beta-power", &o->beta_power) ||
      !nn_text_number(r, "rho-power", &o->rho_power))
    return false;
  for (size_t i = 0; c->rng && i < 4; i++)
    if (!nn_text_count(r, "rng", UINT64_MAX, &l->rng.state[i]))
      return false;
  if (!c->result) return true;
  if (!read_epoch(r, &l->result.last) || !read_epoch(r, &l->result.best))
    return false;
  l->result.epochs = l->result.last.epoch;
  return true;
}

static bool read_vectors(text_reader *r, const nn_checkpoint *c,
                         loaded *l) {
  nn_real *vectors[VECTORS];
  find_vectors(c, vectors);
  size_t count = c->net->params;
  for (size_t i = 0; i < VECTORS; i++)
    if (vectors[i]) count += c->net->params;
  for (size_t k = 0; k < count; k++)
    if (!nn_text_number(r, "", &l->numbers[k])) return false;
  for (size_t k = 0; c->order && k < c->examples; k++)
    if (!read_size(r, "", c->examples - 1, &l->order[k])) return false;
  return true;
}

static void take(const nn_checkpoint *c, const loaded *l, nn_real *params) {
  nn_real *vectors[VECTORS];
  find_vectors(c, vectors);
  const nn_real *next = l->numbers;
  size_t count = c->net->params;
  memcpy(params, next, count * sizeof *next);
  for (size_t i = 0; i < VECTORS; i++)
    if (vectors[i]) memcpy(vectors[i], next += count, count * sizeof *next);
  if (c->order) memcpy(c->order, l->order, c->examples * sizeof *l->order);
  c->optimizer->steps = l->optimizer.steps;
  c->optimizer->beta_power = l->optimizer.beta_power;
  c->optimizer->rho_power = l->optimizer.rho_power;
  if (c->rng) *c->rng = l->rng;
  if (c->result) *c->result = l->result;
}

bool nn_checkpoint_read(const char *path, const nn_checkpoint *checkpoint,
                        nn_real *params, nn_error *error) {
  text_reader r;
  if (!nn_text_open(&r, path, error)) return false;
  loaded l = {
      .numbers = nn_vector_new((1 + VECTORS) * checkpoint->net->params),
      .order = malloc((checkpoint->examples + 1) * sizeof *l.order)};
  bool good = (l.order || nn_fail(error, "%s: out of memory", path)) &&
              read_identity(&r, checkpoint->identity) &&
              read_state(&r, checkpoint, &l) &&
              read_vectors(&r, checkpoint, &l) && nn_text_end(&r);
  if (good) take(checkpoint, &l, params);
  nn_vector_free(l.numbers);
  free(l.order);
  nn_text_close(&r);
  return good;
}

/* ---- for a loop of one's own -----------------------------------------*/

static void check(const char *function, const nn_net *net,
                  const nn_optimizer *optimizer) {
  if (optimizer->count != net->params)
    nn_refuse(function,
              "the optimizer is for %zu weights, but the network has %zu",
              optimizer->count, net->params);
}

bool nn_checkpoint_save(const char *path, const nn_net *net,
                        const nn_real *params,
                        const nn_optimizer *optimizer, const nn_rng *rng,
                        nn_error *error) {
  check(__func__, net, optimizer);
  nn_optimizer kept = *optimizer;
  nn_rng generator = rng ? *rng : (nn_rng){{0}};
  nn_checkpoint checkpoint = {
      .net = net, .optimizer = &kept, .rng = rng ? &generator : NULL};
  char *identity = nn_checkpoint_identity(&checkpoint, NULL, NULL);
  checkpoint.identity = identity;
  bool saved = nn_checkpoint_write(path, &checkpoint, params, error);
  free(identity);
  return saved;
}

bool nn_checkpoint_load(const char *path, const nn_net *net,
                        nn_real *params, nn_optimizer *optimizer,
                        nn_rng *rng, nn_error *error) {
  check(__func__, net, optimizer);
  nn_checkpoint checkpoint = {
      .net = net, .optimizer = optimizer, .rng = rng};
  char *identity = nn_checkpoint_identity(&checkpoint, NULL, NULL);
  checkpoint.identity = identity;
  bool read = nn_checkpoint_read(path, &checkpoint, params, error);
  free(identity);
  return read;
}
