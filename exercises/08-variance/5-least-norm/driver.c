#include "driver.h"
#include "least-norm.h"

/* Also computes what the weights say of the examples. */
static void call_least_norm(const message *query, message *answer) {
  const double *phi = message_values(query, "phi");
  size_t n = message_count(query, "t");
  size_t p = (size_t)message_number(query, "p");
  double *w = driver_output("w", p);
  least_norm(driver_const_array(query, "phi"),
             driver_const_array(query, "t"), n, p, w);
  message_add(answer, "w", w, p);
  double *outputs = message_add(answer, "outputs", NULL, n);
  for (size_t i = 0; i < n; i++) {
    outputs[i] = 0;
    for (size_t j = 0; j < p; j++) outputs[i] += phi[i * p + j] * w[j];
  }
}

const driver_function driver_functions[] = {
    {"least_norm", call_least_norm},
    {0},
};
