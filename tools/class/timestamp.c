#define _DEFAULT_SOURCE /* timegm */
#include "timestamp.h"

#include "language.h"
#include "text.h"

#include <regex.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* ---- forms -----------------------------------------------------------*/

/* What the parts of a form in parentheses are. */
typedef enum {
  OTHER,
  YEAR,
  MONTH,
  MONTH_NAME,
  DAY,
  TIME, /* anything of a time of day */
  HOUR,
  MINUTE,
  SECOND,
  SINCE_1970,
  ZONE, /* anything of a zone */
  SIGN,
  ZONE_HOUR,
  ZONE_MINUTE,
  PARTS
} part;

typedef struct {
  const char *pattern;
  part parts[PARTS + 6]; /* in the order of the parentheses */
} form;

#define DIGITS_2 "([0-9]{2})"
#define CLOCK DIGITS_2 ":" DIGITS_2 "(:" DIGITS_2 ")?"
#define ZONE_FORM                                         \
  "( *([Zz]|UTC|GMT|([+-])" DIGITS_2 "(:?" DIGITS_2 ")?)" \
  ")?"
#define ZONE_PARTS ZONE, OTHER, SIGN, ZONE_HOUR, OTHER, ZONE_MINUTE

static const form forms[] = {
    /* ISO 8601, with its separators and without */
    {"^([0-9]{4})-" DIGITS_2 "-" DIGITS_2 "(([Tt]| +)" DIGITS_2
     "(:?" DIGITS_2 "(:?([0-9]{2}([.,][0-9]+)?))?)?" ZONE_FORM ")?$",
     {YEAR, MONTH, DAY, TIME, OTHER, HOUR, OTHER, MINUTE, OTHER, SECOND,
      OTHER, ZONE_PARTS}},
    {"^([0-9]{4})" DIGITS_2 DIGITS_2 "([Tt]" DIGITS_2 "(:?" DIGITS_2
     "(:?([0-9]{2}([.,][0-9]+)?))?)?" ZONE_FORM ")?$",
     {YEAR, MONTH, DAY, TIME, HOUR, OTHER, MINUTE, OTHER, SECOND, OTHER,
      ZONE_PARTS}},
    /* "Thu Oct 1 23:59:00 2026 -0500" */
    {"^([A-Z][a-z]{2} +)?([A-Z][a-z]{2}) +([0-9]{1,2})( +)" CLOCK
     " +([0-9]{4})" ZONE_FORM "$",
     {OTHER, MONTH_NAME, DAY, TIME, HOUR, MINUTE, OTHER, SECOND, YEAR,
      ZONE_PARTS}},
    /* "Thu, 1 Oct 2026 23:59:00 -0500" */
    {"^([A-Z][a-z]{2}, *)?([0-9]{1,2}) +([A-Z][a-z]{2}) +([0-9]{4})( "
     "+)" CLOCK ZONE_FORM "$",
     {OTHER, DAY, MONTH_NAME, YEAR, TIME, HOUR, MINUTE, OTHER, SECOND,
      ZONE_PARTS}},
    /* The zone of "1790899140 -0500" is that of the place, not part of the
     * time. */
    {"^@?([0-9]{9,11})( +[+-][0-9]{4})?$", {SINCE_1970, OTHER}},
};

/* What each part is in the text; those that are absent are NULL. */
typedef struct {
  char *text[PARTS];
} found_parts;

static void free_parts(found_parts *found) {
  for (int i = 0; i < PARTS; i++) free(found->text[i]);
}

static bool matches(const form *f, const char *text, found_parts *found) {
  enum { MOST = sizeof f->parts / sizeof *f->parts };
  regmatch_t at[MOST + 1];
  regex_t compiled;
  *found = (found_parts){{NULL}};
  if (regcomp(&compiled, f->pattern, REG_EXTENDED) != 0) abort();
  int status = regexec(&compiled, text, MOST + 1, at, 0);
  regfree(&compiled);
  if (status != 0) return false;
  for (int i = 0; i < MOST; i++)
    if (f->parts[i] != OTHER && at[i + 1].rm_so >= 0)
      found->text[f->parts[i]] =
          text_copy(text + at[i + 1].rm_so,
                    (size_t)(at[i + 1].rm_eo - at[i + 1].rm_so));
  return true;
}

/* ---- what they say ---------------------------------------------------*/

static int number_of(const found_parts *found, part p, int absent) {
  return found->text[p] ? atoi(found->text[p]) : absent;
}

/* From 1 on; 0 if there is no such month. */
static int month_of(const found_parts *found) {
  static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  if (!found->text[MONTH_NAME]) return number_of(found, MONTH, 0);
  const char *at = strstr(names, found->text[MONTH_NAME]);
  return at && (at - names) % 3 == 0 ? (int)(at - names) / 3 + 1 : 0;
}

/* What follows the point of "59.5". */
static double fraction_of(const found_parts *found) {
  const char *second = found->text[SECOND];
  const char *point = second ? strpbrk(second, ".,") : NULL;
  double fraction = 0, digit = 1;
  if (!point) return 0;
  while (*++point) fraction += (*point - '0') * (digit /= 10);
  return fraction;
}

static const char *add_up(const found_parts *found, double *seconds) {
  bool whole_day = !found->text[TIME];
  int hour = number_of(found, HOUR, whole_day ? 23 : 0);
  bool to_the_end = whole_day || (found->text[MINUTE] && hour < 24);
  struct tm t = {.tm_year = number_of(found, YEAR, 0) - 1900,
                 .tm_mon = month_of(found) - 1,
                 .tm_mday = number_of(found, DAY, 0),
                 .tm_hour = hour,
                 .tm_min = number_of(found, MINUTE, whole_day ? 59 : 0),
                 .tm_sec = number_of(found, SECOND, to_the_end ? 59 : 0),
                 .tm_isdst = -1};
  bool midnight = t.tm_hour == 24 && t.tm_min == 0 && t.tm_sec == 0;
  if ((t.tm_hour > 23 && !midnight) || t.tm_min > 59 || t.tm_sec > 59)
    return _("there is no such time of day");
  struct tm day = {
      .tm_year = t.tm_year, .tm_mon = t.tm_mon, .tm_mday = t.tm_mday};
  timegm(&day);
  if (t.tm_mon < 0 || day.tm_mon != t.tm_mon || day.tm_mday != t.tm_mday)
    return _("there is no such day");
  if (t.tm_year < 70) return _("the year is before 1970");

  if (!found->text[ZONE]) {
    *seconds = (double)mktime(&t) + fraction_of(found);
    return NULL;
  }
  int hours = number_of(found, ZONE_HOUR, 0);
  int minutes = number_of(found, ZONE_MINUTE, 0);
  if (hours > 14 || minutes > 59) return _("there is no such time zone");
  int east = 3600 * hours + 60 * minutes;
  if (found->text[SIGN] && *found->text[SIGN] == '-') east = -east;
  *seconds = (double)timegm(&t) - east + fraction_of(found);
  return NULL;
}

const char *timestamp_read(const char *text, double *seconds) {
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    found_parts found;
    if (!matches(&forms[i], text, &found)) continue;
    const char *why = NULL;
    if (found.text[SINCE_1970])
      *seconds = atof(found.text[SINCE_1970]);
    else
      why = add_up(&found, seconds);
    free_parts(&found);
    return why;
  }
  return _(
      "a time looks like 2026-10-01T23:59 or 2026-10-01 23:59:00 +0200");
}
