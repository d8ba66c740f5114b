#include <nn/model.h>

#include "check.h"
#include "handles.h"

#include <math.h>
#include <nn/rng.h>
#include <nn/vector.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

/* AddressSanitizer's own memory does not fit below a limit, and an emulator
 * does not keep to one. */
#if defined __SANITIZE_ADDRESS__ || defined EMULATED
#define LIMITS_MEMORY 0
#elif defined __has_feature
#define LIMITS_MEMORY !__has_feature(address_sanitizer)
#else
#define LIMITS_MEMORY 1
#endif

/* The tests of double and of float run side by side in one folder. */
static char path[32], part[40];

/* ---- files -----------------------------------------------------------*/

enum { ROOM = 4096 };

/* Anew, for some file systems bring what is written over to the disk. */
static void write_bytes(const void *bytes, size_t count) {
  remove(path);
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, count, file), count);
  assert_int_equal(fclose(file), 0);
}

/* The bytes of the file, with a zero behind them. */
static size_t read_bytes(char *bytes) {
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  size_t count = fread(bytes, 1, ROOM, file);
  assert_int_equal(fclose(file), 0);
  assert_true(count < ROOM);
  bytes[count] = '\0';
  return count;
}

static size_t check_line(const char *text, size_t count, char *line) {
  unsigned long check = crc32_z(0, (const Bytef *)text, count);
  return (size_t)sprintf(line, "check %08lx\n", check);
}

/* Writes the text and behind it the check that belongs to it. */
static void write_checked(const char *text, size_t count) {
  char line[32];
  size_t length = check_line(text, count, line);
  char *all = malloc(count + length);
  assert_non_null(all);
  memcpy(all, text, count);
  memcpy(all + count, line, length);
  write_bytes(all, count + length);
  free(all);
}

static bool is_there(const char *name) {
  return access(name, F_OK) == 0;
}

static int remove_files(void **state) {
  (void)state;
  remove(path);
  remove(part);
  return 0;
}

/* ---- networks --------------------------------------------------------*/

/* The network of the header's example. */
static nn_net small_net(void) {
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 2, NN_SIGMOID);
  nn_net_add(&net, 1, NN_SIGMOID);
  nn_net_add_skips(&net);
  return net;
}

static const nn_real small_params[11] = {3,  -1, (nn_real)0.5, 0, 1, 2, -4,
                                         16, 8,  -2,           -8};
static const char small_text[] =
    "nn-model 1\ninputs 2\nlayer 2 sigmoid\nlayer 1 sigmoid skips\n"
    "params 11\n0x1.8p+1\n-0x1p+0\n0x1p-1\n0x0p+0\n0x1p+0\n0x1p+1\n"
    "-0x1p+2\n0x1p+4\n0x1p+3\n-0x1p+1\n-0x1p+3\n";

static void save(const nn_net *net, const nn_real *params) {
  nn_error error;
  if (!nn_model_save(path, net, params, NULL, &error))
    fail_msg("%s", error.text);
  assert_false(is_there(part));
}

static void save_small(void) {
  nn_net net = small_net();
  save(&net, small_params);
  nn_net_free(&net);
}

static bool same_nets(const nn_net *a, const nn_net *b) {
  bool same = a->inputs == b->inputs && a->outputs == b->outputs &&
              a->depth == b->depth && a->params == b->params;
  for (size_t i = 0; same && i < a->depth; i++) {
    const nn_layer *k = &a->layer[i], *l = &b->layer[i];
    same = k->inputs == l->inputs && k->outputs == l->outputs &&
           k->activation == l->activation && k->weights == l->weights &&
           k->biases == l->biases && k->has_skips == l->has_skips &&
           k->skips == l->skips && k->dropout == l->dropout;
  }
  return same;
}

static void loads(const nn_net *net, const nn_real *params) {
  nn_net loaded;
  nn_real *loaded_params;
  nn_error error;
  if (!nn_model_load(path, &loaded, &loaded_params, NULL, &error))
    fail_msg("%s", error.text);
  assert_true(same_nets(net, &loaded));
  assert_memory_equal(params, loaded_params, net->params * sizeof *params);
  nn_net_free(&loaded);
  nn_vector_free(loaded_params);
}

static void loads_small(void) {
  nn_net net = small_net();
  loads(&net, small_params);
  nn_net_free(&net);
}

/* Saves, loads, and saves again to the same bytes. */
static void comes_back(const nn_net *net, const nn_real *params) {
  save(net, params);
  loads(net, params);
}

/* ---- what is refused -------------------------------------------------*/

static bool is_empty(const nn_net *net, const nn_real *params) {
  return net->inputs == 0 && net->outputs == 0 && net->depth == 0 &&
         net->params == 0 && !net->layer && !params;
}

/* Refuses the file of this name with "NAME`where`: ... reason ...", or,
 * if `where` is NULL, at any line. */
