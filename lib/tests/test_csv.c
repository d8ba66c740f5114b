#include <nn/csv.h>

#include "check.h"
#include "handles.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

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
static char path[32];

/* ---- a file and what becomes of it -----------------------------------*/

static void write_bytes(const void *bytes, size_t count) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, count, file), count);
  assert_int_equal(fclose(file), 0);
}

static nn_dataset read_good(const char *text, size_t targets) {
  nn_dataset data;
  nn_error error = {""};
  write_bytes(text, strlen(text));
  if (!nn_csv_read(path, targets, &data, &error))
    fail_msg("%s", error.text);
  assert_int_equal(data.targets, targets);
  assert_int_equal(remove(path), 0);
  return data;
}

/* As a table without targets, row after row. */
static void reads(const char *text, size_t count, size_t columns,
                  const nn_real *numbers) {
  nn_dataset data = read_good(text, 0);
  assert_int_equal(data.count, count);
  assert_int_equal(data.inputs, columns);
  assert_memory_equal(data.x, numbers, count * columns * sizeof *numbers);
  nn_dataset_free(&data);
}

static void assert_empty(const nn_dataset *data) {
  assert_int_equal(data->count, 0);
  assert_int_equal(data->inputs, 0);
  assert_int_equal(data->targets, 0);
  assert_null(data->x);
  assert_null(data->t);
}

/* Refuses the file of this name with "NAME`where`: ... reason ...". */
static void refuses_file(const char *name, size_t targets,
                         const char *where, const char *reason) {
  nn_real number = 0;
  nn_dataset data = {
      .count = 7, .inputs = 7, .targets = 7, .x = &number, .t = &number};
  nn_error error = {"nothing was said"};
  char begin[64];
  snprintf(begin, sizeof begin, "%s%s: ", name, where);

  if (nn_csv_read(name, targets, &data, &error))
    fail_msg("%s: read, where '%s' is expected", name, reason);
  if (strncmp(error.text, begin, strlen(begin)) != 0 ||
      !strstr(error.text, reason) || strchr(error.text, '\n'))
    fail_msg("'%s', where '%s...%s' is expected", error.text, begin,
             reason);
  assert_empty(&data);
}

static void refuses_bytes(const char *bytes, size_t count, size_t targets,
                          const char *where, const char *reason) {
  write_bytes(bytes, count);
  refuses_file(path, targets, where, reason);
  assert_int_equal(remove(path), 0);
}

static void refuses(const char *text, const char *where,
                    const char *reason) {
  refuses_bytes(text, strlen(text), 0, where, reason);
}

/* ---- what is read ----------------------------------------------------*/

static const nn_real four[] = {1, 2, 3, 4};

static void splits_inputs_from_targets(void **state) {
  (void)state;
  nn_dataset data = read_good("1,2,3\n4,5,6\n", 1);
  static const nn_real x[] = {1, 2, 4, 5}, t[] = {3, 6};
  assert_int_equal(data.count, 2);
  assert_int_equal(data.inputs, 2);
  assert_memory_equal(data.x, x, sizeof x);
  assert_memory_equal(data.t, t, sizeof t);
  nn_dataset_free(&data);

  data = read_good("1,2,3\n4,5,6\n", 2);
  static const nn_real one[] = {1, 4}, two[] = {2, 3, 5, 6};
  assert_int_equal(data.count, 2);
  assert_int_equal(data.inputs, 1);
  assert_memory_equal(data.x, one, sizeof one);
  assert_memory_equal(data.t, two, sizeof two);
  nn_dataset_free(&data);
}

static void needs_no_targets(void **state) {
  (void)state;
  nn_dataset data = read_good("5\n", 0);
  assert_int_equal(data.count, 1);
  assert_int_equal(data.inputs, 1);
  assert_true(data.x[0] == 5);
  assert_non_null(data.t);
  nn_dataset_free(&data);
}

static void ends_of_lines_do_not_matter(void **state) {
  (void)state;
  reads("1,2\n3,4\n", 2, 2, four);
  reads("1,2\n3,4", 2, 2, four);
  reads("1,2\r\n3,4\r\n", 2, 2, four);
  reads("1,2\r\n3,4", 2, 2, four);
  reads("1,2\n3,4\r\n", 2, 2, four);
}

