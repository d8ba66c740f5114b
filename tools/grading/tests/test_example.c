#include "example.h"

#include "../../../lib/tests/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char task[] = "/tmp/test_example_XXXXXX"; /* the file of all tests */

static void write_task(const char *text) {
  FILE *file = fopen(task, "w");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
}

/* What was written to `out`, without the file's name before each line. */
static char *said(FILE *out) {
  static char text[4096];
  char line[1024];
  size_t before = strlen(task);
  text[0] = '\0';
  rewind(out);
  while (fgets(line, sizeof line, out)) {
    assert_memory_equal(line, task, before);
    strcat(text, line + before);
  }
  return text;
}

static void expect_values(const message *m, const char *name, size_t count,
                          const double *values) {
  assert_int_equal(message_count(m, name), count);
  assert_memory_equal(message_values(m, name), values,
                      count * sizeof *values);
}

static void reads_what_is_written(void **state) {
  (void)state;
  write_task("---\ntitle: A task\n---\n\n"
             "``` example\n"
             "learn(w = [1, -0.5], b = -1, x = [], y = [2])\n"
             "  → w = [2,\n"
             "         1e-3], returned = 1\n"
             "\n"
             "next(inf = inf) -> nan=[nan,-inf] , cut = 0.730...\n"
             "```\n\n"
             "``` c\n"
             "learn(this is no example);\n"
             "```\n\n"
             "````{.example}\n"
             "none() → cut = [-12.5e-3…, 1]\n"
             "````\n");
  example_list list;
  assert_int_equal(examples_read(task, &list, stderr), 0);
  assert_int_equal(list.count, 3);

  const example *e = &list.all[0];
  assert_int_equal(e->line, 6);
  assert_string_equal(e->query.name, "learn");
  assert_int_equal(e->query.count, 4);
  expect_values(&e->query, "w", 2, (double[]){1, -0.5});
  expect_values(&e->query, "b", 1, (double[]){-1});
  expect_values(&e->query, "x", 0, (double[]){0});
  expect_values(&e->query, "y", 1, (double[]){2});
  assert_string_equal(e->answer.name, "answer");
  assert_int_equal(e->answer.count, 2);
  expect_values(&e->answer, "w", 2, (double[]){2, 1e-3});
  expect_values(&e->units, "w", 2, (double[]){0, 0});
  expect_values(&e->answer, "returned", 1, (double[]){1});

  e = &list.all[1];
  assert_int_equal(e->line, 10);
  assert_true(isinf(message_number(&e->query, "inf")));
  assert_true(isnan(message_values(&e->answer, "nan")[0]));
  assert_true(message_values(&e->answer, "nan")[1] < -1e308);
  expect_values(&e->answer, "cut", 1, (double[]){0.73});
  assert_near(message_number(&e->units, "cut"), 1e-3, 1e-18);

  e = &list.all[2];
  assert_int_equal(e->line, 18);
  assert_int_equal(e->query.count, 0);
  expect_values(&e->answer, "cut", 2, (double[]){-12.5e-3, 1});
  assert_near(message_values(&e->units, "cut")[0], 1e-4, 1e-18);
  assert_near(message_values(&e->units, "cut")[1], 0, 0);
  examples_free(&list);
}

