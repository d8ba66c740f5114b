/* Exercise momentum/terminal: how fast a heavy ball gets, and what its
 * steps tell. */
#include "terminal.h"

#include <math.h>

double terminal_step(double slope, double learning_rate, double beta) {
  /* Your code here. */
  return 0;
}

double steps_until(double beta, double part) {
  /* Your code here. */
  return 0;
}

double heavy_ball_rate(double ema_rate, double beta) {
  /* Your code here. */
  return 0;
}

double beta_from_steps(const double *v, size_t n) {
  /* Your code here. */
  return 0;
}
