/* Many fits to many samples, live: three degrees are fitted to the same
 * samples, and the reader chooses the degrees and how many samples count.
 */
#define main chapter_main
#include "../../chapters/08-variance/variance.c"
#undef main

#include "live.h"

enum { PANELS = 3, DEGREE_MAX = WEIGHTS_MAX - 1 };

static nn_dataset samples[SAMPLES];
static linear models[PANELS];
static nn_real fits[PANELS][SAMPLES][POINTS];
static tally counted[PANELS];

/* Draws the samples, those of the static figure. */
LIVE(start) void live_start(void) {
  nn_rng rng = nn_rng_seeded(SEED);
  for (size_t s = 0; s < SAMPLES; s++) {
    nn_dataset_free(&samples[s]);
    samples[s] = draw_sample(EVENLY, EXAMPLES, &rng);
  }
  for (size_t p = 0; p < PANELS; p++) models[p] = (linear){0};
}

LIVE(samples) size_t live_samples(void) {
  return SAMPLES;
}

/* Fits a polynomial to each of the samples, unless that has been done. */
LIVE(choose) void live_choose(size_t panel, size_t degree) {
  if (degree > DEGREE_MAX) degree = DEGREE_MAX;
  if (models[panel].count == degree + 1) return;
  models[panel] = polynomial(degree);
  for (size_t s = 0; s < SAMPLES; s++) {
    linear_fit(&models[panel], &samples[s]);
    linear_curve(&models[panel], fits[panel][s]);
  }
  counted[panel].fits = 0;
}

/* From now on the first so many fits count. */
LIVE(count) void live_count(size_t panel, size_t many) {
  tally *all = &counted[panel];
  if (all->fits == 0 || all->fits > many) *all = (tally){0};
  while (all->fits < many && all->fits < SAMPLES)
    tally_add(all, fits[panel][all->fits]);
}

LIVE(points) size_t live_points(void) {
  return POINTS;
}

LIVE(place) nn_real live_place(size_t i) {
  return place(i);
}

LIVE(truth) nn_real live_truth(nn_real x) {
  return truth(x);
}

LIVE(fit) nn_real live_fit(size_t panel, size_t s, size_t i) {
  return fits[panel][s][i];
}

LIVE(mean) double live_mean(size_t panel, size_t i) {
  return counted[panel].sum[i] / (double)counted[panel].fits;
}

/* The standard deviation of the fits at a place. */
LIVE(spread) double live_spread(size_t panel, size_t i) {
  double mean = live_mean(panel, i);
  double square =
      counted[panel].square[i] / (double)counted[panel].fits - mean * mean;
  return square > 0 ? sqrt(square) : 0;
}

LIVE(examples) size_t live_examples(void) {
  return EXAMPLES;
}

LIVE(x) nn_real live_x(size_t s, size_t i) {
  return samples[s].x[i];
}

LIVE(t) nn_real live_t(size_t s, size_t i) {
  return samples[s].t[i];
}

LIVE(bias2) double live_bias2(size_t panel) {
  return tally_parts(&counted[panel]).bias2;
}

LIVE(variance) double live_variance(size_t panel) {
  return tally_parts(&counted[panel]).variance;
}

/* As the figure comes, then with two other degrees and fewer samples. */
size_t live_trace(double *numbers, size_t most) {
  static const size_t degrees[][PANELS] = {{1, 3, 9}, {1, 0, 15}};
  static const size_t many[] = {SAMPLES, 40};
  size_t count = 0;
  live_start();
  for (size_t d = 0; d < 2; d++)
    for (size_t p = 0; p < PANELS; p++) {
      live_choose(p, degrees[d][p]);
      live_count(p, many[d]);
      for (size_t i = 0; i < POINTS && count + 4 < most; i++) {
        numbers[count++] = (double)live_fit(p, many[d] - 1, i);
        numbers[count++] = live_mean(p, i);
        numbers[count++] = live_spread(p, i);
      }
      numbers[count++] = live_bias2(p);
      numbers[count++] = live_variance(p);
    }
  return count;
}
