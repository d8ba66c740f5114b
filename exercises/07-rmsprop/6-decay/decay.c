/* Exercise rmsprop/decay: weight decay inside Adam, and outside. */
#include "decay.h"

#include <math.h>
#include <nn/vector.h>

void adam_l2_step(double *w, double *m, double *s, size_t t,
                  const double *g, size_t n, double learning_rate,
                  double decay) {
  /* Your code here. */
}

void adamw_step(double *w, double *m, double *s, size_t t, const double *g,
                size_t n, double learning_rate, double decay) {
  /* Your code here. */
}

void train(decay_step *step, const nn_net *net, double *params,
           const nn_dataset *data, size_t batch, size_t steps,
           double learning_rate, double decay) {
  /* Your code here. */
}

double left(decay_step *step, double size, size_t steps,
            double learning_rate, double decay) {
  /* Your code here. */
  return 0;
}