static void refuses_file(const char *name, const char *where,
                         const char *reason) {
  nn_layer layer = {0};
  nn_real number = 0, *params = &number;
  nn_net net = {7, 7, 7, 7, &layer};
  nn_error error = {"nothing was said"};
  char begin[64];
  snprintf(begin, sizeof begin, "%s%s%s", name, where ? where : ":",
           where ? ": " : "");

  if (nn_model_load(name, &net, &params, NULL, &error))
    fail_msg("%s: loaded, where '%s' is expected", name, reason);
  if (strncmp(error.text, begin, strlen(begin)) != 0 ||
      !strstr(error.text, reason) || strchr(error.text, '\n'))
    fail_msg("'%s', where '%s...%s' is expected", error.text, begin,
             reason);
  assert_true(is_empty(&net, params));
}

/* Refuses the text, though its check is right. */
static void refuses(const char *text, const char *where,
                    const char *reason) {
  write_checked(text, strlen(text));
  refuses_file(path, where, reason);
}

/* Refuses the small model with one line (from 1) replaced by `text`. */
static void refuses_line(int line, const char *text, const char *reason) {
  char all[ROOM], where[16];
  const char *rest = small_text;
  size_t before = 0;
  for (int i = 1; i <= line; i++) {
    if (i < line) before += strcspn(small_text + before, "\n") + 1;
    rest = strchr(rest, '\n') + 1;
  }
  snprintf(all, sizeof all, "%.*s%s%s", (int)before, small_text, text,
           rest);
  snprintf(where, sizeof where, ":%d", line);
  refuses(all, where, reason);
}

/* The save is refused, and the file is what it was. */
static void refuses_to_save_with(const nn_net *net, const nn_real *params,
                                 const nn_standardisation *by,
                                 const char *reason) {
  char before[ROOM + 1], after[ROOM + 1];
  nn_error error = {"nothing was said"};
  if (!is_there(path)) save_small();
  size_t count = read_bytes(before);
  if (nn_model_save(path, net, params, by, &error))
    fail_msg("saved, where '%s' is expected", reason);
  if (strncmp(error.text, path, strlen(path)) != 0 ||
      !strstr(error.text, reason) || strchr(error.text, '\n'))
    fail_msg("'%s', where '%s' is expected", error.text, reason);
  assert_int_equal(read_bytes(after), count);
  assert_memory_equal(after, before, count);
}

static void refuses_to_save(const nn_net *net, const nn_real *params,
                            const char *reason) {
  refuses_to_save_with(net, params, NULL, reason);
}

/* ---- there and back --------------------------------------------------*/

static void writes_what_the_header_shows(void **state) {
  (void)state;
  char text[ROOM + 1], expected[sizeof small_text + 32];
  save_small();
  size_t count = read_bytes(text), length = strlen(small_text);
  memcpy(expected, small_text, length);
  length += check_line(small_text, length, expected + length);
  assert_int_equal(count, length);
  assert_memory_equal(text, expected, length);
  loads_small();
}

/* Any bits that make a finite number. */
static nn_real random_bits(nn_rng *rng) {
  for (;;) {
    uint64_t bits = nn_rng_next(rng);
    nn_real x;
    memcpy(&x, &bits, sizeof x);
    if (isfinite(x)) return x;
  }
}

/* The numbers that are easily lost, and random ones behind them. */
static void fill(nn_real *params, size_t count, nn_rng *rng) {
#ifdef NN_REAL_IS_FLOAT
  static const nn_real tiny = FLT_TRUE_MIN, small = FLT_MIN,
                       large = FLT_MAX;
#else
  static const nn_real tiny = DBL_TRUE_MIN, small = DBL_MIN,
                       large = DBL_MAX;
#endif
  const nn_real odd[] = {-(nn_real)0.0, 0,
                         tiny,          -tiny,
                         3 * tiny,      small,
                         small - tiny,  large,
                         -large,        1 + NN_REAL_EPSILON,
                         (nn_real)1 / 3};
  for (size_t i = 0; i < count; i++)
    params[i] = i < sizeof odd / sizeof *odd ? odd[i] : random_bits(rng);
}

static void all_comes_back(nn_net *net, nn_rng *rng) {
  nn_real *params = nn_net_vector(net);
  fill(params, net->params, rng);
  comes_back(net, params);
  nn_vector_free(params);
  nn_net_free(net);
}

static void every_activation_comes_back(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(1);
  for (int i = 0; i < NN_ACTIVATIONS; i++) {
    nn_net net = nn_net_new(3);
    nn_net_add(&net, 4, (nn_activation)i);
    all_comes_back(&net, &rng);
  }
}

static void every_depth_comes_back(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(2);
  for (size_t depth = 1; depth <= 9; depth++)
    for (int skips = 0; skips < 2; skips++) {
      nn_net net = nn_net_new(1 + nn_rng_below(&rng, 9));
      for (size_t i = 0; i < depth; i++)
        nn_net_add(&net, 1 + nn_rng_below(&rng, 9),
                   (nn_activation)nn_rng_below(&rng, NN_ACTIVATIONS));
      if (skips && depth > 1) nn_net_add_skips(&net);
      all_comes_back(&net, &rng);
    }
}