static void skips_blank_lines_headings_and_marks(void **state) {
  (void)state;
  reads("\n  \n\t\r\n1,2\n\r\n3,4\n\n", 2, 2, four);
  reads("x,y\n1,2\n3,4\n", 2, 2, four);
  reads("\n\nx,y\n\n1,2\n3,4\n", 2, 2, four);
  reads("\"x, in m\",\"y\"\n1,2\n3,4\n", 2, 2, four);
  reads("one name\n1,2\n3,4\n", 2, 2, four);
  reads("\xef\xbb\xbf"
        "1,2\n3,4\n",
        2, 2, four);
  reads("\xef\xbb\xbfx,y\r\n1,2\r\n3,4\r\n", 2, 2, four);
  reads("\xef\xbb\xbf\"1\",\"2\"\n3,4\n", 2, 2, four);
  reads("\xef\xbb\xbf\n1,2\n3,4\n", 2, 2, four);
}

static void takes_off_quotes_and_spaces(void **state) {
  (void)state;
  reads("\"1\",\"2\"\n\"3\",4\n", 2, 2, four);
  reads(" 1 , 2\n3\t,\t4 \n", 2, 2, four);
  reads(" \"1\" ,\t\"2\" \r\n3,4\n", 2, 2, four);
}

static void reads_every_form_of_a_number(void **state) {
  (void)state;
  static const nn_real forms[] = {(nn_real)0.1, -2,  3,   400,
                                  (nn_real)0.5, .25, 255, 7};
  reads("0.1,-2,+3,4e2,5E-1,.25,0xff,0x1.cp+2\n", 1, 8, forms);
  static const nn_real zero[] = {-(nn_real)0.0, 0};
  reads("-0,0.000\n", 1, 2, zero);

  char text[600];
  snprintf(text, sizeof text, "%0500d\n", 12);
  static const nn_real twelve[] = {12};
  reads(text, 1, 1, twelve);
}

/* Every number is the nearest that an nn_real can hold. */
static void reads_to_the_last_bit(void **state) {
  (void)state;
#ifdef NN_REAL_IS_FLOAT
  static const nn_real least = FLT_TRUE_MIN, most = FLT_MAX;
#else
  static const nn_real least = DBL_TRUE_MIN, most = DBL_MAX;
#endif
  char text[200];
  const nn_real x[] = {least, -least, most, -most, (nn_real)1 / 3};
  int n = 0;
  for (size_t i = 0; i < 5; i++)
    n += snprintf(text + n, sizeof text - (size_t)n, "%.*e%s",
                  NN_REAL_DIGITS - 1, (double)x[i], i < 4 ? "," : "\n");
  reads(text, 1, 5, x);
}

static void reads_many_lines(void **state) {
  (void)state;
  enum { LINES = 10000 };
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  for (int i = 0; i < LINES; i++) fprintf(file, "%d,%d,%d\n", i, -i, i % 7);
  assert_int_equal(fclose(file), 0);

  nn_dataset data;
  nn_error error;
  assert_true(nn_csv_read(path, 1, &data, &error));
  assert_int_equal(data.count, LINES);
  assert_int_equal(data.inputs, 2);
  for (int i = 0; i < LINES; i++) {
    assert_true(data.x[2 * i] == (nn_real)i);
    assert_true(data.x[2 * i + 1] == (nn_real)-i);
    assert_true(data.t[i] == (nn_real)(i % 7));
  }
  nn_dataset_free(&data);
  remove(path);
}

static void reads_very_long_lines(void **state) {
  (void)state;
  enum { COLUMNS = 200000, NAME = 1 << 20 };
  char *text = malloc(NAME + 2 * COLUMNS + 2), *end = text;
  assert_non_null(text);
  memset(end, 'x', NAME);
  end += NAME;
  *end++ = '\n';
  for (int i = 0; i < COLUMNS; i++) {
    *end++ = (char)('0' + i % 10);
    *end++ = i < COLUMNS - 1 ? ',' : '\n';
  }
  *end = '\0';
  nn_dataset data = read_good(text, 1);
  free(text);
  assert_int_equal(data.count, 1);
  assert_int_equal(data.inputs, COLUMNS - 1);
  for (size_t i = 0; i < data.inputs; i++)
    assert_true(data.x[i] == (nn_real)(i % 10));
  assert_true(data.t[0] == (nn_real)((COLUMNS - 1) % 10));
  nn_dataset_free(&data);
}

/* ---- what is refused -------------------------------------------------*/

static void refuses_what_is_no_file(void **state) {
  (void)state;
  refuses_file("no-such-file.csv", 1, "", "cannot be opened: No such file");
  refuses_file(".", 1, "", "cannot be read: Is a directory");
}

