/* In PyTorch's order: the weight shrinks by a factor, then Adam; the
 * gradient of a batch is the mean of its examples', one by one. */
#include "decay.h"

#include <math.h>
#include <nn/vector.h>
#include <string.h>

void adam_l2_step(double *w, double *m, double *s, size_t t,
                  const double *g, size_t n, double learning_rate,
                  double decay) {
  for (double *end = w + n; w != end; w++, m++, s++, g++) {
    double sum = *g + decay * *w;
    *m = *m * BETA + sum * (1 - BETA);
    *s = *s * RHO + sum * sum * (1 - RHO);
    double size = sqrt(*s) / sqrt(1 - pow(RHO, (double)t)) + EPSILON;
    *w -= learning_rate / (1 - pow(BETA, (double)t)) * *m / size;
  }
}

void adamw_step(double *w, double *m, double *s, size_t t, const double *g,
                size_t n, double learning_rate, double decay) {
  for (size_t i = 0; i < n; i++) w[i] *= 1 - learning_rate * decay;
  adam_l2_step(w, m, s, t, g, n, learning_rate, 0);
}

void train(decay_step *step, const nn_net *net, double *params,
           const nn_dataset *data, size_t batch, size_t steps,
           double learning_rate, double decay) {
  size_t n = net->params;
  double *m = nn_net_vector(net), *s = nn_net_vector(net);
  double *one = nn_vector_new(n), *mean = nn_vector_new(n);
  nn_pass pass = nn_pass_new(net, 1);
  for (size_t k = 0, example = 0; k < steps; k++) {
    memset(mean, 0, n * sizeof *mean);
    for (size_t e = 0; e < batch; e++, example++) {
      size_t now = example % data->count;
      nn_net_forward(net, params, nn_dataset_input(data, now), 1, &pass);
      nn_net_loss(net, &pass, NN_QUADRATIC, nn_dataset_target(data, now));
      nn_net_backward(net, params, &pass, one);
      for (size_t p = 0; p < n; p++) mean[p] += one[p] / (double)batch;
    }
    step(params, m, s, k + 1, mean, n, learning_rate, decay);
  }
  nn_pass_free(&pass);
  nn_vector_free(m);
  nn_vector_free(s);
  nn_vector_free(one);
  nn_vector_free(mean);
}

double left(decay_step *step, double size, size_t steps,
            double learning_rate, double decay) {
  double w = 1, m = 0, s = 0, sign = 1;
  for (size_t t = 1; t <= steps; t++) {
    double g = sign * size;
    step(&w, &m, &s, t, &g, 1, learning_rate, decay);
    sign *= -1;
  }
  return w;
}