static void a_wide_net_comes_back(void **state) {
  (void)state;
  nn_rng rng = nn_rng_seeded(3);
  nn_net net = nn_net_new(300);
  nn_net_add(&net, 100, NN_TANH);
  nn_net_add(&net, 10, NN_SOFTMAX);
  all_comes_back(&net, &rng);
}

static void one_model_is_always_the_same_bytes(void **state) {
  (void)state;
  char first[ROOM + 1], second[ROOM + 1];
  save_small();
  size_t count = read_bytes(first);
  nn_net net;
  nn_real *params;
  nn_error error;
  assert_true(nn_model_load(path, &net, &params, NULL, &error));
  save(&net, params);
  nn_net_free(&net);
  nn_vector_free(params);
  assert_int_equal(read_bytes(second), count);
  assert_memory_equal(first, second, count);
}

static void replaces_what_the_file_held(void **state) {
  (void)state;
  write_bytes("something else", 14);
  save_small();
  loads_small();
}

/* Not what a save that never ended has left. */
static void writes_over_an_old_part(void **state) {
  (void)state;
  FILE *file = fopen(part, "w");
  assert_non_null(file);
  for (int i = 0; i < 9999; i++) fputs("an old part\n", file);
  assert_int_equal(fclose(file), 0);
  save_small();
  loads_small();
}

/* ---- version 2 -------------------------------------------------------*/

static nn_real means[] = {(nn_real)0.5, -3};
static nn_real deviations[] = {2, (nn_real)0.25};
static const nn_standardisation halves = {2, means, deviations};

static const char whole_text[] =
    "nn-model 2\ninputs 2 standardised\nlayer 1 relu dropout 0x1p-2\n"
    "layer 1 tanh\nparams 5\n0x1p+0\n0x1p+1\n0x1.8p+1\n0x1p+2\n"
    "0x1.4p+2\nmeans 2\n0x1p-1\n-0x1.8p+1\ndeviations 2\n0x1p+1\n"
    "0x1p-2\n";
static const nn_real whole_params[] = {1, 2, 3, 4, 5};

/* The network of that text. */
static nn_net whole_net(void) {
  nn_net net = nn_net_new(2);
  nn_net_add(&net, 1, NN_RELU);
  nn_net_add_dropout(&net, (nn_real)0.25);
  nn_net_add(&net, 1, NN_TANH);
  return net;
}

static void assert_halves(const nn_standardisation *by) {
  assert_int_equal(by->inputs, 2);
  assert_memory_equal(by->mean, means, sizeof means);
  assert_memory_equal(by->deviation, deviations, sizeof deviations);
}

static void standardisation_and_dropout_come_back(void **state) {
  (void)state;
  char text[ROOM + 1];
  nn_net net = whole_net(), loaded;
  nn_real *params;
  nn_standardisation by;
  nn_error error;
  assert_true(nn_model_save(path, &net, whole_params, &halves, &error));
  size_t count = read_bytes(text), length = strlen(whole_text);
  assert_true(count > length);
  assert_memory_equal(text, whole_text, length);
  if (!nn_model_load(path, &loaded, &params, &by, &error))
    fail_msg("%s", error.text);
  assert_true(same_nets(&net, &loaded));
  assert_true(loaded.layer[0].dropout == (nn_real)0.25);
  assert_memory_equal(params, whole_params, sizeof whole_params);
  assert_halves(&by);
  nn_standardisation_free(&by);
  nn_net_free(&net);
  nn_net_free(&loaded);
  nn_vector_free(params);
}

/* Loads the model, and returns its standardisation. */
static nn_standardisation loaded_standardisation(void) {
  nn_net net;
  nn_real *params;
  nn_standardisation by;
  nn_error error;
  if (!nn_model_load(path, &net, &params, &by, &error))
    fail_msg("%s", error.text);
  nn_net_free(&net);
  nn_vector_free(params);
  return by;
}

static void standardisation_alone_comes_back(void **state) {
  (void)state;
  nn_net net = small_net();
  nn_error error;
  assert_true(nn_model_save(path, &net, small_params, &halves, &error));
  nn_standardisation by = loaded_standardisation();
  assert_halves(&by);
  nn_standardisation_free(&by);
  nn_net_free(&net);
}

static void dropout_alone_comes_back(void **state) {
  (void)state;
  char text[ROOM + 1];
  nn_net net = whole_net();
  comes_back(&net, whole_params);
  static const char begin[] = "nn-model 2\ninputs 2\nlayer 1 relu dropout ";
  read_bytes(text);
  assert_true(strncmp(text, begin, strlen(begin)) == 0);
  nn_net_free(&net);
}

/* An empty one is as good as NULL: what is loaded can be saved again. */
static void an_old_file_has_no_standardisation(void **state) {
  (void)state;
  char first[ROOM + 1], second[ROOM + 1];
  save_small();
  size_t count = read_bytes(first);
  nn_standardisation by = loaded_standardisation();
  assert_int_equal(by.inputs, 0);
  assert_null(by.mean);
  nn_net net = small_net();
  nn_error error;
  assert_true(nn_model_save(path, &net, small_params, &by, &error));
  assert_int_equal(read_bytes(second), count);
  assert_memory_equal(first, second, count);
  nn_net_free(&net);
}

