#include "divergence.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>

static const char *name_of(nn_real x) {
  if (isnan(x)) return "nan";
  return x > 0 ? "inf" : "-inf";
}

/* Tells of the first of these numbers that is not finite, if there is one.
 */
static bool tell_number(const char *kind, size_t example, const nn_real *x,
                        size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (isfinite(x[i])) continue;
    fprintf(stderr, "%s %zu of example %zu is %s", kind, i, example,
            name_of(x[i]));
    return true;
  }
  return false;
}

static bool tell_data(const nn_divergence *d) {
  const nn_dataset *data = d->data;
  for (size_t k = 0; k < d->count; k++) {
    size_t i = d->examples ? d->examples[k] : k;
    if (tell_number("input", i, nn_dataset_input(data, i), data->inputs) ||
        tell_number("target", i, nn_dataset_target(data, i), data->targets))
      return true;
  }
  return false;
}

static void tell_place(const nn_divergence *d) {
  fprintf(stderr, "nn: nn_train: epoch %zu, ", d->epoch);
  if (d->batch)
    fprintf(stderr, "batch %zu: the loss is ", d->batch);
  else
    fprintf(stderr, "validation: the loss is ");
  fprintf(stderr, "%s: ", name_of(d->loss));
}

static void tell_cause(const nn_divergence *d) {
  if (tell_data(d)) return;
  if (d->rate > 0)
    fprintf(stderr, "the learning rate of %g is probably too large",
            (double)d->rate);
  else
    fprintf(stderr, "the weights or the data are too large, or the weights "
                    "were not finite to begin with");
}

static void tell_weights(const nn_divergence *d) {
  if (d->best)
    fprintf(stderr, "the weights are those of epoch %zu", d->best);
  else if (d->batch)
    fprintf(stderr, "the weights are those from before this batch");
  else
    fprintf(stderr, "the weights are those from after this epoch");
}

void nn_divergence_tell(const nn_divergence *divergence) {
  tell_place(divergence);
  tell_cause(divergence);
  fprintf(stderr, "; training ends, and ");
  tell_weights(divergence);
  fputc('\n', stderr);
}
