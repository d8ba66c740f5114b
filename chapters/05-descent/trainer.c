/* A small network that learns two classes of points of the plane, one
 * update at a time. experiments.c trains it, and so does the reader who
 * touches its figure. */
#include <nn/dataset.h>
#include <nn/elementary.h>
#include <nn/evaluate.h>
#include <nn/net.h>
#include <nn/rng.h>
#include <nn/vector.h>

/* ---- the points ------------------------------------------------------*/

typedef enum { MOONS, RING, CLOUDS, SPIRALS } pattern;

enum { PLANE_POINTS = 120 };

/* A disc of one class, and around it a ring of the other. */
static nn_dataset draw_ring(nn_rng *rng) {
  nn_dataset data = nn_dataset_new(PLANE_POINTS, 2, 1);
  for (size_t n = 0; n < PLANE_POINTS; n++) {
    bool outside = n % 2;
    nn_real radius = nn_rng_uniform(rng) / 2 + (outside ? (nn_real)0.7 : 0);
    nn_real angle = nn_rng_between(rng, 0, (nn_real)6.2831853);
    nn_real *x = nn_dataset_input(&data, n);
    x[0] = radius * nn_cos(angle);
    x[1] = radius * nn_sin(angle);
    data.t[n] = outside;
  }
  return data;
}

/* Four clouds, of which those opposite each other are of one class: XOR. */
static nn_dataset draw_clouds(nn_rng *rng) {
  nn_dataset data = nn_dataset_blobs(rng, PLANE_POINTS, 4, (nn_real)0.25);
  for (size_t n = 0; n < PLANE_POINTS; n++) data.t[n] = (nn_real)(n % 2);
  return data;
}

static nn_dataset draw_pattern(pattern shown) {
  nn_rng rng = nn_rng_seeded(PLANE_POINTS); /* the same points each time */
  nn_dataset data;
  switch (shown) {
  case RING:
    data = draw_ring(&rng);
    break;
  case CLOUDS:
    data = draw_clouds(&rng);
    break;
  case SPIRALS:
    data = nn_dataset_spirals(&rng, PLANE_POINTS, (nn_real)0.01);
    break;
  default:
    data = nn_dataset_moons(&rng, PLANE_POINTS, (nn_real)0.15);
  }
  nn_dataset_standardise(&data, &data);
  return data;
}

/* ---- training --------------------------------------------------------*/

/* The run of the figure; its pattern is MOONS. */
enum { TRAINER_HIDDEN = 8, TRAINER_BATCH = 10, TRAINER_SEED = 1951 };
#define TRAINER_RATE ((nn_real)0.3)

typedef struct {
  nn_dataset data;
  nn_net net;
  nn_real *params;
  nn_pass pass;
  nn_rng rng;
  size_t batch;
  nn_real learning_rate;
  size_t seen; /* examples so far */
} trainer;

static trainer trainer_new(pattern learned, size_t hidden, size_t batch,
                           nn_real learning_rate, uint64_t seed) {
  trainer t = {.data = draw_pattern(learned),
               .net = nn_net_new(2),
               .rng = nn_rng_seeded(seed),
               .batch = batch,
               .learning_rate = learning_rate};
  nn_net_add(&t.net, hidden, NN_TANH);
  nn_net_add(&t.net, 1, NN_SIGMOID);
  t.params = nn_net_vector(&t.net);
  nn_net_init(&t.net, t.params, NN_XAVIER, 1, &t.rng);
  t.pass = nn_pass_new(&t.net, PLANE_POINTS);
  return t;
}

static void trainer_free(trainer *t) {
  nn_dataset_free(&t->data);
  nn_net_free(&t->net);
  nn_vector_free(t->params);
  nn_pass_free(&t->pass);
}

/* One update, by the next batch of the epoch. */
static void trainer_step(trainer *t) {
  size_t first = t->seen % PLANE_POINTS, left = PLANE_POINTS - first;
  if (first == 0) nn_dataset_shuffle(&t->data, &t->rng); /* a new epoch */
  nn_dataset batch =
      nn_dataset_part(&t->data, first, t->batch < left ? t->batch : left);
  nn_net_forward(&t->net, t->params, batch.x, batch.count, &t->pass);
  nn_net_loss(&t->net, &t->pass, NN_BINARY_CROSS_ENTROPY, batch.t);
  nn_net_descend(&t->net, t->params, &t->pass, t->learning_rate);
  t->seen += batch.count;
}

/* The updates to the end of the epoch. */
static void trainer_epoch(trainer *t) {
  do trainer_step(t);
  while (t->seen % PLANE_POINTS);
}

/* On all points. */
static nn_evaluation trainer_evaluate(trainer *t) {
  return nn_evaluate(&t->net, t->params, &t->data, NN_BINARY_CROSS_ENTROPY,
                     &t->pass);
}

/* Between 0 and 1: how sure it is that (x1, x2) is of the class 1. */
static nn_real trainer_answer(trainer *t, nn_real x1, nn_real x2) {
  return *nn_predict(&t->net, t->params, (nn_real[]){x1, x2}, &t->pass);
}
