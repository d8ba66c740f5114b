#include "c_locale.h"
#include "checkpoint_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

static void put_net(FILE *out, const nn_net *net) {
  fprintf(out, "inputs %zu\n", net->inputs);
  for (size_t l = 0; l < net->depth; l++) {
    const nn_layer *layer = &net->layer[l];
    fprintf(out, "layer %zu %s", layer->outputs,
            nn_activation_name(layer->activation));
    if (layer->has_skips) fprintf(out, " skips");
    if (layer->dropout > 0)
      fprintf(out, " dropout %a", (double)layer->dropout);
    fputc('\n', out);
  }
}

static void put_schedule(FILE *out, const nn_schedule *schedule) {
  static const char *const names[] = {
      [NN_CONSTANT_RATE] = "constant",
      [NN_INVERSE_TIME] = "inverse-time",
      [NN_STEP_DECAY] = "step",
      [NN_COSINE] = "cosine",
  };
  fprintf(out, "schedule %s\nspan %zu\nfactor %a\nwarm-up %zu\ncounts %s\n",
          names[schedule->kind], schedule->span, (double)schedule->factor,
          schedule->warm_up, schedule->in_epochs ? "epochs" : "steps");
}

static void put_optimizer(FILE *out, const nn_optimizer *optimizer) {
  static const char *const names[] = {
      [NN_GRADIENT_DESCENT] = "gradient-descent",
      [NN_MOMENTUM] = "momentum",
      [NN_NESTEROV] = "nesterov",
      [NN_ADAGRAD] = "adagrad",
      [NN_RMSPROP] = "rmsprop",
      [NN_ADAM] = "adam",
      [NN_ADAMW] = "adamw",
  };
  const nn_optimizer_options *options = &optimizer->options;
  fprintf(out, "rule %s\nlearning-rate %a\n", names[options->rule],
          (double)options->learning_rate);
  fprintf(out, "beta %a\nrho %a\nepsilon %a\n", (double)options->beta,
          (double)options->rho, (double)options->epsilon);
  fprintf(out, "weight-decay %a\nclip-norm %a\n",
          (double)options->weight_decay, (double)options->clip_norm);
  put_schedule(out, &options->schedule);
  for (size_t k = 0; k < optimizer->spared_count; k++)
    fprintf(out, "spared %zu to %zu\n", optimizer->spared[k].begin,
            optimizer->spared[k].end);
}

static unsigned long check_of(const nn_dataset *data) {
  size_t x_bytes = data->count * data->inputs * sizeof(nn_real);
  size_t t_bytes = data->count * data->targets * sizeof(nn_real);
  uLong check = crc32_z(0, (const Bytef *)data->x, x_bytes);
  return crc32_z(check, (const Bytef *)data->t, t_bytes);
}

static void put_data(FILE *out, const char *name, const nn_dataset *data) {
  if (data)
    fprintf(out, "%s %zu check %08lx\n", name, data->count, check_of(data));
  else
    fprintf(out, "%s none\n", name);
}

static void put_options(FILE *out, const nn_train_options *options,
                        const nn_dataset *data) {
  fprintf(out, "loss %s\nbatch %zu\norder %s\npatience %zu\n",
          nn_loss_name(options->loss), options->batch,
          options->in_order ? "kept" : "shuffled", options->patience);
  put_data(out, "data", data);
  put_data(out, "validation", options->validation);
}

static void put_identity(FILE *out, const nn_checkpoint *c,
                         const nn_train_options *options,
                         const nn_dataset *data) {
  fprintf(out, "nn-checkpoint 1\nnumbers %s\n",
          sizeof(nn_real) == sizeof(double) ? "double" : "float");
  put_net(out, c->net);
  put_optimizer(out, c->optimizer);
  if (options) put_options(out, options, data);
  fprintf(out, "holds params%s%s%s%s%s%s\n", c->optimizer->v ? " v" : "",
          c->optimizer->s ? " s" : "", c->best ? " best" : "",
          c->order ? " order" : "", c->rng ? " rng" : "",
          c->result ? " epochs" : "");
}

char *nn_checkpoint_identity(const nn_checkpoint *checkpoint,
                             const nn_train_options *options,
                             const nn_dataset *data) {
  char *text = NULL;
  size_t length;
  bool whole = false;
  locale_t before = nn_c_locale_begin();
  FILE *out = open_memstream(&text, &length);
  if (out) {
    put_identity(out, checkpoint, options, data);
    whole = !ferror(out);
    whole = fclose(out) == 0 && whole;
  }
  nn_c_locale_end(before);
  if (!whole) {
    fprintf(stderr, "nn: no memory for a checkpoint\n");
    exit(EXIT_FAILURE);
  }
  return text;
}
