#include <nn/csv.h>

#include "child.h"
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

static nn_dataset read_as(const char *text, nn_csv_options options) {
  nn_dataset data;
  nn_error error = {""};
  write_bytes(text, strlen(text));
  if (!nn_csv_read(path, options, &data, &error))
    fail_msg("%s", error.text);
  assert_int_equal(data.targets, options.targets);
  assert_int_equal(remove(path), 0);
  return data;
}

static nn_dataset read_good(const char *text, size_t targets) {
  return read_as(text, (nn_csv_options){.targets = targets});
}

/* As a table without targets, row after row. */
static void reads_as(const char *text, nn_csv_options options, size_t count,
                     size_t columns, const nn_real *numbers) {
  nn_dataset data = read_as(text, options);
  assert_int_equal(data.count, count);
  assert_int_equal(data.inputs, columns);
  assert_memory_equal(data.x, numbers, count * columns * sizeof *numbers);
  nn_dataset_free(&data);
}

static void reads(const char *text, size_t count, size_t columns,
                  const nn_real *numbers) {
  reads_as(text, (nn_csv_options){0}, count, columns, numbers);
}

static void assert_empty(const nn_dataset *data) {
  assert_int_equal(data->count, 0);
  assert_int_equal(data->inputs, 0);
  assert_int_equal(data->targets, 0);
  assert_null(data->x);
  assert_null(data->t);
}

/* Refuses the file of this name with "NAME`where`: ... reason ...". */
static void refuses_file(const char *name, nn_csv_options options,
                         const char *where, const char *reason) {
  nn_real number = 0;
  nn_dataset data = {
      .count = 7, .inputs = 7, .targets = 7, .x = &number, .t = &number};
  nn_error error = {"nothing was said"};
  char begin[64];
  snprintf(begin, sizeof begin, "%s%s: ", name, where);

  if (nn_csv_read(name, options, &data, &error))
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
  refuses_file(path, (nn_csv_options){.targets = targets}, where, reason);
  assert_int_equal(remove(path), 0);
}

static void refuses(const char *text, const char *where,
                    const char *reason) {
  refuses_bytes(text, strlen(text), 0, where, reason);
}

static void refuses_as(const char *text, nn_csv_options options,
                       const char *where, const char *reason) {
  write_bytes(text, strlen(text));
  refuses_file(path, options, where, reason);
  assert_int_equal(remove(path), 0);
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
  nn_csv_options options = {.targets = 1};
  assert_true(nn_csv_read(path, options, &data, &error));
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
  const nn_csv_options options = {.targets = 1};
  refuses_file("no-such-file.csv", options, "",
               "cannot be opened: No such file");
  refuses_file(".", options, "", "cannot be read: Is a directory");
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
  refuses("1;2\n", ":1", "column 1 is '1;2'");
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
  refuses("1,\"\"2\"\"\n", ":1", "column 2 is '\"\"2\"\"'");
  refuses("1,\"2\" 5\n", ":1", "column 2 is '\"2\" 5'");
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
  static const char reason[] = "a carriage return within the line; if "
                               "lines end in it alone, as on old Macs, tr";
  refuses("1,2\r3,4\r", ":1", reason);
  refuses("x,y\r1,2\r3,4\r", ":1", reason);
  refuses("1,2\n3,4\r5,6\n", ":2", reason);
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
  assert_false(nn_csv_read(name, (nn_csv_options){0}, &data, &error));
  assert_empty(&data);
  assert_int_equal(strlen(error.text), sizeof error.text - 1);
}

/* ---- headings --------------------------------------------------------*/

static const nn_csv_options with_heading = {.heading = NN_HEADING_YES};
static const nn_csv_options no_heading = {.heading = NN_HEADING_NO};