static void refuses_to_forget_a_standardisation(void **state) {
  (void)state;
  refuses(whole_text, ":2",
          "the network's inputs have to be standardised: give "
          "nn_model_load an nn_standardisation");
}

/* Refuses the whole text with the first `from` in it replaced, in a load
 * that takes a standardisation. */
static void refuses_instead(const char *from, const char *to,
                            const char *where, const char *reason) {
  char text[ROOM], begin[64];
  nn_net net;
  nn_real *params, number = 0;
  nn_standardisation by = {1, &number, &number};
  nn_error error = {"nothing was said"};
  const char *at = strstr(whole_text, from);
  assert_non_null(at);
  snprintf(text, sizeof text, "%.*s%s%s", (int)(at - whole_text),
           whole_text, to, at + strlen(from));
  write_checked(text, strlen(text));
  snprintf(begin, sizeof begin, "%s%s: ", path, where);
  if (nn_model_load(path, &net, &params, &by, &error))
    fail_msg("loaded, where '%s' is expected", reason);
  if (strncmp(error.text, begin, strlen(begin)) != 0 ||
      !strstr(error.text, reason) || strchr(error.text, '\n'))
    fail_msg("'%s', where '%s...%s' is expected", error.text, begin,
             reason);
  assert_true(is_empty(&net, params));
  assert_true(by.inputs == 0 && !by.mean && !by.deviation);
}

static void refuses_other_standardisations(void **state) {
  (void)state;
  static const char inputs[] = "'inputs', 1 to 2^24 and perhaps";
  refuses_instead("nn-model 2", "nn-model 1", ":2", inputs);
  refuses_instead(" standardised", " standardise", ":2", inputs);
  refuses_instead(" standardised", "  standardised", ":2", inputs);
  refuses_instead(" standardised", " standardised ", ":2", inputs);
  refuses_instead(" standardised", "", ":11", "the file is damaged");
  refuses_instead("means 2", "means 1", ":11", "'means 2' is expected");
  refuses_instead("means 2", "mean 2", ":11", "'means 2' is expected");
  refuses_instead("means 2\n", "", ":11", "'means 2' is expected");
  refuses_instead("0x1p-1\n", "", ":13", "a finite number");
  refuses_instead("0x1p-1\n", "nan\n", ":12", "a finite number");
  refuses_instead("0x1p-1\n", "0.5\n", ":12", "a finite number");
  refuses_instead("deviations 2", "means 2", ":14",
                  "'deviations 2' is expected");
  static const char above[] = "a deviation has to be above 0";
  refuses_instead("2\n0x1p+1\n0x1p-2\n", "2\n0x0p+0\n0x1p-2\n", ":15",
                  above);
  refuses_instead("2\n0x1p+1\n0x1p-2\n", "2\n0x1p+1\n-0x1p-2\n", ":16",
                  above);
  refuses_instead("2\n0x1p+1\n0x1p-2\n", "2\n0x1p+1\ninf\n", ":16",
                  "a finite number");
  refuses_instead("2\n0x1p+1\n0x1p-2\n", "2\n0x1p+1\n", ":16",
                  "a finite number");
}

