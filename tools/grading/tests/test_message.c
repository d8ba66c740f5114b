#include "message.h"

#include "../../../lib/tests/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void survives_the_wire(void **state) {
  (void)state;
  const double values[] = {0.1, -0.0, 1e-310, 1e300, (double)INFINITY};
  message sent, got;
  message_begin(&sent, "step");
  message_add(&sent, "w", values, 5);
  message_add(&sent, "empty", NULL, 0);
  message_add_number(&sent, "nan", (double)NAN);
  char *line = message_write(&sent);
  line[strcspn(line, "\n")] = '\0';

  assert_true(message_read(&got, line));
  assert_string_equal(got.name, "step");
  assert_int_equal(message_count(&got, "w"), 5);
  assert_memory_equal(message_values(&got, "w"), values, sizeof values);
  assert_int_equal(message_count(&got, "empty"), 0);
  assert_true(isnan(message_number(&got, "nan")));
  assert_null(message_find(&got, "other"));
  free(line);
  message_free(&sent);
  message_free(&got);
}

static void refuses_what_is_no_message(void **state) {
  (void)state;
  static const char *const lines[] = {
      "",
      " ",
      "=",
      "a b",
      "a =1",
      "a b=1,",
      "a b=,1",
      "a b=1,,2",
      "a b=x",
      "a b=1x",
      "a b=1 ",
      "a b= 1",
      "a  b=1",
      "a\tb=1",
      "a b=1\n",
      "a-b",
      "0123456789012345678901234567890123456789",
      "a b01234567890123456789012345678901234567=1",
      "a b=1 b=1 b=1 b=1 b=1 b=1 b=1 b=1 b=1 b=1 b=1 b=1 b=1",
  };
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    message m;
    assert_false(message_read(&m, lines[i]));
    assert_int_equal(m.count, 0);
  }
}

/* Whatever bytes arrive: no crash, no leak, and what is read can be
 * written. */
static void stands_noise(void **state) {
  (void)state;
  static const char alphabet[] = "ab=,.- 0x1pn\t%";
  unsigned seed = 1;
  for (int round = 0; round < 20000; round++) {
    char line[40];
    size_t length = (seed = seed * 1103515245 + 12345) >> 16 & 31;
    for (size_t i = 0; i < length; i++)
      line[i] = alphabet[((seed = seed * 1103515245 + 12345) >> 16) %
                         (sizeof alphabet - 1)];
    line[length] = '\0';
    message m;
    if (message_read(&m, line)) free(message_write(&m));
    message_free(&m);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(survives_the_wire),
      cmocka_unit_test(refuses_what_is_no_message),
      cmocka_unit_test(stands_noise),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