static void skips_a_heading_that_is_said_to_be_one(void **state) {
  (void)state;
  reads_as("0,1\n1,2\n3,4\n", with_heading, 2, 2, four);
  reads_as("2019,2020\n1,2\n3,4\n", with_heading, 2, 2, four);
  reads_as("?,?\n1,2\n3,4\n", with_heading, 2, 2, four);
  reads_as("\n\nx,y,z\n\n1,2\n3,4\n", with_heading, 2, 2, four);
  reads_as("x;y\n1,2\n3,4\n", with_heading, 2, 2, four);
  refuses_as("1,2\n", with_heading, "", "no line of numbers");
  refuses_as("x,y\nz,w\n", with_heading, ":2", "column 1 is 'z'");
}

static void reads_a_first_line_that_is_no_heading(void **state) {
  (void)state;
  static const nn_real counted[] = {0, 1, 2, 3};
  reads_as("0,1\n2,3\n", no_heading, 2, 2, counted);
  reads_as("0,1,2,3\n", no_heading, 1, 4, counted);
  refuses_as("x,y\n1,2\n", no_heading, ":1", "column 1 is 'x'");
}

/* The names that a table has where nobody gave it any. */
static void refuses_numbers_that_count_the_columns(void **state) {
  (void)state;
  static const char reason[] =
      "the columns are 0, 1, 2 ...: if the line names the columns, say "
      ".heading = NN_HEADING_YES, if it is an example, NN_HEADING_NO";
  refuses("0,1,2\n5,6,7\n", ":1", reason);
  refuses("\n \"0\", 1\n5,6\n", ":2", reason);
  refuses("0\n5\n", ":1", reason);
  refuses(",0,1,2\n0,5,6,7\n", ":1", reason);
  static const nn_real others[] = {0, 1, 3, 1, 2, 3};
  reads("0,1,3\n1,2,3\n", 2, 3, others);
}

static void refuses_a_first_line_of_missing_values(void **state) {
  (void)state;
  static const char *const marks[] = {"?", "", "NA", "n/a", "-", "null"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    char text[64];
    snprintf(text, sizeof text, "%s,%s\n1,2\n", marks[i], marks[i]);
    refuses(text, ":1", "every value is missing: if the line names");
  }
  reads(",y\n1,2\n3,4\n", 2, 2, four); /* a name */
  reads("\"height, 2019\",in 2020\n1,2\n3,4\n", 2, 2, four);
}

/* ---- separators ------------------------------------------------------*/

static void splits_at_other_separators(void **state) {
  (void)state;
  static const char separators[] = ",;:|\t ";
  for (const char *s = separators; *s; s++) {
    nn_csv_options options = {.separator = *s};
    char text[64];
    snprintf(text, sizeof text, "x%cy\r\n1%c2\r\n 3%c\"4\" \n", *s, *s, *s);
    reads_as(text, options, 2, 2, four);
  }
  const nn_csv_options tab = {.separator = '\t'};
  reads_as(" 1 \t 2\n\n3\t4\n", tab, 2, 2, four);
  refuses_as("1\t\t2\n", tab, ":1", "column 2 is ''");
  refuses_as("1\t2\t\n", tab, ":1", "column 3 is ''");
}

static void splits_at_any_white_space(void **state) {
  (void)state;
  const nn_csv_options space = {.separator = ' '};
  reads_as("1 2\n3 4\n", space, 2, 2, four);
  reads_as("  1 \t  2\t\r\n\t\"3\"  4\n \n", space, 2, 2, four);
  reads_as("a  b\n1 2\n3 4", space, 2, 2, four);
  refuses_as("1 2\n3  4  5\n", space, ":2", "3 columns, where the lines");
}

/* Other programs' quotes enclose what would separate. */
static void keeps_quoted_separators(void **state) {
  (void)state;
  reads("\"x, y\",\"z;\"\n1,2\n3,4\n", 2, 2, four);
  static const char *const names[] = {"a, b", "c d"};
  nn_csv_options options = {
      .targets = 1, .classes = names, .class_count = 2};
  nn_dataset data = read_as("1,\"c d\" \n2,\"a, b\"\n", options);
  assert_true(data.t[0] == 1 && data.t[1] == 0);
  nn_dataset_free(&data);
  options.separator = ' ';
  data = read_as("1 \"c d\" \n2 \"a, b\"\n", options);
  assert_true(data.t[0] == 1 && data.t[1] == 0);
  nn_dataset_free(&data);
}

