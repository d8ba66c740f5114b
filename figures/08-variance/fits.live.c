/* Many fits to many samples, live: the reader chooses the degree and draws
 * samples, and bias and variance build up. */
#define main chapter_main
#include "../../chapters/08-variance/variance.c"
#undef main

#include "live.h"

enum { DEGREE_MAX = WEIGHTS_MAX - 1 };

static nn_rng samples;
static linear model;
static tally all;
static nn_real fit[POINTS];
static nn_dataset sample;

LIVE(begin) void live_begin(size_t degree) {
  samples = nn_rng_seeded(1);
  model = polynomial(degree < DEGREE_MAX ? degree : DEGREE_MAX);
  all = (tally){0};
}

/* Draws a sample, fits it, and counts the fit. */
LIVE(draw) void live_draw(void) {
  nn_dataset_free(&sample);
  sample = draw_sample(EVENLY, EXAMPLES, &samples);
  linear_fit(&model, &sample);
  linear_curve(&model, fit);
  tally_add(&all, fit);
}

LIVE(points) size_t live_points(void) {
  return POINTS;
}

LIVE(place) nn_real live_place(size_t i) {
  return place(i);
}

LIVE(truth) nn_real live_truth(size_t i) {
  return truth(place(i));
}

/* The last fit, and the mean of all so far. */
LIVE(fit) nn_real live_fit(size_t i) {
  return fit[i];
}

LIVE(mean) double live_mean(size_t i) {
  return all.sum[i] / (double)all.fits;
}

/* The examples of the last sample. */
LIVE(examples) size_t live_examples(void) {
  return sample.count;
}

LIVE(x) nn_real live_x(size_t i) {
  return sample.x[i];
}

LIVE(t) nn_real live_t(size_t i) {
  return sample.t[i];
}

LIVE(bias2) double live_bias2(void) {
  return tally_parts(&all).bias2;
}

LIVE(variance) double live_variance(void) {
  return tally_parts(&all).variance;
}

LIVE(error) double live_error(void) {
  return tally_parts(&all).error;
}

size_t live_trace(double *numbers, size_t most) {
  static const size_t degrees[] = {1, 3, 9, 20};
  size_t count = 0;
  for (size_t d = 0; d < 4; d++) {
    live_begin(degrees[d]);
    for (int l = 0; l < 40; l++) live_draw();
    for (size_t i = 0; i < POINTS && count + 5 < most; i++) {
      numbers[count++] = (double)live_fit(i);
      numbers[count++] = live_mean(i);
    }
    numbers[count++] = live_bias2();
    numbers[count++] = live_variance();
    numbers[count++] = live_error();
  }
  return count;
}