static void refuses_other_dropout(void **state) {
  (void)state;
  static const char *const wrong[] = {
      " dropout",         " dropout ",        " dropout 0x0p+0",
      " dropout 0x1p+0",  " dropout -0x1p-2", " dropout 0.25",
      " dropout 0x1p-2 ", " dropout nan",     " skips dropout 0x1p-2",
      " dropout  0x1p-2", "  dropout 0x1p-2", " drop 0x1p-2"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    refuses_instead(" dropout 0x1p-2", wrong[i], ":3",
                    "'dropout' and its probability is expected");
  refuses_instead("layer 1 tanh\n", "", ":4",
                  "a layer after one with dropout is expected");
  refuses_line(3, "layer 2 sigmoid dropout 0x1p-2\n",
               "in version 2, 'dropout'");
}

static void refuses_to_save_other_standardisations(void **state) {
  (void)state;
  nn_net net = small_net();
  nn_real mean[] = {1, 2, 3}, deviation[] = {1, 1, 1};
  nn_standardisation by = {3, mean, deviation};
  refuses_to_save_with(&net, small_params, &by,
                       "not written: the standardisation is of 3 inputs, "
                       "the network has 2");
  by.inputs = 2;
  mean[1] = (nn_real)NAN;
  refuses_to_save_with(&net, small_params, &by, "not written: mean[1] is ");
  mean[1] = 0;
  deviation[0] = (nn_real)INFINITY;
  refuses_to_save_with(&net, small_params, &by,
                       "not written: deviation[0] is inf");
  deviation[0] = 0;
  refuses_to_save_with(&net, small_params, &by,
                       "not written: deviation[0] is 0, where it has to be "
                       "above 0");
  nn_net_free(&net);

  net = nn_net_new(2);
  nn_net_add(&net, 1, NN_RELU);
  nn_net_add_dropout(&net, (nn_real)0.5);
  refuses_to_save(&net, small_params, "the last layer has dropout");
  nn_net_free(&net);
}

/* ---- saves that fail -------------------------------------------------*/

static void refuses_to_save_what_is_not_finite(void **state) {
  (void)state;
  const nn_real bad[] = {(nn_real)NAN, (nn_real)INFINITY,
                         -(nn_real)INFINITY};
  static const char *const words[] = {"nan", " inf", "-inf"};
  nn_net net = small_net();
  for (size_t i = 0; i < 3; i++)
    for (size_t k = 0; k < net.params; k++) {
      nn_real params[11];
      char reason[64];
      memcpy(params, small_params, sizeof params);
      params[k] = bad[i];
      snprintf(reason, sizeof reason, ": not written: params[%zu] is", k);
      refuses_to_save(&net, params, reason);
      refuses_to_save(&net, params, words[i]);
      assert_false(is_there(part));
    }
  nn_net_free(&net);
  loads_small();
}

/* A file that could not be loaded is no model: the old one is better. */
static void refuses_to_save_what_it_would_not_load(void **state) {
  (void)state;
  nn_net none = nn_net_new(2), blind = nn_net_new(0);
  nn_net_add(&blind, 3, NN_TANH);
  refuses_to_save(&none, small_params, "layer");
  refuses_to_save(&blind, small_params, "inputs");
  assert_false(is_there(part));
  nn_net_free(&none);
  nn_net_free(&blind);
}

static void refuses_a_folder_that_is_not_there(void **state) {
  (void)state;
  nn_net net = small_net();
  nn_error error;
  assert_false(nn_model_save("no-such-folder/model", &net, small_params,
                             NULL, &error));
  assert_non_null(strstr(error.text, "no-such-folder/model: cannot be "
                                     "written: No such file"));
  save_small();
  char inside[64];
  snprintf(inside, sizeof inside, "%s/model", path); /* a file, no folder */
  assert_false(nn_model_save(inside, &net, small_params, NULL, &error));
  assert_non_null(strstr(error.text, "cannot be written: Not a directory"));
  nn_net_free(&net);
  loads_small();
}

/* All is written, and then cannot take the old one's place. */
static void refuses_to_replace_a_folder(void **state) {
  (void)state;
  nn_net net = small_net();
  nn_error error;
  assert_int_equal(mkdir(path, 0700), 0);
  assert_false(nn_model_save(path, &net, small_params, NULL, &error));
  assert_non_null(strstr(error.text, path));
  assert_non_null(strstr(error.text, "cannot be written: Is a directory"));
  assert_false(is_there(part));
  assert_int_equal(rmdir(path), 0);
  nn_net_free(&net);
}

static void leaves_what_it_did_not_make(void **state) {
  (void)state;
  nn_net net = small_net();
  save_small();
  assert_int_equal(mkdir(part, 0700), 0);
  refuses_to_save(&net, small_params, "cannot be written: Is a directory");
  assert_int_equal(rmdir(part), 0);
  nn_net_free(&net);
}

/* One net fits into the buffer of its stream and is refused only at the
 * end, the other is not. */
static void refuses_a_full_device(void **state) {
  (void)state;
  if (!is_there("/dev/full")) skip();
  for (size_t width = 1; width < 5000; width += 4000) {
    nn_net net = nn_net_new(1);
    nn_net_add(&net, width, NN_IDENTITY);
    nn_real *params = nn_net_vector(&net);
    save_small();
    assert_int_equal(symlink("/dev/full", part), 0);
    nn_error error;
    assert_false(nn_model_save(path, &net, params, NULL, &error));
    assert_non_null(strstr(error.text, path));
    assert_non_null(strstr(error.text, "No space left on device"));
    assert_int_equal(unlink(part), -1);
    loads_small();
    nn_vector_free(params);
    nn_net_free(&net);
  }
}

/* As a full disk does it, but after some bytes went well. */
static void refuses_a_disk_that_fills_up(void **state) {
  (void)state;
  save_small();
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    const struct rlimit limit = {5000, 5000};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(3);
    signal(SIGXFSZ, SIG_IGN);
    nn_net net = nn_net_new(1);
    nn_net_add(&net, 1000, NN_IDENTITY);
    nn_real *params = nn_net_vector(&net);
    nn_error error = {""};
    bool saved = nn_model_save(path, &net, params, NULL, &error);
    nn_vector_free(params);
    nn_net_free(&net);
    _exit(saved ? 1 : strstr(error.text, "File too large") ? 0 : 2);
  }
  int status = 0;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_true(WIFEXITED(status));
  assert_int_equal(WEXITSTATUS(status), 0);
  assert_false(is_there(part));
  loads_small();
}

/* ---- no such model ---------------------------------------------------*/

