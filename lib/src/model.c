#include "growing.h"
#include "text_file.h"

#include <math.h>
#include <nn/model.h>
#include <nn/vector.h>
#include <stdlib.h>
#include <string.h>

/* Version 2 may have standardisation and dropout. */
enum { VERSION_MAX = 2 };

/* More than memory holds, yet without overflow of a size in bytes. */
enum { WIDTH_MAX = 1 << 24 };
#if SIZE_MAX > UINT32_MAX
#define PARAMS_MAX ((size_t)1 << 32)
#define PARAMS_MAX_TEXT "2^32"
#else
#define PARAMS_MAX ((size_t)1 << 28)
#define PARAMS_MAX_TEXT "2^28"
#endif

/* ---- saving ----------------------------------------------------------*/

static void put_numbers(text_writer *w, const char *word,
                        const nn_real *numbers, size_t count) {
  nn_text_put(w, "%s %zu\n", word, count);
  for (size_t i = 0; i < count; i++)
    nn_text_put(w, "%a\n", (double)numbers[i]);
}

static void put_layer(text_writer *w, const nn_layer *l) {
  nn_text_put(w, "layer %zu %s%s", l->outputs,
              nn_activation_name(l->activation),
              l->has_skips ? " skips" : "");
  if (l->dropout > 0) nn_text_put(w, " dropout %a", (double)l->dropout);
  nn_text_put(w, "\n");
}

/* The first version that knows all that there is. */
static int version_of(const nn_net *net, const nn_standardisation *by) {
  bool dropout = false;
  for (size_t l = 0; l < net->depth; l++)
    if (net->layer[l].dropout > 0) dropout = true;
  return dropout || by->inputs > 0 ? 2 : 1;
}

static void put_model(text_writer *w, const nn_net *net,
                      const nn_real *params, const nn_standardisation *by) {
  nn_text_put(w, "nn-model %d\ninputs %zu%s\n", version_of(net, by),
              net->inputs, by->inputs > 0 ? " standardised" : "");
  for (size_t l = 0; l < net->depth; l++) put_layer(w, &net->layer[l]);
  put_numbers(w, "params", params, net->params);
  if (by->inputs > 0) {
    put_numbers(w, "means", by->mean, by->inputs);
    put_numbers(w, "deviations", by->deviation, by->inputs);
  }
}

static bool check_numbers(const char *path, const char *name,
                          const nn_real *numbers, size_t count,
                          nn_error *error) {
  for (size_t i = 0; i < count; i++)
    if (!isfinite(numbers[i]))
      return nn_fail(error, "%s: not written: %s[%zu] is %g", path, name, i,
                     (double)numbers[i]);
  return true;
}

static bool check_standardisation(const char *path, const nn_net *net,
                                  const nn_standardisation *by,
                                  nn_error *error) {
  if (by->inputs == 0) return true;
  if (by->inputs != net->inputs)
    return nn_fail(error,
                   "%s: not written: the standardisation is of %zu inputs, "
                   "the network has %zu",
                   path, by->inputs, net->inputs);
  for (size_t i = 0; i < by->inputs; i++)
    if (by->deviation[i] <= 0)
      return nn_fail(error,
                     "%s: not written: deviation[%zu] is %g, where it has "
                     "to be above 0",
                     path, i, (double)by->deviation[i]);
  return check_numbers(path, "mean", by->mean, by->inputs, error) &&
         check_numbers(path, "deviation", by->deviation, by->inputs, error);
}

/* Would it be loaded again? */
static bool check_model(const char *path, const nn_net *net,
                        const nn_real *params, const nn_standardisation *by,
                        nn_error *error) {
  if (net->depth == 0)
    return nn_fail(error, "%s: not written: the network has no layer",
                   path);
  bool fits = 0 < net->inputs && net->inputs <= WIDTH_MAX &&
              net->params <= PARAMS_MAX;
  for (size_t l = 0; l < net->depth; l++)
    if (net->layer[l].outputs > WIDTH_MAX) fits = false;
  if (!fits)
    return nn_fail(error,
                   "%s: not written: inputs and outputs may be 1 to 2^24, "
                   "weights at most " PARAMS_MAX_TEXT,
                   path);
  if (net->layer[net->depth - 1].dropout > 0)
    return nn_fail(error, "%s: not written: the last layer has dropout",
                   path);
  return check_numbers(path, "params", params, net->params, error) &&
         check_standardisation(path, net, by, error);
}

