/* Two balls in two valleys, live: where they start, their beta and their
 * rate are the reader's; and where a ball from any start settles. */
#define main chapter_main
#include "../../chapters/06-momentum/momentum.c"
#undef main

#include "live.h"

enum { BALLS = 2, STEPS = 20000, FRAMES = STEPS + 1 };

static nn_real places[BALLS][FRAMES];

/* w^4/4 - w^2/2 + w/10 */
LIVE(height) nn_real live_height(nn_real w) {
  return w * w * w * w / 4 - w * w / 2 + w / 10;
}

LIVE(hilltop) nn_real live_hilltop(void) {
  return hilltop();
}

/* Lets ball i go from rest; returns the number of steps until it lies
 * still, in the chapter's sense, or has left the picture. Where it was
 * after each step is in places[i]. */
LIVE(release)
size_t live_release(size_t i, nn_real start, nn_real rate, nn_real beta) {
  ball b = {start, 0};
  size_t k = 0;
  places[i][0] = start;
  while (k < STEPS && fabs((double)b.w) < 10) {
    nn_real slope = valleys_slope(b.w);
    if (k > 0 && fabs((double)b.v) < 1e-9 && fabs((double)slope) < 1e-7)
      break;
    roll(&b, slope, rate, beta);
    places[i][++k] = b.w;
  }
  return k;
}

LIVE(places) nn_real *live_places(size_t i) {
  return places[i];
}

/* ---- from every start ------------------------------------------------*/

enum { COLUMNS = 200, ROWS = 60 };

/* The edges of the plane. */
static const double starts[2] = {-2.5, 2.5}, betas[2] = {0.8, 0.99};

static double deep[ROWS][COLUMNS];

/* Friction takes energy from a ball at every step. So it stays in a valley
 * as soon as it has less, by a margin, than a ball at rest on the hilltop:
 * its height, and for v = eta times speed 1/2 v^2 / eta. */
static bool is_caught(const ball *b, nn_real rate, nn_real top) {
  return live_height(b->w) + b->v * b->v / (2 * rate) < top - (nn_real)0.05;
}

static bool goes_deep(nn_real start, nn_real rate, nn_real beta) {
  const nn_real top = live_height(hilltop());
  ball b = {start, 0};
  for (int k = 0; k < 4000 && fabs((double)b.w) < 10; k++) {
    if (is_caught(&b, rate, top)) break;
    roll(&b, valleys_slope(b.w), rate, beta);
  }
  return b.w > -10 && b.w < hilltop();
}

/* Fills the plane: is a ball from the middle of a cell in the deep valley
 * in the end? Rows from the lowest beta, columns from the left. */
LIVE(basins) double *live_basins(nn_real rate) {
  for (int i = 0; i < ROWS; i++)
    for (int k = 0; k < COLUMNS; k++) {
      double up = (i + 0.5) / ROWS, across = (k + 0.5) / COLUMNS;
      deep[i][k] =
          goes_deep((nn_real)(starts[0] + across * (starts[1] - starts[0])),
                    rate, (nn_real)(betas[0] + up * (betas[1] - betas[0])));
    }
  return &deep[0][0];
}

/* The two balls of the static figure, and one that gets away; and how many
 * cells of each row are deep. */
size_t live_trace(double *numbers, size_t most) {
  static const nn_real runs[][3] = {
      {(nn_real)1.6, (nn_real)0.01, (nn_real)0.95},
      {-2, (nn_real)0.01, (nn_real)0.95},
      {-2, 1, (nn_real)0.9}};
  size_t count = 0;
  numbers[count++] = (double)live_hilltop();
  for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
    size_t steps = live_release(1, runs[i][0], runs[i][1], runs[i][2]);
    numbers[count++] = (double)steps;
    for (size_t k = 0; k <= steps && count + 2 < most; k += 7)
      numbers[count++] = (double)places[1][k];
    numbers[count++] = (double)live_height(places[1][steps]);
  }
  const double *cells = live_basins((nn_real)0.01);
  for (int i = 0; i < ROWS && count < most; i++) {
    double sum = 0;
    for (int k = 0; k < COLUMNS; k++) sum += cells[i * COLUMNS + k];
    numbers[count++] = sum;
  }
  return count;
}
