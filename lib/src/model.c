#include "c_locale.h"
#include "growing.h"

#include <errno.h>
#include <math.h>
#include <nn/model.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

enum { VERSION = 1 };

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

typedef struct {
  FILE *file;
  uint32_t check; /* CRC-32 of what was written */
} writer;

static void put(writer *w, const char *format, ...) NN_PRINTF(2, 3);
static void put(writer *w, const char *format, ...) {
  char line[128];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  w->check =
      (uint32_t)crc32(w->check, (const Bytef *)line, (unsigned)length);
  fputs(line, w->file);
}

static void put_model(writer *w, const nn_net *net, const nn_real *params) {
  put(w, "nn-model %d\ninputs %zu\n", VERSION, net->inputs);
  for (size_t i = 0; i < net->depth; i++) {
    const nn_layer *l = &net->layer[i];
    put(w, "layer %zu %s%s\n", l->outputs,
        nn_activation_name(l->activation), l->has_skips ? " skips" : "");
  }
  put(w, "params %zu\n", net->params);
  for (size_t i = 0; i < net->params; i++)
    put(w, "%a\n", (double)params[i]);
  uint32_t check = w->check;
  put(w, "check %08lx\n", (unsigned long)check);
}

/* Writes all, or leaves no file. */
static bool write_file(const char *path, const nn_net *net,
                       const nn_real *params) {
  writer w = {.file = fopen(path, "w")};
  if (!w.file) return false;
  locale_t before = c_locale_begin();
  put_model(&w, net, params);
  c_locale_end(before);
  bool written =
      fflush(w.file) == 0 && !ferror(w.file) && fsync(fileno(w.file)) == 0;
  int reason = errno;
  if (fclose(w.file) != 0 && written) {
    written = false;
    reason = errno;
  }
  if (!written) unlink(path);
  errno = reason;
  return written;
}

/* Would it be loaded again? */
static bool check_model(const char *path, const nn_net *net,
                        const nn_real *params, nn_error *error) {
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
  for (size_t i = 0; i < net->params; i++)
    if (!isfinite(params[i]))
      return nn_fail(error, "%s: not written: params[%zu] is %g", path, i,
                     (double)params[i]);
  return true;
}

bool nn_model_save(const char *path, const nn_net *net,
                   const nn_real *params, nn_error *error) {
  if (!check_model(path, net, params, error)) return false;
  size_t size = strlen(path) + sizeof ".part";
  char *part = malloc(size);
  if (!part) return nn_fail(error, "%s: out of memory", path);
  snprintf(part, size, "%s.part", path);
  bool written = write_file(part, net, params);
  bool saved = written && rename(part, path) == 0;
  if (!saved)
    nn_fail(error, "%s: cannot be written: %s", path, strerror(errno));
  if (written && !saved) unlink(part);
  free(part);
  return saved;
}

/* ---- loading ---------------------------------------------------------*/

typedef struct {
  const char *path;
  FILE *file;
  char *text; /* the present line, without its end */
  size_t room, line;
  uint32_t check;  /* CRC-32 of all lines up to this one */
  uint32_t before; /* ... and without it */
  nn_error *error;
} reader;

static bool refuse(const reader *r, const char *expected) {
  return nn_fail(r->error, "%s:%zu: '%.60s': %s is expected", r->path,
                 r->line, r->text, expected);
}

/* The next line. Every line of a whole model ends with a newline. */
static bool next_line(reader *r, const char *expected) {
  r->line++;
  r->before = r->check;
  errno = 0;
  ssize_t length = getline(&r->text, &r->room, r->file);
  if (length < 0 && !feof(r->file))
    return nn_fail(r->error, "%s:%zu: cannot be read: %s", r->path, r->line,
                   strerror(errno));
  if (length < 1 || r->text[length - 1] != '\n')
    return nn_fail(r->error, "%s:%zu: the file ends, where %s is expected",
                   r->path, r->line, expected);
  r->check =
      (uint32_t)crc32_z(r->check, (const Bytef *)r->text, (size_t)length);
  r->text[length - 1] = '\0';
  if (strlen(r->text) != (size_t)length - 1)
    return nn_fail(r->error, "%s:%zu: a zero byte, where %s is expected",
                   r->path, r->line, expected);
  return true;
}

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

static bool read_count(reader *r, const char *word, size_t most,
                       const char *expected, size_t *count) {
  if (!next_line(r, expected)) return false;
  const char *rest = r->text;
  if (!skip_word(&rest, word) || !skip_count(&rest, most, count) || *rest)
    return refuse(r, expected);
  return true;
}

