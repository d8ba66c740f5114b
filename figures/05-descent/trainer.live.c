/* The network in the plane, live: the reader chooses what it learns, how
 * many hidden neurons it has, the rate and the batch, watches it train and
 * goes back to any epoch. */
#include "../../chapters/05-descent/trainer.c"

#include "live.h"

#include <math.h>
#include <string.h>

enum {
  MOST_HIDDEN = 16,
  MOST_PARAMS = 4 * MOST_HIDDEN + 1,
  MOST_EPOCHS = 1000,
  SIDE = 64 /* of the grid on which the plane is shown */
};

/* A network's weights, and how it does with them. */
typedef struct {
  nn_real params[MOST_PARAMS];
  nn_evaluation found;
} moment;

static trainer t;
static moment history[MOST_EPOCHS + 1]; /* after each epoch */
static moment now;                      /* and between two */
static nn_real plane[SIDE * SIDE];

static moment moment_of(void) {
  moment m = {.found = trainer_evaluate(&t)};
  memcpy(m.params, t.params, t.net.params * sizeof *t.params);
  return m;
}

/* Begins anew, on one of the patterns. */
LIVE(start)
void live_start(int learned, size_t hidden, size_t batch,
                nn_real learning_rate, size_t seed) {
  if (t.params) trainer_free(&t);
  t = trainer_new((pattern)learned, hidden, batch, learning_rate, seed);
  now = history[0] = moment_of();
}

/* The seed with which the figure opens. */
LIVE(seed) size_t live_seed(void) {
  return TRAINER_SEED;
}

/* How many epochs it trains at most. */
LIVE(most) size_t live_most(void) {
  return MOST_EPOCHS;
}

LIVE(count) size_t live_count(void) {
  return PLANE_POINTS;
}

LIVE(x) nn_real live_x(size_t n, size_t k) {
  return nn_dataset_input(&t.data, n)[k];
}

LIVE(class) nn_real live_class(size_t n) {
  return t.data.t[n];
}

/* Trains until so many examples have been seen since the start, or a few
 * more; returns how many. */
LIVE(train) size_t live_train(size_t examples) {
  while (t.seen < examples && t.seen < MOST_EPOCHS * PLANE_POINTS) {
    trainer_step(&t);
    if (t.seen % PLANE_POINTS == 0)
      history[t.seen / PLANE_POINTS] = moment_of();
  }
  now = moment_of();
  return t.seen;
}

/* After an epoch that is done; or, with a negative number, now. */
static const moment *moment_at(int epoch) {
  return epoch < 0 ? &now : &history[epoch];
}

LIVE(loss) nn_real live_loss(int epoch) {
  return moment_at(epoch)->found.loss;
}

LIVE(right) nn_real live_right(int epoch) {
  return moment_at(epoch)->found.accuracy * PLANE_POINTS;
}

/* Parameters of hidden neuron j: its two weights and its bias. */
LIVE(neuron) nn_real live_neuron(int epoch, size_t j, size_t k) {
  const nn_layer *layer = &t.net.layer[0];
  size_t at =
      k < 2 ? layer->weights + k * layer->outputs + j : layer->biases + j;
  return moment_at(epoch)->params[at];
}

/* The answers on a grid of `side` by `side` points, from -reach to reach,
 * the lowest row first. Returns their address. */
LIVE(plane) nn_real *live_plane(int epoch, nn_real reach) {
  nn_real x[SIDE][2], kept[MOST_PARAMS];
  size_t size = t.net.params * sizeof *t.params;
  memcpy(kept, t.params, size);
  memcpy(t.params, moment_at(epoch)->params, size);
  for (size_t row = 0; row < SIDE; row++) {
    for (size_t k = 0; k < SIDE; k++) {
      x[k][0] = reach * ((nn_real)(2 * k + 1) / SIDE - 1);
      x[k][1] = reach * ((nn_real)(2 * row + 1) / SIDE - 1);
    }
    nn_net_forward(&t.net, t.params, x[0], SIDE, &t.pass);
    memcpy(plane + row * SIDE, nn_pass_output(&t.pass),
           SIDE * sizeof *plane);
  }
  memcpy(t.params, kept, size);
  return plane;
}

LIVE(side) size_t live_side(void) {
  return SIDE;
}

/* Of each pattern a few epochs, the loss after each, and a row of the plane
 * as it was and as it is. */
size_t live_trace(double *numbers, size_t most) {
  enum { EPOCHS = 20 };
  size_t count = 0;
  for (int learned = MOONS; learned <= SPIRALS; learned++) {
    live_start(learned, 4u << learned % 3, 1u << 3 * learned % 7,
               (nn_real)0.3, 7);
    live_train(EPOCHS * PLANE_POINTS + 1);
    for (int epoch = -1; epoch <= EPOCHS && count + SIDE < most; epoch++) {
      numbers[count++] = (double)live_loss(epoch);
      numbers[count++] = (double)live_neuron(epoch, 3, 2);
      const nn_real *middle = live_plane(epoch, 2) + SIDE / 2 * SIDE;
      for (size_t k = 0; k < SIDE; k += 16)
        numbers[count++] = (double)middle[k];
    }
  }
  return count;
}