/* ---- targets ---------------------------------------------------------*/

static void takes_targets_from_any_columns(void **state) {
  (void)state;
  static const size_t columns[] = {3, 0};
  const nn_csv_options options = {.targets = 2, .target_columns = columns};
  nn_dataset data = read_as("1,2,3,4,5\n6,7,8,9,10\n", options);
  static const nn_real x[] = {2, 3, 5, 7, 8, 10}, t[] = {4, 1, 9, 6};
  assert_int_equal(data.count, 2);
  assert_int_equal(data.inputs, 3);
  assert_memory_equal(data.x, x, sizeof x);
  assert_memory_equal(data.t, t, sizeof t);
  nn_dataset_free(&data);
}

static void refuses_target_columns_that_are_not_there(void **state) {
  (void)state;
  static const size_t columns[] = {0, 3};
  const nn_csv_options options = {.targets = 2, .target_columns = columns};
  refuses_as("x,y,z\n1,2,3\n", options, ":2",
             "3 columns, but .target_columns has 3, counted from 0");
}

static const char *const flowers[] = {"setosa", "versicolor", "virginica"};
static const nn_csv_options iris = {
    .targets = 1, .classes = flowers, .class_count = 3};

static void numbers_the_names_of_classes(void **state) {
  (void)state;
  static const nn_real x[] = {1, 2, 3, 4, 5, 6}, t[] = {2, 0, 1};
  nn_dataset data = read_as("length,width,species\n1,2,virginica\n"
                            "3,4, setosa \n5,6,\"versicolor\"\n",
                            iris);
  assert_memory_equal(data.x, x, sizeof x);
  assert_memory_equal(data.t, t, sizeof t);
  nn_dataset_free(&data);

  static const size_t first[] = {0};
  nn_csv_options other = iris;
  other.target_columns = first;
  data = read_as("virginica,1,2\nsetosa,3,4\nversicolor,5,6\n", other);
  assert_memory_equal(data.x, x, sizeof x);
  assert_memory_equal(data.t, t, sizeof t);
  nn_dataset_free(&data);
}

static void refuses_what_is_no_class(void **state) {
  (void)state;
  refuses_as("1,2,setosa\n3,4,Setosa\n", iris, ":2",
             "column 3 is 'Setosa': one of the classes 'setosa', "
             "'versicolor', 'virginica' is expected");
  refuses_as("1,2,1\n", iris, ":1", "column 3 is '1': one of the classes");
  refuses_as("?,?,setosa\n", iris, ":1",
             "column 1 is '?': a finite number");
  refuses_as("1,setosa,2\n", iris, ":1",
             "column 2 is 'setosa': a finite number is expected; "
             ".target_columns says where the classes are");
}

static void names_as_many_classes_as_fit(void **state) {
  (void)state;
  char name[200];
  memset(name, 'n', sizeof name);
  name[sizeof name - 1] = '\0';
  const char *const names[] = {name, name, name};
  nn_csv_options options = iris;
  options.classes = names;
  refuses_as("1,x\n", options, ":1", "nnnn... is expected");
}

/* ---- likely causes ---------------------------------------------------*/

