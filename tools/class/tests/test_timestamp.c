#include "timestamp.h"

#include "../../../lib/tests/check.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* 2026-10-01T23:59:00Z */
static const double utc = 1790899140;
enum { HOUR = 3600 };

static void means(const char *text, double expected) {
  double seconds = -1;
  const char *why = timestamp_read(text, &seconds);
  if (why) fail_msg("'%s' is refused: %s", text, why);
  if (fabs(seconds - expected) > 1e-6)
    fail_msg("'%s' is off by %g hours", text, (seconds - expected) / HOUR);
}

static void reads_all_zones(void **state) {
  (void)state;
  means("2026-10-01T23:59Z", utc + 59);
  means("2026-10-01T23:59:00z", utc);
  means("2026-10-01 23:59 UTC", utc + 59);
  means("2026-10-01 23:59:00 GMT", utc);
  means("2026-10-01T23:59:00+00:00", utc);
  means("2026-10-01 23:59:00 -0000", utc);
  means("2026-10-01 23:59:00 -0500", utc + 5 * HOUR);
  means("2026-10-01 23:59:00 +0100", utc - HOUR);
  means("2026-10-01T23:59+01", utc - HOUR + 59);
  means("2026-10-01T23:59-09:30", utc + 9.5 * HOUR + 59);
  means("2026-10-01T23:59:00+0545", utc - 5.75 * HOUR);
  means("2026-10-01T23:59:00 +14:00", utc - 14 * HOUR);
}

static void reads_iso_8601(void **state) {
  (void)state;
  means("20261001T235900Z", utc);
  means("20261001T2359Z", utc + 59);
  means("20261001T2359-0500", utc + 5 * HOUR + 59);
  means("2026-10-01T23Z", utc - 59 * 60);
  means("2026-10-01T23-05", utc - 59 * 60 + 5 * HOUR);
  means("2026-10-01T24:00Z", utc + 60);
  means("2026-10-01T23:59:00.25Z", utc + 0.25);
  means("2026-10-01T23:59:00,5+00:00", utc + 0.5);
  means("2024-02-29T00:00Z", 1709164800 + 59);
}

static void reads_what_git_writes(void **state) {
  (void)state;
  means("Thu Oct 1 23:59:00 2026 -0500", utc + 5 * HOUR);
  means("Thu Oct  1 23:59:00 2026 +0000", utc);
  means("Thu, 1 Oct 2026 23:59:00 -0500", utc + 5 * HOUR);
  means("2026-10-01T23:59:00-05:00", utc + 5 * HOUR);
  means("1790899140 -0500", utc);
  means("1790899140", utc);
  means("@1790899140", utc);
}

static void takes_the_machines_zone_if_there_is_none(void **state) {
  (void)state;
  setenv("TZ", "EST5", 1);
  tzset();
  means("2026-10-01T23:59", utc + 5 * HOUR + 59);
  means("2026-10-01 23:59:00", utc + 5 * HOUR);
  means("Thu Oct 1 23:59:00 2026", utc + 5 * HOUR);
  means("2026-10-01", utc + 5 * HOUR + 59);
  means("20261001", utc + 5 * HOUR + 59);
  means("2026-10-01T23:59Z", utc + 59);
}

static void refuses(const char *text, const char *words) {
  double seconds;
  const char *why = timestamp_read(text, &seconds);
  if (!why) fail_msg("'%s' is taken for a time", text);
  if (!strstr(why, words)) fail_msg("'%s': %s", text, why);
}

static void refuses_the_rest_and_says_why(void **state) {
  (void)state;
  static const char *const odd[] = {
      "",
      "soon",
      "2026",
      "2026-10",
      "01.10.2026",
      "10/01/2026",
      "1/10/2026 23:59",
      "26-10-01",
      "2026-1-1",
      "2026-W40-4",
      "2026-274",
      "2026-10-01T2",
      "2026-10-01T23:5",
      "2026-10-01T23:59 EST",
      "2026-10-01T23:59 +1",
      "2026-10-01T23:59 +01000",
      "2026-10-01 +0100",
      "2026-10-01T23:59Z please",
      "-1",
      "123",
      "2026-10-01T23:59:00 PM",
      "Oct 1, 2026",
  };
  for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
    refuses(odd[i], "a time looks like");
  refuses("2026-02-31", "no such day");
  refuses("2025-02-29T10:00Z", "no such day");
  refuses("2026-13-01", "no such day");
  refuses("2026-00-10", "no such day");
  refuses("2026-10-00", "no such day");
  refuses("Thu Foo 1 23:59:00 2026", "no such day");
  refuses("2026-10-01T24:01", "no such time of day");
  refuses("2026-10-01T23:60", "no such time of day");
  refuses("2026-10-01T23:59 +9900", "no such time zone");
  refuses("2026-10-01T23:59 -05:75", "no such time zone");
  refuses("1026-10-01", "before 1970");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_all_zones),
      cmocka_unit_test(reads_iso_8601),
      cmocka_unit_test(reads_what_git_writes),
      cmocka_unit_test(takes_the_machines_zone_if_there_is_none),
      cmocka_unit_test(refuses_the_rest_and_says_why),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
