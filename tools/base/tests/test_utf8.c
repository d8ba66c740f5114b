#include "utf8.h"

#include "../../../lib/tests/check.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define REPLACED "\xef\xbf\xbd"

static void becomes(const char *text, const char *expected) {
  char *safe = utf8_safe(text, false);
  assert_string_equal(safe, expected);
  json_t *valid = json_string(safe);
  assert_non_null(valid); /* UTF-8 for others, too */
  json_decref(valid);
  free(safe);
}

static void keeps_what_is_text(void **state) {
  (void)state;
  static const char *const texts[] = {"", "plain\n\ttext", "Zo\u00eb",
                                      "\u5f20\u4f1f", "\U0001f393"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    becomes(texts[i], texts[i]);
}

static void reads_other_bytes_as_latin_1(void **state) {
  (void)state;
  becomes("Gr\xf6\xdf"
          "e",
          "Gr\u00f6\u00dfe");
  becomes("\xe4", "\u00e4");
  becomes("\xc3", "\u00c3");           /* a character that was cut off */
  becomes("\xe4\xbd", "\u00e4\u00bd"); /* another */
  becomes("\xc0\xaf", "\u00c0\u00af"); /* '/' in two bytes */
  becomes("\xed\xa0\x80", "\u00ed\u00a0" REPLACED); /* half of a pair */
}

static void replaces_what_steers_a_terminal(void **state) {
  (void)state;
  becomes("\033[2J", REPLACED "[2J");
  becomes("\033]0;title\a", REPLACED "]0;title" REPLACED);
  becomes("a\rb", "a" REPLACED "b");
  becomes("\x7f", REPLACED);
  becomes("\x9b"
          "2J",
          REPLACED "2J"); /* CSI in Latin-1 */
  becomes("\xc2\x9b"
          "2J",
          REPLACED "2J"); /* and in UTF-8 */
  becomes("\u202eabc", REPLACED "abc");
}

static void replaces_what_xml_forbids(void **state) {
  (void)state;
  becomes("\xef\xbf\xbf", REPLACED); /* U+FFFF */
  becomes("\xef\xbf\xbe", REPLACED);
  becomes("\xef\xb7\x90", REPLACED);
}

static void makes_one_line(void **state) {
  (void)state;
  char *safe = utf8_safe("two\nlines\tand more", true);
  assert_string_equal(safe, "two lines and more");
  free(safe);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_what_is_text),
      cmocka_unit_test(reads_other_bytes_as_latin_1),
      cmocka_unit_test(replaces_what_steers_a_terminal),
      cmocka_unit_test(replaces_what_xml_forbids),
      cmocka_unit_test(makes_one_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
