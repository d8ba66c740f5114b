/* Files are the same in a program whose numbers have commas. */
#include "../src/c_locale.h"

#include "child.h"
#include "comma_locale.h"

#include <nn/csv.h>
#include <nn/model.h>
#include <nn/net_graph.h>
#include <nn/recorded.h>
#include <nn/vector.h>

/* The tests of double and of float run side by side in one folder. */
static char path[32], folder[32];

static void assert_says(const char *text, const char *part) {
  if (!strstr(text, part)) fail_msg("no '%s' in\n%s", part, text);
}

static void returns_to_the_locale_before(void **state) {
  (void)state;
  char text[8];
  set_comma_locale();
  locale_t comma = nn_c_locale_begin();
  snprintf(text, sizeof text, "%.1f", 0.5);
  assert_string_equal(text, "0.5");
  locale_t point = nn_c_locale_begin(); /* within the other */
  nn_c_locale_end(point);
  snprintf(text, sizeof text, "%.1f", 0.5);
  assert_string_equal(text, "0.5");
  nn_c_locale_end(comma);
  assert_comma_locale();
}

/* ---- files -----------------------------------------------------------*/

static void csv(void **state) {
  (void)state;
  set_comma_locale();
  FILE *file = fopen(path, "w");
  fputs("1.5,2.25\n-0.5,4e-1\n", file);
  fclose(file);
  nn_dataset data;
  nn_error error;
  nn_csv_options options = {.targets = 1};
  if (!nn_csv_read(path, options, &data, &error))
    fail_msg("%s", error.text);
  assert_true(data.x[0] == (nn_real)1.5 && data.x[1] == (nn_real)-0.5);
  assert_true(data.t[0] == (nn_real)2.25 && data.t[1] == (nn_real)0.4);
  nn_dataset_free(&data);
  assert_int_equal(remove(path), 0);
  assert_comma_locale();
}

static void model(void **state) {
  (void)state;
  set_comma_locale();
  const nn_real params[] = {(nn_real)1.5, (nn_real)-0.75};
  nn_net net = nn_net_new(1), loaded;
  nn_real *loaded_params;
  nn_error error;
  nn_net_add(&net, 1, NN_IDENTITY);
  assert_true(nn_model_save(path, &net, params, NULL, &error));
  assert_says(content(path), "params 2\n0x1.8p+0\n-0x1.8p-1\ncheck ");
  if (!nn_model_load(path, &loaded, &loaded_params, NULL, &error))
    fail_msg("%s", error.text);
  assert_memory_equal(loaded_params, params, sizeof params);
  nn_net_free(&net);
  nn_net_free(&loaded);
  nn_vector_free(loaded_params);
  assert_int_equal(remove(path), 0);
  assert_comma_locale();
}

/* ---- runs ------------------------------------------------------------*/

static void draw_net(nn_run *run) {
  const nn_real params[] = {(nn_real)1.5, (nn_real)0.25};
  nn_net net = nn_net_new(1);
  nn_net_add(&net, 1, NN_TANH);
  nn_net_graph(nn_run_graph(run, "net"), &net, params, NULL, NULL, 0);
  nn_net_free(&net);
}

static int report(int argc, char **argv) {
  nn_run *run = nn_run_begin(argc, argv, "a test", 1);
  nn_run_number(run, "a.half", "%.2f", 0.5);
  nn_table *table = nn_run_table(run, "halves", "n half");
  nn_table_row(table, 1, (nn_real)0.5);
  draw_net(run);
  assert_comma_locale();
  return nn_run_end(run);
}

static const char *content_of(const char *name) {
  char whole[64];
  snprintf(whole, sizeof whole, "%s/%s", folder, name);
  return content(whole);
}

static void run(void **state) {
  (void)state;
  char *argv[] = {"x", "--out", folder, NULL};
  set_comma_locale();
  assert_int_equal(run_body(report, 3, argv), 0);
  assert_says(content_of("numbers.tsv"), "a.half\t0.5\t0.50\t");
  assert_string_equal(content_of("halves.dat"), "# n half\n1 0.5\n");
  assert_says(content_of("net.dot"), "penwidth=1.25]");
  assert_says(content_of("net.dot"), "label=\"tanh\\nb 0.25\"");
  assert_says(content_of("net.dot"), "label=\" 1.5 \"");
}

static void halve(size_t row, void *context, nn_real *values) {
  (void)context;
  printf("computing\n");
  values[0] = (nn_real)row / 2;
}

static int record(int argc, char **argv) {
  nn_run *run = nn_run_begin(argc, argv, "a test", 1);
  const nn_recorded table = {"table", "half", 3, 2, halve, NULL};
  bool same = nn_run_recorded(run, &table)[1] == (nn_real)0.5;
  assert_comma_locale();
  return nn_run_end(run) || !same;
}

static void recorded(void **state) {
  (void)state;
  char *write[] = {"x",    "--record",  folder,      "--digest",
                   "none", "--machine", "a machine", NULL};
  char *read[] = {"x", "--recorded", folder, NULL};
  char whole[64];
  set_comma_locale();
  snprintf(whole, sizeof whole, "%s/table.tsv", folder);
  remove(whole);
  assert_int_equal(run_body(record, 7, write), 0);
  assert_says(content_of("table.tsv"), "# half\n0\n0.5\n1\n");
  assert_int_equal(run_body(record, 3, read), 0);
  assert_string_equal(said, "computing\ncomputing\n"); /* `repeated` */
}

static int make_folder(void **state) {
  (void)state;
  snprintf(path, sizeof path, "c-locale-%zu", sizeof(nn_real));
  snprintf(folder, sizeof folder, "c-locale-%zu-out", sizeof(nn_real));
  char *argv[] = {"x", "--out", folder, NULL};
  return nn_run_end(nn_run_begin(3, argv, "makes the folder", 1));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(returns_to_the_locale_before),
      cmocka_unit_test(csv),
      cmocka_unit_test(model),
      cmocka_unit_test(run),
      cmocka_unit_test(recorded),
  };
  return cmocka_run_group_tests(tests, make_folder, NULL);
}
