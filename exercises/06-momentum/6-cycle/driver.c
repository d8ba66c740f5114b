#include "driver.h"
#include "cycle.h"

#include <math.h>

/* Of Lessard, Recht and Packard: steep, then flat, then steep. */
static double kinked(double w) {
  return w < 1 ? 25 * w : w < 2 ? w + 24 : 25 * w - 24;
}

static double bowl(double w) {
  return w;
}

/* Steep near the bottom, and never steeper than 1 far away. */
static double funnel(double w) {
  return w / sqrt(1 + w * w);
}

/* Two wells, at -1 and 1. */
static double wells(double w) {
  return w * w * w - w;
}

/* The same slope everywhere. */
static double slide(double w) {
  (void)w;
  return 1;
}

static slope_function *const slopes[] = {kinked, bowl, funnel, wells,
                                         slide};

static void call_find_cycle(const message *query, message *answer) {
  size_t most = (size_t)message_number(query, "most");
  double *visited = driver_output("visited", most);
  size_t period = find_cycle(
      slopes[(size_t)message_number(query, "slope")],
      message_number(query, "start"),
      message_number(query, "learning_rate"), message_number(query, "beta"),
      (size_t)message_number(query, "steps"), visited, most);
  message_add_number(answer, "returned", (double)period);
  if (period > 0 && period <= most)
    message_add(answer, "visited", visited, period);
}

const driver_function driver_functions[] = {
    {"find_cycle", call_find_cycle},
    {0},
};