static void refuses_what_is_no_file(void **state) {
  (void)state;
  refuses_file("no-such-model", "", "cannot be opened: No such file");
  refuses_file(".", NULL, "Is a directory");
}

static void refuses_other_versions(void **state) {
  (void)state;
  refuses_line(1, "nn-model 3\n",
               "version 3 of the format; this library "
               "reads versions 1 to 2");
  refuses_line(1, "nn-model 10\n", "version 10 of the format");
  static const char *const lines[] = {"\n",
                                      "nn-model\n",
                                      "nn-model \n",
                                      "nn-model 0\n",
                                      "nn-model -1\n",
                                      "nn-model +1\n",
                                      "nn-model 1.0\n",
                                      "nn-model 1 \n",
                                      "nn-model  1\n",
                                      " nn-model 1\n",
                                      "nn-models 1\n",
                                      "NN-MODEL 1\n",
                                      "nn-model one\n",
                                      "nn-model 18446744073709551617\n"};
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    refuses_line(1, lines[i], "'nn-model 1' or 'nn-model 2' is expected");
}

static void refuses_other_inputs(void **state) {
  (void)state;
  static const char *const lines[] = {"\n",
                                      "inputs\n",
                                      "inputs 0\n",
                                      "inputs -2\n",
                                      "inputs 2.0\n",
                                      "inputs 2 3\n",
                                      "input 2\n",
                                      "inputs 16777217\n",
                                      "inputs 2147483648\n",
                                      "inputs 4294967298\n",
                                      "inputs 18446744073709551618\n",
                                      "inputs 99999999999999999999999999\n",
                                      "layer 2 sigmoid\n"};
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    refuses_line(2, lines[i],
                 "'inputs', 1 to 2^24 and perhaps, in version");
}

static void refuses_other_layers(void **state) {
  (void)state;
  static const char *const lines[] = {
      "\n",
      "layer\n",
      "layer 2\n",
      "layer 2 \n",
      "layer 2  sigmoid\n",
      "layer 0 sigmoid\n",
      "layer -2 sigmoid\n",
      "layer two sigmoid\n",
      "layer 2x sigmoid\n",
      "layer 2 sigmoi\n",
      "layer 2 sigmoids\n",
      "layer 2 Sigmoid\n",
      "layer 2 swish\n",
      "layer 2 sigmoid \n",
      "layer 2 sigmoid skip\n",
      "layer 2 sigmoid skipss\n",
      "layer 2 sigmoid skips \n",
      "layer 2 sigmoid  skips\n",
      "layer 2 skips\n",
      "layer 2 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
      "layer 16777217 sigmoid\n",
      "layer 2147483648 sigmoid\n",
      "layer 18446744073709551618 sigmoid\n",
      "weights 2\n",
      "inputs 2\n",
  };
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    refuses_line(4, lines[i], "'layer', its outputs (1 to 2^24)");
  refuses_line(3, "layer 2 sigmoid skips\n", "'layer', its outputs");
  refuses_line(5, "layer 2 sigmoid\n", "no layer after one with skips");
  refuses_line(5, "layer 2 sigmoid skips\n", "no layer after one with");
}

static void refuses_too_many_weights(void **state) {
  (void)state;
  static const char *reason =
      SIZE_MAX > UINT32_MAX ? "at most 2^32 weights" : "at most 2^28";
  refuses("nn-model 1\ninputs 16777216\nlayer 16777216 tanh\n", ":3",
          reason);
  refuses("nn-model 1\ninputs 65536\nlayer 65536 tanh\n", ":3", reason);
  refuses("nn-model 1\ninputs 1\nlayer 16777216 tanh\n"
          "layer 16777216 tanh\nlayer 16777216 tanh\n",
          ":4", reason);
  refuses("nn-model 1\ninputs 2147483648\nlayer 2147483648 tanh\n", ":2",
          "1 to 2^24");
  refuses("nn-model 1\ninputs 1\nlayer 2147483648 tanh\n"
          "layer 2147483648 tanh\n",
          ":3", "1 to 2^24");
}

static void refuses_other_counts_of_params(void **state) {
  (void)state;
  static const char *const lines[] = {"params 10\n",
                                      "params 12\n",
                                      "params 0\n",
                                      "params \n",
                                      "params -11\n",
                                      "params 11 \n",
                                      "params 11.0\n",
                                      "params 4294967307\n",
                                      "params 18446744073709551627\n"};
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    refuses_line(5, lines[i], "the layers above have 11 params");
  refuses_line(5, "params\n", "'layer', its outputs");
  refuses("nn-model 1\ninputs 2\nparams 2\n0x1p+0\n0x1p+0\n", ":3",
          "a layer is expected");
}

