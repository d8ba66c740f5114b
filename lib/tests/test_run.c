#include <nn/run.h>

#include "check.h"
#include "child.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int everything(int argc, char **argv) {
  nn_run *run = nn_run_begin(argc, argv, "a test", 42);
  printf("seed %llu\n", (unsigned long long)nn_run_seed(run));
  nn_run_number(run, "a.third", "%.2f", 1.0 / 3);
  nn_table *table = nn_run_table(run, "squares", "n square");
  for (int i = 0; i < 3; i++)
    nn_table_row(table, (nn_real)i, (nn_real)(i * i));
  nn_table_block(table);
  nn_graph *graph = nn_run_graph(run, "net");
  nn_graph_set(graph, "rankdir", "TB");
  nn_graph_node(graph, "a", "w-1 = -1", "circle", "input");
  nn_graph_edge(graph, "a", "a", "", "ink", 1.5);
  return nn_run_end(run);
}

static void writes_everything(void **state) {
  (void)state;
  char *argv[] = {"x", "--out", "run-out", "--seed", "7", NULL};
  assert_int_equal(run_body(everything, 5, argv), 0);
  assert_string_equal(said, "seed 7\n");
  assert_string_equal(content("run-out/squares.dat"),
                      "# n square\n0 0\n1 1\n2 4\n\n\n");
  const char *numbers = content("run-out/numbers.tsv");
  assert_true(strncmp(numbers, "a.third\t0.33333", 15) == 0);
  assert_non_null(strstr(numbers, "\t0.33\t"));
  assert_non_null(strstr(numbers, "test_run.c:"));
  const char *net = content("run-out/net.dot");
  assert_non_null(strstr(net, "label=\"w-1 = −1\""));
  assert_non_null(strstr(net, "color=\"@input@\""));
  assert_string_equal(net + strlen(net) - 2, "}\n");
}

static void keeps_nothing_without_out(void **state) {
  (void)state;
  char *argv[] = {"x", NULL};
  remove("numbers.tsv");
  assert_int_equal(run_body(everything, 1, argv), 0);
  assert_string_equal(said, "seed 42\n");
  assert_int_not_equal(access("numbers.tsv", F_OK), 0);
}

static void explains_itself(void **state) {
  (void)state;
  char *argv[] = {"/some/where/x", "--help", NULL};
  assert_int_equal(run_body(everything, 2, argv), 0);
  assert_true(strncmp(said, "x: a test\n", 10) == 0);
  assert_non_null(strstr(said, "--seed"));
}

static void refuses_mistaken_arguments(void **state) {
  (void)state;
  static char *const wrong[][2] = {
      {"--sed", "1"},   {"--seed", NULL},
      {"--seed", "-1"}, {"--seed", "1x"},
      {"--seed", ""},   {"--seed", "99999999999999999999"}};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    char *argv[] = {"x", wrong[i][0], wrong[i][1], NULL};
    assert_int_equal(run_body(everything, wrong[i][1] ? 3 : 2, argv), 2);
    assert_non_null(strstr(said, "Try x --help"));
  }
}

static void says_where_it_cannot_write(void **state) {
  (void)state;
  char *argv[] = {"x", "--out", "no-such-folder/out", NULL};
  assert_int_equal(run_body(everything, 3, argv), 1);
  assert_non_null(strstr(said, "no-such-folder/out"));
}

static int to_a_full_disk(int argc, char **argv) {
  nn_run *run = nn_run_begin(argc, argv, "a test", 1);
  if (!freopen("/dev/full", "w", stdout)) return 99;
  printf("lost\n");
  return nn_run_end(run);
}

static void notices_a_full_disk(void **state) {
  (void)state;
  char *argv[] = {"x", NULL};
  if (access("/dev/full", W_OK) != 0) skip();
  assert_int_equal(run_body(to_a_full_disk, 1, argv), 1);
  assert_non_null(strstr(said, "could not write the transcript"));
}

static int same_name_twice(int argc, char **argv) {
  nn_run *run = nn_run_begin(argc, argv, "a test", 1);
  nn_run_number(run, "a", "%g", 1);
  nn_run_number(run, "a", "%g", 2);
  return nn_run_end(run);
}
static int table_twice(int argc, char **argv) {
  nn_run *run = nn_run_begin(argc, argv, "a test", 1);
  nn_run_table(run, "a", "x");
  nn_run_table(run, "a", "x");
  return nn_run_end(run);
}
static int bad_name(int argc, char **argv) {
  nn_run *run = nn_run_begin(argc, argv, "a test", 1);
  nn_run_number(run, "../escape", "%g", 1);
  return nn_run_end(run);
}
static int bad_format(int argc, char **argv) {
  nn_run *run = nn_run_begin(argc, argv, "a test", 1);
  nn_run_number_at(run, "x.c", 1, "a", "%d", 1);
  return nn_run_end(run);
}
static int short_row(int argc, char **argv) {
  nn_run *run = nn_run_begin(argc, argv, "a test", 1);
  nn_table_row(nn_run_table(run, "a", "x y"), 1);
  return nn_run_end(run);
}

static void stops_at_a_mistake(void **state) {
  (void)state;
  static body *const mistakes[] = {same_name_twice, table_twice, bad_name,
                                   bad_format, short_row};
  static const char *const words[] = {"named twice", "written twice",
                                      "is no name", "has the format '%d'",
                                      "columns"};
  char *argv[] = {"x", NULL};
  for (size_t i = 0; i < 5; i++) {
    assert_int_equal(run_body(mistakes[i], 1, argv), 1);
    assert_non_null(strstr(said, words[i]));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(writes_everything),
      cmocka_unit_test(keeps_nothing_without_out),
      cmocka_unit_test(explains_itself),
      cmocka_unit_test(refuses_mistaken_arguments),
      cmocka_unit_test(says_where_it_cannot_write),
      cmocka_unit_test(notices_a_full_disk),
      cmocka_unit_test(stops_at_a_mistake),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