bool nn_model_save(const char *path, const nn_net *net,
                   const nn_real *params,
                   const nn_standardisation *standardisation,
                   nn_error *error) {
  const nn_standardisation none = {0}, *by = standardisation;
  if (!by) by = &none;
  text_writer w;
  if (!check_model(path, net, params, by, error) ||
      !nn_text_begin(&w, path, error))
    return false;
  put_model(&w, net, params, by);
  return nn_text_commit(&w, error);
}

/* ---- loading ---------------------------------------------------------*/

/* What a file holds, as it is read. */
typedef struct {
  size_t version;
  bool standardised;
  nn_net net;
  growing params, means, deviations;
} model;

/* Skips a word and a space at *text; false if it does not start so. */
static bool skip_word(const char **text, const char *word) {
  size_t length = strlen(word);
  if (strncmp(*text, word, length) != 0 || (*text)[length] != ' ')
    return false;
  *text += length + 1;
  return true;
}

/* A whole number from 1 to most, in digits only, at *text. */
static bool skip_count(const char **text, size_t most, size_t *count) {
  size_t n = 0;
  const char *digit = *text;
  for (; '0' <= *digit && *digit <= '9' && n <= most; digit++)
    n = 10 * n + (size_t)(*digit - '0');
  if (digit == *text || n == 0 || n > most) return false;
  *text = digit;
  *count = n;
  return true;
}

/* A finite number that nn_real holds exactly, as %a writes it. */
static bool is_exact(const char *text, nn_real *number) {
  char again[64];
  *number = (nn_real)strtod(text, NULL);
  snprintf(again, sizeof again, "%a", (double)*number);
  return isfinite(*number) && strcmp(again, text) == 0;
}

static bool read_version(text_reader *r, model *m) {
  static const char expected[] = "'nn-model 1' or 'nn-model 2'";
  if (!nn_text_next(r, expected)) return false;
  const char *rest = r->text;
  if (!skip_word(&rest, "nn-model") ||
      !skip_count(&rest, SIZE_MAX / 16, &m->version) || *rest)
    return nn_text_refuse(r, expected);
  if (m->version > VERSION_MAX)
    return nn_fail(r->error,
                   "%s:%zu: version %zu of the format; this library reads "
                   "versions 1 to %d",
                   r->path, r->line, m->version, VERSION_MAX);
  return true;
}

/* The line of the inputs, and whether they are standardised. */
static bool read_inputs(text_reader *r, model *m) {
  static const char expected[] =
      "'inputs', 1 to 2^24 and perhaps, in version 2, 'standardised'";
  if (!nn_text_next(r, expected)) return false;
  const char *rest = r->text;
  size_t inputs = 0;
  if (!skip_word(&rest, "inputs") || !skip_count(&rest, WIDTH_MAX, &inputs))
    return nn_text_refuse(r, expected);
  m->standardised = strcmp(rest, " standardised") == 0;
  if (*rest && !(m->standardised && m->version >= 2))
    return nn_text_refuse(r, expected);
  m->net = nn_net_new(inputs);
  return true;
}

/* What may follow a layer's activation. */
static bool read_extra(const model *m, const char *rest, bool *skips,
                       nn_real *dropout) {
  *skips = strcmp(rest, " skips") == 0;
  if (!*rest || *skips) return true;
  return m->version >= 2 && skip_word(&rest, " dropout") &&
         is_exact(rest, dropout) && 0 < *dropout && *dropout < 1;
}

/* One line of a layer, which is in r->text. */
static bool read_layer(text_reader *r, model *m) {
  static const char expected[] =
      "'layer', its outputs (1 to 2^24), an activation and perhaps "
      "'skips' or, in version 2, 'dropout' and its probability";
  const char *rest = r->text;
  size_t outputs;
  if (!skip_word(&rest, "layer") ||
      !skip_count(&rest, WIDTH_MAX, &outputs) || *rest++ != ' ')
    return nn_text_refuse(r, expected);

  char name[32];
  size_t length = strcspn(rest, " ");
  nn_activation activation;
  nn_net *net = &m->net;
  bool skips = false;
  nn_real dropout = 0;
  snprintf(name, sizeof name, "%.*s", length < 32 ? (int)length : 31, rest);
  rest += length;
  if (!nn_activation_named(name, &activation) ||
      !read_extra(m, rest, &skips, &dropout) || (skips && net->depth == 0))
    return nn_text_refuse(r, expected);
  size_t seen = net->outputs + (skips ? net->inputs : 0) + 1;
  if (seen > (PARAMS_MAX - net->params) / outputs)
    return nn_text_refuse(r, "a network of at most " PARAMS_MAX_TEXT
                             " weights");
  if (net->depth && net->layer[net->depth - 1].has_skips)
    return nn_text_refuse(r, "no layer after one with skips");
  nn_net_add(net, outputs, activation);
  if (skips) nn_net_add_skips(net);
  if (dropout > 0) nn_net_add_dropout(net, dropout);
  return true;
}