static void refuses_other_numbers(void **state) {
  (void)state;
  static const char *const lines[] = {
      "\n",          " \n",        "nan\n",     "-nan\n",  "nan(1)\n",
      "inf\n",       "-inf\n",     "x\n",       "0x\n",    "0x1p+0 \n",
      "0x1p+0,1\n",  "0x1p+0x\n",  "1 2\n",     "1e999\n", "-1e999\n",
      "0x1p+1024\n", "infinity\n", "params 1\n"};
  static const char reason[] = "that nn_real holds exactly";
  for (int line = 6; line <= 16; line += 5)
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
      refuses_line(line, lines[i], reason);

  char number[1002];
  memset(number, '9', 1000);
  memcpy(number + 1000, "\n", 2);
  refuses_line(7, number, reason);
}

static void refuses_numbers_that_would_be_rounded(void **state) {
  (void)state;
#ifdef NN_REAL_IS_FLOAT
  static const char *const lines[] = {"0x1.0000001p+0\n", "0x1p-150\n",
                                      "0x1p+128\n", "0.1\n",
                                      "0x1.0000000000001p+0\n"};
#else
  static const char *const lines[] = {"0x1.00000000000008p+0\n",
                                      "0x1.000000000000001p+0\n",
                                      "0x1p-1075\n",
                                      "0x1p-1080\n",
                                      "0.1\n",
                                      "1e-999\n"};
#endif
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    refuses_line(9, lines[i], "that nn_real holds exactly");
}

static void refuses_lines_of_windows(void **state) {
  (void)state;
  char text[2 * sizeof small_text], *end = text;
  for (const char *at = small_text; *at; at++) {
    if (*at == '\n') *end++ = '\r';
    *end++ = *at;
  }
  *end = '\0';
  refuses(text, ":1", "'nn-model 1' or 'nn-model 2' is expected");
  refuses_line(3, "layer 2 sigmoid\r\n", "an activation");
  refuses_line(9, "0x1p+0\r\n", "a finite number");
}

/* ---- damage ----------------------------------------------------------*/

static void refuses_another_check(void **state) {
  (void)state;
  static const char *const ends[] = {
      "check 00000000\n", "check\n",  "\n",
      "0x1p+0\n",         "check \n", "crc 00000000\n"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    char all[ROOM];
    size_t count =
        (size_t)snprintf(all, sizeof all, "%s%s", small_text, ends[i]);
    write_bytes(all, count);
    refuses_file(path, ":17", "the file is damaged");
  }
  write_bytes(small_text, strlen(small_text));
  refuses_file(path, ":17", "the file ends, where 'check' and a CRC-32");
}

/* The small model, with another end behind its check. */
static void refuses_end(const char *end, size_t count, const char *where,
                        const char *reason) {
  char text[ROOM + 1];
  write_checked(small_text, strlen(small_text));
  size_t length = read_bytes(text) - 1;
  memcpy(text + length, end, count);
  write_bytes(text, length + count);
  refuses_file(path, where, reason);
}

static void refuses_more_after_the_end(void **state) {
  (void)state;
  refuses_end("\n\n", 2, ":18", "more, after the end");
  refuses_end("\nx", 2, ":18", "more, after the end");
  refuses_end("\n\0", 2, ":18", "more, after the end");
  refuses_end(" \n", 2, ":17", "the file is damaged");
  refuses_end("\r\n", 2, ":17", "the file is damaged");
  refuses_end("0\n", 2, ":17", "the file is damaged");
  refuses_end("", 0, ":17", "the file ends, where 'check'");
}

static void refuses_zero_bytes(void **state) {
  (void)state;
  refuses_end("\0more\n", 6, ":17", "");
  const char *at = small_text;
  for (int line = 1; line <= 16; line++, at++) {
    char text[sizeof small_text + 8], where[16];
    at = strchr(at, '\n');
    size_t before = (size_t)(at - small_text);
    memcpy(text, small_text, before);
    memcpy(text + before, "\0 more", 6);
    memcpy(text + before + 6, at, strlen(at));
    write_checked(text, strlen(small_text) + 6);
    snprintf(where, sizeof where, ":%d", line);
    refuses_file(path, where, "");
  }
}

static void refuses_what_ends_early(void **state) {
  (void)state;
  char text[ROOM + 1];
  save_small();
  size_t count = read_bytes(text), line = 1;
  for (size_t i = 0; i < count; i++) {
    char where[16];
    snprintf(where, sizeof where, ":%zu", line);
    write_bytes(text, i);
    refuses_file(path, where, "the file ends, where ");
    if (text[i] == '\n') line++;
  }
}

/* Every byte of the file in turn becomes every other byte. */
static void refuses_any_other_byte(void **state) {
  (void)state;
  char text[ROOM + 1];
  save_small();
  size_t count = read_bytes(text);
  for (size_t i = 0; i < count; i++)
    for (int other = 1; other < 256; other++) {
      text[i] = (char)(text[i] ^ other);
      write_bytes(text, count);
      refuses_file(path, NULL, "");
      text[i] = (char)(text[i] ^ other);
    }
}

static void refuses_lines_that_changed_places(void **state) {
  (void)state;
  char text[ROOM + 1], *first, *second;
  save_small();
  size_t count = read_bytes(text);
  first = strstr(text, "0x1p+4\n");
  second = strstr(text, "0x1p+3\n");
  assert_non_null(first);
  assert_non_null(second);
  first[5] = '3';
  second[5] = '4';
  write_bytes(text, count);
  refuses_file(path, ":17", "the file is damaged");
}

