#include <nn/recorded.h>

#include "check.h"
#include "child.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Where the tables go, and what the experiment does besides. */
static char folder[] = "recorded-tables";
static const char path[] = "recorded-tables/squares.tsv";
static const char unfinished[] = "recorded-tables/squares.tsv.new";
static size_t dies_in_row;  /* counted from 1; 0: in none */
static nn_real added;       /* what a changed program computes more */
static size_t row_of_clock; /* what the clock says, differs each time */

static void square(size_t row, void *context, nn_real *values) {
  printf("computing %zu\n", row + 1);
  fflush(stdout);
  if (row + 1 == dies_in_row) _exit(9);
  values[0] = (nn_real)row;
  values[1] = (nn_real)(row * row) / *(nn_real *)context + added;
  values[2] = (nn_real)++row_of_clock;
}

static int experiment(int argc, char **argv) {
  nn_run *run = nn_run_begin(argc, argv, "a test", 1);
  nn_real divisor = 3;
  const nn_real *table = nn_run_recorded(
      run, &(nn_recorded){.name = "squares",
                          .columns = "n square clock-seconds",
                          .rows = 4,
                          .repeated = 2,
                          .compute = square,
                          .context = &divisor});
  printf("last %.3f\n", (double)table[3 * 3 + 1]);
  return nn_run_end(run);
}

static int run_experiment(char *first, char *digest) {
  char *record[] = {"x",    first,       folder,      "--digest",
                    digest, "--machine", "a machine", NULL};
  char *read[] = {"x", first, folder, NULL};
  if (!first) return run_body(experiment, 1, read);
  return digest ? run_body(experiment, 7, record)
                : run_body(experiment, 3, read);
}

static size_t rows_computed(void) {
  size_t rows = 0;
  for (const char *at = said; (at = strstr(at, "computing")); at++) rows++;
  return rows;
}

static int fresh(void **state) {
  (void)state;
  mkdir(folder, 0777);
  remove(path);
  remove(unfinished);
  dies_in_row = row_of_clock = 0;
  added = 0;
  return 0;
}

static void computes_all_without_a_folder(void **state) {
  (void)state;
  assert_int_equal(run_experiment(NULL, NULL), 0);
  assert_int_equal(rows_computed(), 4);
  assert_non_null(strstr(said, "last 3.000"));
}

static void records_and_reads(void **state) {
  (void)state;
  assert_int_equal(run_experiment("--record", "abc"), 0);
  assert_int_equal(rows_computed(), 4);
  assert_non_null(strstr(said, "squares: 4 of 4 rows"));
  const char *file = content(path);
  assert_non_null(strstr(file, "\n# digest abc\n# machine a machine\n"
                               "# n square clock-seconds\n0 0 "));
  row_of_clock = 100; /* a clock is not compared */
  assert_int_equal(run_experiment("--recorded", NULL), 0);
  assert_int_equal(rows_computed(), 2);
  assert_non_null(strstr(said, "last 3.000"));
}

static void records_once_for_each_digest(void **state) {
  (void)state;
  run_experiment("--record", "abc");
  assert_int_equal(run_experiment("--record", "abc"), 0);
  assert_int_equal(rows_computed(), 0);
  assert_int_equal(run_experiment("--record", "abcd"), 0);
  assert_int_equal(rows_computed(), 4);
}

static void goes_on_where_it_was_stopped(void **state) {
  (void)state;
  dies_in_row = 4;
  assert_int_equal(run_experiment("--record", "abc"), 9);
  dies_in_row = 0;
  FILE *file = fopen(unfinished, "a");
  fputs("3 2.9", file); /* half a row */
  fclose(file);
  assert_int_equal(access(path, F_OK), -1);
  assert_int_equal(run_experiment("--record", "abc"), 0);
  assert_int_equal(rows_computed(), 1);
  assert_int_equal(access(unfinished, F_OK), -1);
  assert_int_equal(run_experiment("--recorded", NULL), 0);
  assert_non_null(strstr(said, "last 3.000"));
}

static void begins_anew_under_another_digest(void **state) {
  (void)state;
  dies_in_row = 4;
  run_experiment("--record", "abc");
  dies_in_row = 0;
  assert_int_equal(run_experiment("--record", "abcd"), 0);
  assert_int_equal(rows_computed(), 4);
}

static void stops_where_the_first_rows_differ(void **state) {
  (void)state;
  run_experiment("--record", "abc");
  added = (nn_real)1e-6;
  assert_int_equal(run_experiment("--recorded", NULL), 1);
  assert_non_null(strstr(said, "squares.tsv: row 1 has square = 0, and "));
  assert_non_null(strstr(said, "./course measure"));
}

static void stops_without_the_whole_table(void **state) {
  (void)state;
  assert_int_equal(run_experiment("--recorded", NULL), 1);
  assert_non_null(strstr(said, "there is no recorded-tables/squares.tsv"));
  static const char *const wrong[] = {
      "# n square clock-seconds\n0 0 1\n1 0.3 2\n2 1.3 3\n",
      "# n square seconds\n0 0 1\n1 0.3 2\n2 1.3 3\n3 3 4\n",
      "# n square clock-seconds\n0 0 1\n1 0.3\n2 1.3 3\n3 3 4\n",
      "# n square clock-seconds\n0 0 1\n1 a 2\n2 1.3 3\n3 3 4\n",
      "# n square clock-seconds\n0 0 1\n1 0 2\n2 1 3\n3 3 4\n4 4 4\n"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    FILE *file = fopen(path, "w");
    fputs(wrong[i], file);
    fclose(file);
    assert_int_equal(run_experiment("--recorded", NULL), 1);
    assert_non_null(strstr(said, "squares.tsv has not the 4 rows"));
  }
}

static void says_where_it_cannot_write(void **state) {
  (void)state;
  rmdir(folder);
  assert_int_equal(run_experiment("--record", "abc"), 1);
  assert_non_null(strstr(said, "cannot write recorded-tables/"));
}

static void wants_a_digest(void **state) {
  (void)state;
  char *argv[] = {"x", "--record", folder, NULL};
  assert_int_equal(run_body(experiment, 3, argv), 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup(computes_all_without_a_folder, fresh),
      cmocka_unit_test_setup(records_and_reads, fresh),
      cmocka_unit_test_setup(records_once_for_each_digest, fresh),
      cmocka_unit_test_setup(goes_on_where_it_was_stopped, fresh),
      cmocka_unit_test_setup(begins_anew_under_another_digest, fresh),
      cmocka_unit_test_setup(stops_where_the_first_rows_differ, fresh),
      cmocka_unit_test_setup(stops_without_the_whole_table, fresh),
      cmocka_unit_test_setup(says_where_it_cannot_write, fresh),
      cmocka_unit_test_setup(wants_a_digest, fresh),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