static void refuses_a_file_without_examples(void **state) {
  (void)state;
  refuses("", "", "no line of numbers");
  refuses("\n", "", "no line of numbers");
  refuses("\n \r\n\t\n   ", "", "no line of numbers");
  refuses("x,y\n", "", "no line of numbers");
  refuses("x,y", "", "no line of numbers");
  refuses("\n\"x\",\"y\"\r\n\r\n", "", "no line of numbers");
  refuses("\xef\xbb\xbf", "", "no line of numbers");
  refuses("\xef\xbb\xbfx,y\n", "", "no line of numbers");
}

static void refuses_lines_of_other_lengths(void **state) {
  (void)state;
  refuses("1,2\n3\n", ":2", "1 columns, where the lines above have 2");
  refuses("1,2\n3,4,5\n", ":2", "3 columns, where the lines above have 2");
  refuses("1\n\n\n2,3\n", ":4", "2 columns, where the lines above have 1");
  refuses("x,y\n1,2\n3,4\n5", ":4", "1 columns");
}

static void refuses_what_is_no_number(void **state) {
  (void)state;
  refuses("1,2\n3,x\n", ":2", "column 2 is 'x': a finite number");
  refuses("1,,3\n", ":1", "column 2 is '': a finite number");
  refuses("1,2\n,4\n", ":2", "column 1 is ''");
  refuses("1,2,\n", ":1", "column 3 is ''");
  refuses("1,2\n,\n", ":2", "column 1 is ''");
  refuses("1,2\n \"\" ,1\n", ":2", "column 1 is ''");
  refuses("x,y\n\nz,w\n", ":3", "column 1 is 'z'");
  refuses("1,2\nx,y\n", ":2", "column 1 is 'x'");
  refuses("x,2\n", ":1", "column 1 is 'x'");
  refuses("1,2 3\n", ":1", "column 2 is '2 3'");
  refuses("1;2\n", "", "no line of numbers"); /* a heading, as it seems */
  refuses("1,2\n1;2\n", ":2", "column 1 is '1;2'");
  refuses("1,2.3.4\n", ":1", "column 2 is '2.3.4'");
  refuses("1,--2\n", ":1", "column 2 is '--2'");
  refuses("1,2e\n", ":1", "column 2 is '2e'");
  refuses("1,0xg\n", ":1", "column 2 is '0xg'");
  refuses("1,2\n3,4 # five\n", ":2", "column 2 is '4 # five'");
  refuses("1,2\n\xef\xbb\xbf"
          "3,4\n",
          ":2",
          "column 1 is '\xef\xbb\xbf"
          "3'");
}

static void refuses_other_quotes(void **state) {
  (void)state;
  refuses("1,\"2\n", ":1", "column 2 is '\"2'");
  refuses("1,2\"\n", ":1", "column 2 is '2\"'");
  refuses("1,\"\n", ":1", "column 2 is '\"'");
  refuses("1,\"\"2\"\"\n", ":1", "column 2 is '\"2\"'");
  refuses("1,\"2,5\"\n", ":1", "column 2 is '\"2'");
  refuses("1,'2'\n", ":1", "column 2 is ''2''");
}

static void refuses_what_is_not_finite(void **state) {
  (void)state;
  static const char *const words[] = {
      "nan",       "NaN",      "-nan",  "nan(7)", "inf",  "-inf",
      "+Infinity", "infinity", "1e999", "-1e999", "1e400"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    char text[64], reason[64];
    snprintf(text, sizeof text, "x,y\n1,2\n3,%s\n", words[i]);
    snprintf(reason, sizeof reason, "column 2 is '%s'", words[i]);
    refuses(text, ":3", reason);
  }
#ifdef NN_REAL_IS_FLOAT
  refuses("1,1e39\n", ":1", "column 2 is '1e39'");
#else
  static const nn_real large[] = {1, 1e39};
  reads("1,1e39\n", 1, 2, large);
#endif
}

/* No name of a column looks so: it must not be skipped as a heading. */
static void refuses_a_first_line_of_what_is_not_finite(void **state) {
  (void)state;
  refuses("nan,nan\n1,2\n", ":1", "column 1 is 'nan'");
  refuses("1e999,-inf\n1,2\n", ":1", "column 1 is '1e999'");
}

static void refuses_zero_bytes(void **state) {
  (void)state;
  static const char reason[] = "a zero byte: this is no text";
  refuses_bytes("1,2\n3,4\0\n", 9, 0, ":2", reason);
  refuses_bytes("1\0,2\n", 5, 0, ":1", reason);
  refuses_bytes("\0\n1,2\n", 6, 0, ":1", reason);
  refuses_bytes("x\0,y\n1,2\n", 9, 0, ":1", reason);
  refuses_bytes("\xef\xbb\xbf\0", 4, 0, ":1", reason);
  refuses_bytes("1,2\n3,4\0", 8, 0, ":2", reason);
  refuses_bytes("\xff\xfe\x31\0,\0\x32\0\n\0", 10, 0, ":1", reason);
}