/* ---- memory ----------------------------------------------------------*/

enum { LITTLE = 8 << 20 };

/* From here on this process gets no more than `bytes` of memory. */
static void limit_memory(size_t bytes) {
  unsigned long pages = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file || fscanf(file, "%lu", &pages) != 1) _exit(3);
  fclose(file);
  rlim_t most = pages * (rlim_t)sysconf(_SC_PAGESIZE) + bytes;
  const struct rlimit limit = {most, most};
  if (setrlimit(RLIMIT_AS, &limit) != 0) _exit(3);
}

/* Refuses the file, in a process of its own with little memory. */
static void refuses_with_little_memory(const char *where,
                                       const char *reason) {
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    nn_net net;
    nn_real *params;
    nn_error error = {""};
    if (LIMITS_MEMORY) limit_memory(LITTLE);
    bool good = nn_model_load(path, &net, &params, NULL, &error);
    char begin[64];
    snprintf(begin, sizeof begin, "%s%s", path, where);
    bool told = strncmp(error.text, begin, strlen(begin)) == 0 &&
                strstr(error.text, reason);
    _exit(good ? 1 : told && is_empty(&net, params) ? 0 : 2);
  }
  int status = 0;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_true(WIFEXITED(status));
  assert_int_equal(WEXITSTATUS(status), 0);
}

static void needs_no_memory_for_mere_claims(void **state) {
  (void)state;
  static const char claims[] = "nn-model 1\ninputs 20\n"
                               "layer 10000000 tanh\n"
                               "params 210000000\n0x1p+0\n";
  write_checked(claims, strlen(claims));
  refuses_with_little_memory(":6: ", "a finite number");
}

static void refuses_what_memory_cannot_hold(void **state) {
  (void)state;
  if (!LIMITS_MEMORY) skip();
  static const char head[] = "nn-model 1\ninputs 1\nlayer 10000000 tanh\n"
                             "params 20000000\n";
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  fputs(head, file);
  for (size_t i = 0; i < 2 * LITTLE / sizeof(nn_real); i++)
    fputs("0x1p+0\n", file);
  assert_int_equal(fclose(file), 0);
  refuses_with_little_memory(":", "out of memory");
}

static void refuses_a_line_that_memory_cannot_hold(void **state) {
  (void)state;
  if (!LIMITS_MEMORY) skip();
  write_bytes("nn-model 1\n", 11);
  assert_int_equal(truncate(path, 4 * LITTLE), 0);
  refuses_with_little_memory(":", "");
}

/* ---- all of them -----------------------------------------------------*/

#define TEST(test) cmocka_unit_test_teardown(test, remove_files)

int main(void) {
  snprintf(path, sizeof path, "test_model_%zu.nn", sizeof(nn_real));
  snprintf(part, sizeof part, "%s.part", path);
  const struct CMUnitTest tests[] = {
      TEST(writes_what_the_header_shows),
      TEST(every_activation_comes_back),
      TEST(every_depth_comes_back),
      TEST(a_wide_net_comes_back),
      TEST(one_model_is_always_the_same_bytes),
      TEST(replaces_what_the_file_held),
      TEST(writes_over_an_old_part),
      TEST(standardisation_and_dropout_come_back),
      TEST(standardisation_alone_comes_back),
      TEST(dropout_alone_comes_back),
      TEST(an_old_file_has_no_standardisation),
      TEST(refuses_to_forget_a_standardisation),
      TEST(refuses_other_standardisations),
      TEST(refuses_other_dropout),
      TEST(refuses_to_save_other_standardisations),
      TEST(refuses_to_save_what_is_not_finite),
      TEST(refuses_to_save_what_it_would_not_load),
      TEST(refuses_a_folder_that_is_not_there),
      TEST(refuses_to_replace_a_folder),
      TEST(leaves_what_it_did_not_make),
      TEST(refuses_a_full_device),
      TEST(refuses_a_disk_that_fills_up),
      TEST(refuses_what_is_no_file),
      TEST(refuses_other_versions),
      TEST(refuses_other_inputs),
      TEST(refuses_other_layers),
      TEST(refuses_too_many_weights),
      TEST(refuses_other_counts_of_params),
      TEST(refuses_other_numbers),
      TEST(refuses_numbers_that_would_be_rounded),
      TEST(refuses_lines_of_windows),
      TEST(refuses_another_check),
      TEST(refuses_more_after_the_end),
      TEST(refuses_zero_bytes),
      TEST(refuses_what_ends_early),
      TEST(refuses_any_other_byte),
      TEST(refuses_lines_that_changed_places),
      TEST(needs_no_memory_for_mere_claims),
      TEST(refuses_what_memory_cannot_hold),
      TEST(refuses_a_line_that_memory_cannot_hold),
  };
  return cmocka_run_group_tests(tests, remember_handle,
                                all_files_are_closed);
}
