/* Exercise momentum/terminal: how fast a heavy ball gets. */
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