static void names_the_likely_cause(void **state) {
  (void)state;
  const nn_csv_options one = {.targets = 1};
  refuses(
      "1;2\n3;4\n", ":1",
      "'1;2': a finite number is expected; if ';' separates the columns, "
      "say .separator = ';'");
  refuses("x;y\n1;2\n", ":2", "say .separator = ';'");
  refuses("1.5;setosa\n", ":1", "say .separator = ';'");
  refuses("setosa;1.5\n", ":1", "say .separator = ';'");
  refuses("1\t2\n", ":1",
          "if tabs separate the columns, say .separator = "
          "'\\t'");
  refuses("1 2 x\n", ":1",
          "if white space separates the columns, say "
          ".separator = ' '");
  refuses("1|2\n", ":1", "say .separator = '|'");
  refuses("\"1,5\",\"2,5\"\n", ":1",
          "column 1 is '1,5': a finite number is expected; a number has a "
          "point, never a comma");
  refuses_as("1,5;2,5\n", (nn_csv_options){.separator = ';'}, ":1",
             "a number has a point, never a comma; if ',' separates the "
             "columns, say .separator = ','");
  refuses("1,2\n3,?\n", ":2", "fill in what is missing, or leave out");
  refuses("1,2\n3,\n", ":2", "fill in what is missing, or leave out");
  refuses_as("x,y\n1,setosa\n", one, ":2",
             "if the column names classes, say .classes, and "
             ".target_columns if it is not the last");
  refuses_as("size,2019\n", one, ":1",
             "say .heading = NN_HEADING_YES; if the column names classes");
  refuses("#x,1\n", ":1", "if the line names the columns, say .heading");
  refuses("1,2\n3,4 # five\n", ":2",
          "'4 # five': a finite number is "
          "expected");
}

/* ---- misuse ----------------------------------------------------------*/

static nn_csv_options misused;

static int misuse(int argc, char **argv) {
  (void)argc, (void)argv;
  nn_dataset data;
  nn_error error;
  return nn_csv_read(path, misused, &data, &error);
}

static void assert_refuses(nn_csv_options options, const char *sentence) {
  misused = options;
  assert_refused(misuse, sentence);
}

static void refuses_options_that_contradict(void **state) {
  (void)state;
  static const size_t twice[] = {1, 2, 1};
  nn_csv_options options = iris;
  assert_refuses(
      (nn_csv_options){.separator = '.'},
      "nn: nn_csv_read: the separator is '.': it can be , ; : | a "
      "tab or a space\n");
  assert_refuses((nn_csv_options){.target_columns = twice},
                 "nn: nn_csv_read: there are target_columns, but targets, "
                 "the number of these, is 0\n");
  assert_refuses((nn_csv_options){.targets = 3, .target_columns = twice},
                 "nn: nn_csv_read: column 1 is twice in target_columns\n");
  options.class_count = 0;
  assert_refuses(options, "nn: nn_csv_read: there are classes, but "
                          "class_count is 0\n");
  options = iris;
  options.classes = NULL;
  assert_refuses(options, "nn: nn_csv_read: class_count is 3, but classes "
                          "is NULL\n");
  options = iris;
  options.targets = 2;
  assert_refuses(options, "nn: nn_csv_read: classes are names of a single "
                          "target, but targets is 2\n");
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
    bool good = nn_csv_read(path, (nn_csv_options){0}, &data, &error);
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
      cmocka_unit_test(skips_a_heading_that_is_said_to_be_one),
      cmocka_unit_test(reads_a_first_line_that_is_no_heading),
      cmocka_unit_test(refuses_numbers_that_count_the_columns),
      cmocka_unit_test(refuses_a_first_line_of_missing_values),
      cmocka_unit_test(splits_at_other_separators),
      cmocka_unit_test(splits_at_any_white_space),
      cmocka_unit_test(keeps_quoted_separators),
      cmocka_unit_test(takes_targets_from_any_columns),
      cmocka_unit_test(refuses_target_columns_that_are_not_there),
      cmocka_unit_test(numbers_the_names_of_classes),
      cmocka_unit_test(refuses_what_is_no_class),
      cmocka_unit_test(names_as_many_classes_as_fit),
      cmocka_unit_test(names_the_likely_cause),
      cmocka_unit_test(refuses_options_that_contradict),
      cmocka_unit_test(refuses_what_memory_cannot_hold),
      cmocka_unit_test(refuses_a_line_that_memory_cannot_hold),
  };
  return cmocka_run_group_tests(tests, remember_handle,
                                all_files_are_closed);
}
