#include "options.h"

#include "../../../lib/tests/check.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  const char *out;
  bool quiet;
  int left;
} taken;

/* Words up to NULL, which options_take moves. */
static taken take(char **words) {
  taken t = {0};
  int count = 0;
  while (words[count]) count++;
  const option known[] = {
      {"--out", .value = &t.out}, {"--quiet", .given = &t.quiet}, {0}};
  t.left = options_take(known, count, words);
  return t;
}

static void are_taken_wherever_they_are(void **state) {
  char *words[] = {"a", "--out", "x", "b", "--quiet", "c", NULL};
  taken t = take(words);
  (void)state;
  assert_string_equal(t.out, "x");
  assert_true(t.quiet);
  assert_int_equal(t.left, 3);
  assert_string_equal(words[0], "a");
  assert_string_equal(words[1], "b");
  assert_string_equal(words[2], "c");
}

static void have_values_behind_an_equals_sign(void **state) {
  char *words[] = {"--out=x=y", NULL}, *empty[] = {"--out=", NULL};
  (void)state;
  assert_string_equal(take(words).out, "x=y");
  assert_string_equal(take(empty).out, "");
}

static void end_at_two_hyphens(void **state) {
  char *words[] = {"--quiet", "--", "--out", "--", NULL};
  taken t = take(words);
  (void)state;
  assert_true(t.quiet);
  assert_null(t.out);
  assert_int_equal(t.left, 2);
  assert_string_equal(words[0], "--out");
  assert_string_equal(words[1], "--");
}

static void a_value_may_look_like_an_option(void **state) {
  char *words[] = {"--out", "--quiet", NULL};
  taken t = take(words);
  (void)state;
  assert_string_equal(t.out, "--quiet");
  assert_false(t.quiet);
}

/* In a child: the words, or a number, end the program with this message. */
static void refuses(char **words, const char *number, const char *message) {
  char said[256] = "";
  int ends[2], status;
  assert_int_equal(pipe(ends), 0);
  pid_t pid = fork();
  if (pid == 0) {
    dup2(ends[1], STDERR_FILENO);
    if (words)
      take(words);
    else
      options_number("--jobs", number);
    _exit(0);
  }
  close(ends[1]);
  ssize_t got;
  for (size_t length = 0;
       (got = read(ends[0], said + length, sizeof said - 1 - length)) > 0;)
    length += (size_t)got;
  close(ends[0]);
  assert_int_equal(waitpid(pid, &status, 0), pid);
  assert_true(WIFEXITED(status));
  assert_int_equal(WEXITSTATUS(status), 2);
  assert_string_equal(said, message);
}

static void are_refused_by_name(void **state) {
  char *unknown[] = {"--outer=3", NULL}, *missing[] = {"--out", NULL};
  char *many[] = {"--quiet=1", NULL}, *part[] = {"--ou", "x", NULL};
  (void)state;
  refuses(unknown, NULL,
          "course: there is no option --outer; see ./course help\n");
  refuses(part, NULL,
          "course: there is no option --ou; see ./course help\n");
  refuses(missing, NULL, "course: --out wants a value\n");
  refuses(many, NULL, "course: --quiet takes no value\n");
}

static void numbers_are_whole(void **state) {
  static const char *const bad[] = {
      "", "-1", "+1", " 1", "1.5", "1x", "99999999999999999999999"};
  (void)state;
  assert_int_equal(options_number("--jobs", "0"), 0);
  assert_int_equal(options_number("--jobs", "007"), 7);
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    char message[128];
    snprintf(message, sizeof message,
             "course: --jobs is '%s', no whole number from 0 on\n", bad[i]);
    refuses(NULL, bad[i], message);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(are_taken_wherever_they_are),
      cmocka_unit_test(have_values_behind_an_equals_sign),
      cmocka_unit_test(end_at_two_hyphens),
      cmocka_unit_test(a_value_may_look_like_an_option),
      cmocka_unit_test(are_refused_by_name),
      cmocka_unit_test(numbers_are_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