/* One line of a layer, which is in r->text. */
static bool read_layer(reader *r, nn_net *net) {
  static const char expected[] =
      "'layer', its outputs (1 to 2^24), an activation and perhaps "
      "'skips'";
  const char *rest = r->text;
  size_t outputs;
  if (!skip_word(&rest, "layer") ||
      !skip_count(&rest, WIDTH_MAX, &outputs) || *rest++ != ' ')
    return refuse(r, expected);

  char name[32];
  size_t length = strcspn(rest, " ");
  nn_activation activation;
  snprintf(name, sizeof name, "%.*s", length < 32 ? (int)length : 31, rest);
  rest += length;
  bool skips = strcmp(rest, " skips") == 0;
  if (!nn_activation_named(name, &activation) || (*rest && !skips) ||
      (skips && net->depth == 0))
    return refuse(r, expected);
  size_t seen = net->outputs + (skips ? net->inputs : 0) + 1;
  if (seen > (PARAMS_MAX - net->params) / outputs)
    return refuse(r, "a network of at most " PARAMS_MAX_TEXT " weights");
  if (net->depth && net->layer[net->depth - 1].has_skips)
    return refuse(r, "no layer after one with skips");
  nn_net_add(net, outputs, activation);
  if (skips) nn_net_add_skips(net);
  return true;
}

static bool read_net(reader *r, nn_net *net) {
  size_t version = 0, inputs = 0;
  if (!read_count(r, "nn-model", SIZE_MAX / 16, "'nn-model 1'", &version))
    return false;
  if (version != VERSION)
    return nn_fail(r->error,
                   "%s:%zu: version %zu of the format; this library reads "
                   "version %d",
                   r->path, r->line, version, VERSION);
  if (!read_count(r, "inputs", WIDTH_MAX, "'inputs' and 1 to 2^24",
                  &inputs))
    return false;
  *net = nn_net_new(inputs);
  while (next_line(r, "a line 'layer ...' or 'params ...'")) {
    const char *rest = r->text;
    size_t params;
    if (!skip_word(&rest, "params")) {
      if (!read_layer(r, net)) return false;
      continue;
    }
    if (net->depth == 0) return refuse(r, "a layer");
    if (!skip_count(&rest, PARAMS_MAX, &params) || *rest ||
        params != net->params)
      return nn_fail(r->error,
                     "%s:%zu: '%.60s': the layers above have %zu params",
                     r->path, r->line, r->text, net->params);
    return true;
  }
  return false;
}

static bool read_numbers(reader *r, size_t count, growing *numbers) {
  static const char expected[] =
      "a finite number that nn_real holds exactly, as %a writes it";
  for (size_t i = 0; i < count; i++) {
    if (!next_line(r, expected)) return false;
    char again[64];
    nn_real x = (nn_real)strtod(r->text, NULL);
    snprintf(again, sizeof again, "%a", (double)x);
    if (!isfinite(x) || strcmp(again, r->text) != 0)
      return refuse(r, expected);
    if (!growing_add(numbers, x))
      return nn_fail(r->error, "%s:%zu: out of memory", r->path, r->line);
  }
  return true;
}

static bool read_check(reader *r) {
  char line[32];
  if (!next_line(r, "'check' and a CRC-32")) return false;
  snprintf(line, sizeof line, "check %08lx", (unsigned long)r->before);
  if (strcmp(r->text, line) != 0)
    return nn_fail(r->error,
                   "%s:%zu: '%.60s', but what stands above has '%s': the "
                   "file is damaged",
                   r->path, r->line, r->text, line);
  if (getc(r->file) != EOF)
    return nn_fail(r->error, "%s:%zu: more, after the end of the model",
                   r->path, r->line + 1);
  return true;
}

bool nn_model_load(const char *path, nn_net *net, nn_real **params,
                   nn_error *error) {
  *net = (nn_net){0};
  *params = NULL;
  reader r = {.path = path, .error = error, .file = fopen(path, "r")};
  if (!r.file)
    return nn_fail(error, "%s: cannot be opened: %s", path,
                   strerror(errno));

  growing numbers = {0};
  locale_t before = c_locale_begin();
  bool good = read_net(&r, net) &&
              read_numbers(&r, net->params, &numbers) && read_check(&r);
  c_locale_end(before);
  if (good) {
    *params = nn_net_vector(net);
    memcpy(*params, numbers.at, net->params * sizeof **params);
  } else {
    nn_net_free(net);
  }
  growing_free(&numbers);
  free(r.text);
  fclose(r.file);
  return good;
}