/* Each is the line of an example, or the lines of a whole text. */
static void says_where_and_what_is_wrong(void **state) {
  (void)state;
  static const struct {
    const char *text, *says;
  } wrong[] = {
      {"learn", ":2: '(' is missing at the end\n"},
      {"(x = 1) → y = 1",
       ":2: the name of a function is missing before '(x = 1) → y = 1'\n"},
      {"f(x = 1", ":2: ',' or ')' is missing at the end\n"},
      {"f(x = [1, 2) → y = 1",
       ":2: ',' or ']' is missing before ') → y = 1'\n"},
      {"f(x = [1 2]) → y = 1",
       ":2: ',' or ']' is missing before '2]) → y = 1'\n"},
      {"f(x = [1,]) → y = 1",
       ":2: a number is missing before ']) → y = 1'\n"},
      {"f(x 1) → y = 1", ":2: '=' is missing before '1) → y = 1'\n"},
      {"f(x = one) → y = 1", ":2: 'one' is no number\n"},
      {"f(x = 1e) → y = 1", ":2: '1e' is no number\n"},
      {"f(x = 1.5...) → y = 1",
       ":2: 'x' is given to the function, and no number of it may be cut "
       "off\n"},
      {"f(x = 1, x = 2) → y = 1", ":2: the field 'x' is there twice\n"},
      {"f(x = 1) y = 1", ":2: '→' is missing before 'y = 1'\n"},
      {"f(x = 1) →", ":2: the name of a field is missing at the end\n"},
      {"f(x = 1) → y = 1 z = 2", ":2: ',' is missing before 'z = 2'\n"},
      {"f(x = 1) → y = 7...",
       ":2: '7' cannot be cut off: only a number with a decimal point "
       "can\n"},
      {"f(x = 1) → y = 0x1.8...",
       ":2: '0x1.8' cannot be cut off: only a number with a decimal point "
       "can\n"},
      {"f(x = 1) → y = ...", ":2: '...' is no number\n"},
      {"f(a12345678901234567890123456789012 = 1) → y = 1",
       ":2: the name 'a12345678901234567890123456789012' is longer than 31 "
       "letters\n"},
      {"f(a=1,b=1,c=1,d=1,e=1,f=1,g=1,h=1,i=1,j=1,k=1,l=1,m=1) → y = 1",
       ":2: there are more than 12 fields\n"},
      {"f(x = 1) →\n  y = [1,\n  2",
       ":2: ',' or ']' is missing at the end\n"},
      {"f(x) → y = 1\ng(x = 1) → y = 1\nh(x) → y = 1",
       ":2: '=' is missing before ') → y = 1'\n"
       ":4: '=' is missing before ') → y = 1'\n"},
      {"", ":1: the block holds no example\n"},
  };
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    char text[512];
    snprintf(text, sizeof text, "``` example\n%s\n```\n", wrong[i].text);
    write_task(text);
    FILE *out = tmpfile();
    example_list list;
    assert_true(examples_read(task, &list, out) > 0);
    assert_string_equal(said(out), wrong[i].says);
    examples_free(&list);
    fclose(out);
  }
}

/* Blocks that would not be executed. */
static void refuses_blocks_of_another_form(void **state) {
  (void)state;
  static const char begins[] =
      ":2: a block of examples begins with '``` example'\n";
  static const struct {
    const char *text, *says;
  } wrong[] = {
      {"\n``` examples\nf() → y = 1\n```\n", begins},
      {"\n``` {.example .c}\nf() → y = 1\n```\n", begins},
      {"\n  ``` example\n  f() → y = 1\n  ```\n", begins},
      {"\n~~~ example\nf() → y = 1\n~~~\n", begins},
      {"\n``` example\nf() → y = 1\n",
       ":2: the block that begins here does not end\n"},
  };
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    write_task(wrong[i].text);
    FILE *out = tmpfile();
    example_list list;
    assert_int_equal(examples_read(task, &list, out), 1);
    assert_string_equal(said(out), wrong[i].says);
    examples_free(&list);
    fclose(out);
  }
}

static void agrees_with_what_is_written(void **state) {
  (void)state;
  assert_true(example_agrees(2, 0, 2));
  assert_true(example_agrees(0.1, 0, 0.1 + 9e-10));
  assert_false(example_agrees(0.1, 0, 0.1 + 2e-9));
  assert_true(example_agrees(1e6, 0, 1e6 + 9e-4));
  assert_false(example_agrees(1e6, 0, 1e6 + 2e-3));

  assert_true(example_agrees(0.731, 1e-3, 0.7310585786));
  assert_true(example_agrees(0.731, 1e-3, 0.731));
  assert_true(example_agrees(0.731, 1e-3, 0.7319999));
  assert_false(example_agrees(0.731, 1e-3, 0.732));
  assert_false(example_agrees(0.731, 1e-3, 0.7309999));
  assert_true(example_agrees(-0.731, 1e-3, -0.7315));
  assert_false(example_agrees(-0.731, 1e-3, -0.7305));
  assert_true(example_agrees(-0.0, 1e-1, -0.03));
  assert_false(example_agrees(-0.0, 1e-1, 0.03));

  const double infinity = (double)INFINITY, nan = (double)NAN;
  assert_true(example_agrees(nan, 0, nan));
  assert_true(example_agrees(infinity, 0, infinity));
  assert_false(example_agrees(infinity, 0, -infinity));
  assert_false(example_agrees(1, 0, infinity));
  assert_false(example_agrees(1, 0, nan));
  assert_false(example_agrees(nan, 0, 1));
}