/* The lines of old Macs end in a carriage return alone. */
static void refuses_returns_without_newlines(void **state) {
  (void)state;
  refuses("1,2\r3,4\r", ":1", "column 2 is '2\r3'");
}

static void refuses_lines_without_an_input(void **state) {
  (void)state;
  refuses_bytes("1,2\n", 4, 2, ":1", "2 columns, but 2 are to be targets");
  refuses_bytes("x\n1\n", 4, 1, ":2", "1 columns, but 1 are to be targets");
  refuses_bytes("1,2\n", 4, SIZE_MAX, ":1", "2 columns, but");
}

static void shortens_what_it_quotes(void **state) {
  (void)state;
  enum { LONG = 100000 };
  char *text = malloc(LONG);
  assert_non_null(text);
  memset(text, 'y', LONG);
  memcpy(text, "1,2\n3,", 6);
  refuses_bytes(text, LONG, 0, ":2",
                "is 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy':");
  free(text);
}

static void cuts_off_a_message_that_does_not_fit(void **state) {
  (void)state;
  char name[4000];
  memset(name, 'n', sizeof name);
  name[sizeof name - 1] = '\0';
  nn_dataset data;
  nn_error error;
  assert_false(nn_csv_read(name, 1, &data, &error));
  assert_empty(&data);
  assert_int_equal(strlen(error.text), sizeof error.text - 1);
}

/* ---- little memory ---------------------------------------------------*/

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
static void refuses_with_little_memory(void) {
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    nn_dataset data;
    nn_error error = {""};
    limit_memory(LITTLE);
    bool good = nn_csv_read(path, 0, &data, &error);
    bool told = strstr(error.text, path) && strstr(error.text, "memory");
    _exit(good ? 1 : told && !data.x ? 0 : 2);
  }
  int status = 0;
  assert_int_equal(waitpid(child, &status, 0), child);
  assert_int_equal(remove(path), 0);
  assert_true(WIFEXITED(status));
  assert_int_equal(WEXITSTATUS(status), 0);
}

static void refuses_what_memory_cannot_hold(void **state) {
  (void)state;
  if (!LIMITS_MEMORY) skip();
  size_t bytes = 4 * LITTLE / sizeof(nn_real);
  char *text = malloc(bytes);
  assert_non_null(text);
  for (size_t i = 0; i < bytes; i++) text[i] = i % 2 ? '\n' : '1';
  write_bytes(text, bytes);
  free(text);
  refuses_with_little_memory();
}

/* What came before such a line must not pass for all of the file. */
static void refuses_a_line_that_memory_cannot_hold(void **state) {
  (void)state;
  if (!LIMITS_MEMORY) skip();
  write_bytes("1,2\n", 4);
  assert_int_equal(truncate(path, 4 * LITTLE), 0);
  refuses_with_little_memory();
}

/* ---- all of them -----------------------------------------------------*/

int main(void) {
  snprintf(path, sizeof path, "test_csv_%zu.csv", sizeof(nn_real));
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(splits_inputs_from_targets),
      cmocka_unit_test(needs_no_targets),
      cmocka_unit_test(ends_of_lines_do_not_matter),
      cmocka_unit_test(skips_blank_lines_headings_and_marks),
      cmocka_unit_test(takes_off_quotes_and_spaces),
      cmocka_unit_test(reads_every_form_of_a_number),
      cmocka_unit_test(reads_to_the_last_bit),
      cmocka_unit_test(reads_many_lines),
      cmocka_unit_test(reads_very_long_lines),
      cmocka_unit_test(refuses_what_is_no_file),
      cmocka_unit_test(refuses_a_file_without_examples),
      cmocka_unit_test(refuses_lines_of_other_lengths),
      cmocka_unit_test(refuses_what_is_no_number),
      cmocka_unit_test(refuses_other_quotes),
      cmocka_unit_test(refuses_what_is_not_finite),
      cmocka_unit_test(refuses_a_first_line_of_what_is_not_finite),
      cmocka_unit_test(refuses_zero_bytes),
      cmocka_unit_test(refuses_returns_without_newlines),
      cmocka_unit_test(refuses_lines_without_an_input),
      cmocka_unit_test(shortens_what_it_quotes),
      cmocka_unit_test(cuts_off_a_message_that_does_not_fit),
      cmocka_unit_test(refuses_what_memory_cannot_hold),
      cmocka_unit_test(refuses_a_line_that_memory_cannot_hold),
  };
  return cmocka_run_group_tests(tests, remember_handle,
                                all_files_are_closed);
}
