#include "require.h"
#include "shapes.h"

#include <nn/evaluate.h>
#include <string.h>

/* ---- classes ---------------------------------------------------------*/

size_t nn_argmax(size_t n, const nn_real *y) {
  nn_require(n > 0, "the largest of no numbers");
  size_t best = 0;
  for (size_t i = 1; i < n; i++)
    if (y[i] > y[best]) best = i;
  return best;
}

/* From where on a single output says class 1: 1/2, or 0 if it is a logit.
 */
static nn_real threshold(const nn_net *net, nn_loss loss) {
  bool identity = net->layer[net->depth - 1].activation == NN_IDENTITY;
  bool logit = identity && nn_loss_reads_logits(loss);
  return logit ? 0 : (nn_real)0.5;
}

static size_t class_of(size_t n, const nn_real *y, nn_real threshold_of_1) {
  if (n == 1) return y[0] > threshold_of_1;
  return nn_argmax(n, y);
}

/* ---- forward, without dropout ----------------------------------------*/

static const nn_real *outputs_for(const nn_net *net, const nn_real *params,
                                  const nn_real *x, size_t batch,
                                  nn_pass *pass) {
  nn_rng *rng = pass->rng;
  pass->rng = NULL;
  nn_net_forward(net, params, x, batch, pass);
  pass->rng = rng;
  return nn_pass_output(pass);
}

const nn_real *nn_predict(const nn_net *net, const nn_real *params,
                          const nn_real *x, nn_pass *pass) {
  return outputs_for(net, params, x, 1, pass);
}

size_t nn_predict_class(const nn_net *net, const nn_real *params,
                        nn_loss loss, const nn_real *x, nn_pass *pass) {
  const nn_real *y = nn_predict(net, params, x, pass);
  return class_of(net->outputs, y, threshold(net, loss));
}

/* ---- a data set ------------------------------------------------------*/

static size_t at_most(size_t n, size_t limit) {
  return n < limit ? n : limit;
}

nn_evaluation nn_evaluate(const nn_net *net, const nn_real *params,
                          const nn_dataset *data, nn_loss loss,
                          nn_pass *pass) {
  nn_require_shapes(__func__, net, data, "data");
  size_t n = net->outputs, right = 0;
  nn_real sum = 0, yes = threshold(net, loss);
  for (size_t i = 0; i < data->count; i += pass->capacity) {
    size_t batch = at_most(data->count - i, pass->capacity);
    const nn_real *x = nn_dataset_input(data, i);
    const nn_real *t = nn_dataset_target(data, i);
    const nn_real *y = outputs_for(net, params, x, batch, pass);
    sum += nn_net_loss(net, pass, loss, t) * (nn_real)batch;
    for (size_t row = 0; row < batch; row++, y += n, t += n)
      right += class_of(n, y, yes) == class_of(n, t, (nn_real)0.5);
  }
  nn_real count = (nn_real)data->count;
  return (nn_evaluation){.loss = sum / count,
                         .accuracy = (nn_real)right / count};
}

void nn_confusion(const nn_net *net, const nn_real *params,
                  const nn_dataset *data, nn_loss loss, nn_pass *pass,
                  size_t *counts) {
  nn_require_shapes(__func__, net, data, "data");
  size_t n = net->outputs, classes = n == 1 ? 2 : n;
  nn_real yes = threshold(net, loss);
  memset(counts, 0, classes * classes * sizeof *counts);
  for (size_t i = 0; i < data->count; i += pass->capacity) {
    size_t batch = at_most(data->count - i, pass->capacity);
    const nn_real *x = nn_dataset_input(data, i);
    const nn_real *t = nn_dataset_target(data, i);
    const nn_real *y = outputs_for(net, params, x, batch, pass);
    for (size_t row = 0; row < batch; row++, y += n, t += n)
      counts[class_of(n, t, (nn_real)0.5) * classes +
             class_of(n, y, yes)]++;
  }
}

static void print_row(FILE *file, size_t class, size_t classes,
                      const size_t *row) {
  size_t examples = 0;
  fprintf(file, "%9zu", class);
  for (size_t predicted = 0; predicted < classes; predicted++) {
    fprintf(file, " %6zu", row[predicted]);
    examples += row[predicted];
  }
  if (examples)
    fprintf(file, " %6.1f %%", 100 * (double)row[class] / (double)examples);
  fputc('\n', file);
}

void nn_confusion_print(FILE *file, size_t classes, const size_t *counts) {
  fprintf(file, "predicted");
  for (size_t class = 0; class < classes; class ++)
    fprintf(file, " %6zu", class);
  fprintf(file, "   recall\n");
  for (size_t class = 0; class < classes; class ++)
    print_row(file, class, classes, counts + class * classes);
}