/* A driver of three functions. */
static void answer_query(const message *query, message *answer) {
  if (strcmp(query->name, "third") == 0) {
    message_add_number(answer, "returned", message_number(query, "x") / 3);
  } else if (strcmp(query->name, "twice") == 0) {
    size_t n = message_count(query, "x");
    double *x = message_add(answer, "x", message_values(query, "x"), n);
    for (size_t i = 0; i < n; i++) x[i] *= 2;
    message_add_number(answer, "returned", (double)n);
  }
}

static void expect_lines(const char *text, bool none, const char *says) {
  size_t lines = 0;
  for (const char *c = says; *c; c++) lines += *c == '\n';
  write_task(text);
  FILE *out = tmpfile();
  assert_int_equal(examples_check(task, answer_query, none, out), lines);
  assert_string_equal(said(out), says);
  fclose(out);
}

static void says_what_disagrees(void **state) {
  (void)state;
  expect_lines(
      "``` example\n"
      "twice(x = [1, 2]) → x = [2, 4], returned = 2\n"
      "twice(x = [1, 2]) → returned = 2\n"
      "twice(x = [1, 2]) → x = [2, 4.5], returned = 2\n"
      "twice(x = 1) → x = 3\n"
      "third(x = 1) → returned = 0.333...\n"
      "third(x = 1) → returned = 0.3330...\n"
      "third(x = 1) → returned = 0.333\n"
      "```\n",
      false,
      ":4: twice(...) gave x[1] = 4; the task says 4.5\n"
      ":5: twice(...) gave x = 2; the task says 3\n"
      ":7: third(...) gave returned = 0.3333333333333333; the task "
      "says 0.3330...\n"
      ":8: third(...) gave returned = 0.3333333333333333; the task "
      "says 0.333\n");
  expect_lines("``` example\n"
               "twice(x = [1, 2]) → x = [2]\n"
               "twice(x = [1, 2]) → y = 1\n"
               "thrice(x = 1) → x = 3\n"
               "twice(x = 1) → x = two\n"
               "```\n",
               false,
               ":5: 'two' is no number\n"
               ":2: twice(...) gave 2 numbers for x; the task says 1\n"
               ":3: twice(...) gave no y\n"
               ":4: there is no function 'thrice', or it gives nothing "
               "back\n");
}

static void wants_an_example(void **state) {
  (void)state;
  static const char none[] = "Write this one.\n\n``` c\nint x;\n```\n";
  expect_lines(none, false,
               ":1: the task has no example (a block '``` example')\n");
  expect_lines(none, true, "");
}

static void says_that_there_is_no_file(void **state) {
  (void)state;
  FILE *out = tmpfile();
  remove(task);
  assert_int_equal(examples_check(task, answer_query, true, out), 1);
  assert_string_equal(said(out), ": cannot be read\n");
  fclose(out);
}

/* Whatever stands in a block: no crash, no leak. */
static void stands_noise(void **state) {
  (void)state;
  static const char alphabet[] = "f=(,[]) 1.->\n`x";
  unsigned seed = 1;
  FILE *out = tmpfile();
  for (int round = 0; round < 300; round++) {
    char text[400] = "``` example\nf(x = 1)->x=[1],";
    size_t start = strlen(text) - (size_t)round % 16;
    for (size_t i = start; i + 1 < sizeof text; i++)
      text[i] = alphabet[((seed = seed * 1103515245 + 12345) >> 16) %
                         (sizeof alphabet - 1)];
    write_task(text);
    example_list list;
    examples_read(task, &list, out);
    examples_free(&list);
  }
  fclose(out);
}

static int make_task(void **state) {
  (void)state;
  int file = mkstemp(task);
  return file < 0 ? -1 : close(file);
}

static int remove_task(void **state) {
  (void)state;
  remove(task); /* maybe gone already */
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_what_is_written),
      cmocka_unit_test(says_where_and_what_is_wrong),
      cmocka_unit_test(refuses_blocks_of_another_form),
      cmocka_unit_test(agrees_with_what_is_written),
      cmocka_unit_test(says_what_disagrees),
      cmocka_unit_test(wants_an_example),
      cmocka_unit_test(says_that_there_is_no_file),
      cmocka_unit_test(stands_noise),
  };
  return cmocka_run_group_tests(tests, make_task, remove_task);
}