/* The layers, and the line that counts their params. */
static bool read_layers(text_reader *r, model *m) {
  const nn_net *net = &m->net;
  while (nn_text_next(r, "a line 'layer ...' or 'params ...'")) {
    const char *rest = r->text;
    size_t params;
    if (!skip_word(&rest, "params")) {
      if (!read_layer(r, m)) return false;
      continue;
    }
    if (net->depth == 0) return nn_text_refuse(r, "a layer");
    if (net->layer[net->depth - 1].dropout > 0)
      return nn_text_refuse(r, "a layer after one with dropout");
    if (!skip_count(&rest, PARAMS_MAX, &params) || *rest ||
        params != net->params)
      return nn_fail(r->error,
                     "%s:%zu: '%.60s': the layers above have %zu params",
                     r->path, r->line, r->text, net->params);
    return true;
  }
  return false;
}

static bool read_numbers(text_reader *r, size_t count, growing *numbers) {
  static const char expected[] =
      "a finite number that nn_real holds exactly, as %a writes it";
  for (size_t i = 0; i < count; i++) {
    nn_real x;
    if (!nn_text_next(r, expected)) return false;
    if (!is_exact(r->text, &x)) return nn_text_refuse(r, expected);
    if (!nn_growing_add(numbers, x))
      return nn_fail(r->error, "%s:%zu: out of memory", r->path, r->line);
  }
  return true;
}

/* So many numbers under a line with this word and their count. */
static bool read_section(text_reader *r, const char *word, size_t count,
                         growing *numbers) {
  char line[32], expected[64];
  snprintf(line, sizeof line, "%s %zu", word, count);
  snprintf(expected, sizeof expected, "'%s'", line);
  if (!nn_text_next(r, expected)) return false;
  if (strcmp(r->text, line) != 0) return nn_text_refuse(r, expected);
  return read_numbers(r, count, numbers);
}

static bool read_standardisation(text_reader *r, model *m) {
  size_t inputs = m->net.inputs;
  if (!read_section(r, "means", inputs, &m->means) ||
      !read_section(r, "deviations", inputs, &m->deviations))
    return false;
  for (size_t i = 0; i < inputs; i++)
    if (m->deviations.at[i] <= 0)
      return nn_fail(r->error, "%s:%zu: a deviation has to be above 0",
                     r->path, r->line - inputs + 1 + i);
  return true;
}

static bool read_model(text_reader *r, bool takes_standardisation,
                       model *m) {
  if (!read_version(r, m) || !read_inputs(r, m)) return false;
  if (m->standardised && !takes_standardisation)
    return nn_fail(r->error,
                   "%s:%zu: the network's inputs have to be standardised: "
                   "give nn_model_load an nn_standardisation, and what is "
                   "put into it to nn_standardise",
                   r->path, r->line);
  return read_layers(r, m) && read_numbers(r, m->net.params, &m->params) &&
         (!m->standardised || read_standardisation(r, m)) && nn_text_end(r);
}

static nn_real *vector_of(const growing *numbers) {
  nn_real *vector = nn_vector_new(numbers->count);
  memcpy(vector, numbers->at, numbers->count * sizeof *vector);
  return vector;
}

bool nn_model_load(const char *path, nn_net *net, nn_real **params,
                   nn_standardisation *standardisation, nn_error *error) {
  *net = (nn_net){0};
  *params = NULL;
  if (standardisation) *standardisation = (nn_standardisation){0};
  text_reader r;
  model m = {0};
  if (!nn_text_open(&r, path, error)) return false;
  bool good = read_model(&r, standardisation != NULL, &m);
  nn_text_close(&r);
  if (good) {
    *net = m.net;
    *params = vector_of(&m.params);
  } else {
    nn_net_free(&m.net);
  }
  if (good && m.standardised) {
    standardisation->inputs = net->inputs;
    standardisation->mean = vector_of(&m.means);
    standardisation->deviation = vector_of(&m.deviations);
  }
  nn_growing_free(&m.params);
  nn_growing_free(&m.means);
  nn_growing_free(&m.deviations);
  return good;
}
