#define _DEFAULT_SOURCE /* timegm */
#include "dates.h"

#include <csv.h>
#include <errno.h>
#include <math.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>

/* A line of either file. */
typedef struct {
  char *exercise, *student; /* NULL: all */
  double time;              /* seconds since 1970 */
  double percent, days;     /* days: NAN if there is no limit */
} entry;

typedef struct {
  entry *all;
  size_t count;
} table;

static table due, submitted;

/* ---- times -----------------------------------------------------------*/

/* The number in part `k` of what matched, or `absent`. */
static int part_of_time(const char *text, const regmatch_t *parts, int k,
                        int absent) {
  return parts[k].rm_so < 0 ? absent : atoi(text + parts[k].rm_so);
}

/* Reads a time; false if it is none. Without a zone it is local; without a
 * time of day it is the day's end. */
static bool read_time(const char *text, double *seconds) {
  static const char pattern[] =
      "^([0-9]{4})-([0-9]{2})-([0-9]{2})"
      "([T ]([0-9]{2}):([0-9]{2})(:([0-9]{2})([.][0-9]+)?)?"
      " ?((Z|UTC)|([+-])([0-9]{2}):?([0-9]{2}))?)?$";
  enum { DAY_TIME = 4, ZONE = 10, UTC = 11, SIGN = 12, PARTS = 15 };
  regmatch_t parts[PARTS];
  regex_t form;
  if (regcomp(&form, pattern, REG_EXTENDED) != 0) fail("out of memory");
  int status = regexec(&form, text, PARTS, parts, 0);
  regfree(&form);
  if (status != 0) return false;

  bool end_of_day = parts[DAY_TIME].rm_so < 0;
  struct tm t = {.tm_isdst = -1};
  t.tm_year = part_of_time(text, parts, 1, 0) - 1900;
  t.tm_mon = part_of_time(text, parts, 2, 0) - 1;
  t.tm_mday = part_of_time(text, parts, 3, 0);
  t.tm_hour = part_of_time(text, parts, 5, 23);
  t.tm_min = part_of_time(text, parts, 6, 59);
  t.tm_sec = part_of_time(text, parts, 8, end_of_day ? 59 : 0);
  struct tm same = t;
  double utc = (double)timegm(&same);
  if (same.tm_mon != t.tm_mon || same.tm_mday != t.tm_mday ||
      t.tm_hour > 23 || t.tm_min > 59 || t.tm_sec > 59)
    return false; /* the 31st of February */

  if (parts[ZONE].rm_so < 0) {
    *seconds = (double)mktime(&t);
    return true;
  }
  int zone = parts[UTC].rm_so >= 0
                 ? 0
                 : 3600 * part_of_time(text, parts, 13, 0) +
                       60 * part_of_time(text, parts, 14, 0);
  bool west = zone && text[parts[SIGN].rm_so] == '-';
  *seconds = utc + (west ? zone : -zone);
  return true;
}

/* ---- files -----------------------------------------------------------*/

enum { EXERCISE, STUDENT, DUE, SUBMITTED, PERCENT, DAYS, COLUMNS };
static const char *const names[COLUMNS] = {
    "exercise", "student", "due", "submitted", "percent_per_day", "days"};

typedef struct {
  const char *path;
  table *to;
  int time;             /* DUE or SUBMITTED */
  int column[COLUMNS];  /* where each is; -1: nowhere */
  int at, line;         /* the cell at hand */
  char *cells[COLUMNS]; /* of the line at hand */
  const class_settings *c;
} reading;

static void cell(void *text, size_t length, void *context) {
  reading *r = context;
  (void)length;
  if (r->line == 1) {
    const char *name = text;
    if (strncmp(name, "\xef\xbb\xbf", 3) == 0) name += 3; /* Excel's mark */
    for (int k = 0; k < COLUMNS; k++)
      if (strcasecmp(name, names[k]) == 0) r->column[k] = r->at;
  } else {
    for (int k = 0; k < COLUMNS; k++)
      if (r->column[k] == r->at) {
        free(r->cells[k]);
        r->cells[k] = strdup(text);
      }
  }
  r->at++;
}

static char *value(const reading *r, int k) {
  char *text = r->cells[k];
  return text && *text && strcmp(text, "*") != 0 ? text : NULL;
}

static double number(const reading *r, int k, double absent) {
  char *text = value(r, k), *end;
  if (!text) return absent;
  double number = strtod(text, &end);
  end += strspn(end, "% ");
  if (*end || !(number >= 0))
    fail("%s:%d: %s is '%s', no number from 0 on", r->path, r->line,
         names[k], text);
  return number;
}

static void add_entry(reading *r) {
  entry e = {.exercise = value(r, EXERCISE), .student = value(r, STUDENT)};
  size_t first;
  const char *time = r->cells[r->time] ? r->cells[r->time] : "";
  if (e.exercise && !exercises_find(&r->c->all, e.exercise, &first))
    fail("%s:%d: there is no exercise or chapter '%s'", r->path, r->line,
         e.exercise);
  if (!read_time(time, &e.time))
    fail("%s:%d: %s is '%s'; a time looks like 2026-10-01T23:59", r->path,
         r->line, names[r->time], time);
  if (r->time == SUBMITTED && !e.student)
    fail("%s:%d: no student is named", r->path, r->line);
  e.percent = number(r, PERCENT, 0);
  e.days = number(r, DAYS, (double)NAN);
  r->cells[EXERCISE] = r->cells[STUDENT] = NULL;
  table *t = r->to;
  t->all = realloc(t->all, (t->count + 1) * sizeof *t->all);
  if (!t->all) fail("out of memory");
  t->all[t->count++] = e;
}

static void line_end(int character, void *context) {
  reading *r = context;
  (void)character;
  if (r->line == 1 && r->column[r->time] < 0)
    fail("%s:1: there is no column '%s'", r->path, names[r->time]);
  if (r->line > 1) add_entry(r);
  r->at = 0;
  r->line++;
}

static void load(const class_settings *c, const char *path, table *to,
                 int time) {
  reading r = {.path = path, .to = to, .time = time, .line = 1, .c = c};
  for (int k = 0; k < COLUMNS; k++) r.column[k] = -1;
  if (!*path) return;
  FILE *file = fopen(path, "rb");
  if (!file) fail("cannot read %s: %s", path, strerror(errno));
  struct csv_parser parser;
  char buffer[4096];
  size_t got;
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
  while ((got = fread(buffer, 1, sizeof buffer, file)) > 0)
    if (csv_parse(&parser, buffer, got, cell, line_end, &r) != got) break;
  if (csv_error(&parser) || csv_fini(&parser, cell, line_end, &r) != 0)
    fail("%s:%d: this is no CSV: %s", path, r.line,
         csv_strerror(csv_error(&parser)));
  csv_free(&parser);
  fclose(file);
  for (int k = 0; k < COLUMNS; k++) free(r.cells[k]);
}

void dates_load(const class_settings *c) {
  load(c, c->due, &due, DUE);
  load(c, c->submitted, &submitted, SUBMITTED);
}

void dates_warn(const class_settings *c) {
  char path[2 * PATH_SIZE];
  struct stat found;
  const table *tables[] = {&due, &submitted};
  for (size_t k = 0; k < 2; k++)
    for (size_t i = 0; i < tables[k]->count; i++) {
      const char *student = tables[k]->all[i].student;
      if (!student) continue;
      snprintf(path, sizeof path, "%s/%s", c->dir, student);
      if (stat(path, &found) != 0)
        fprintf(stderr, "course: %s names '%s', who has no folder.\n",
                k ? c->submitted : c->due, student);
    }
}

/* ---- lateness --------------------------------------------------------*/

/* How special an entry is for this; 0 if it does not fit. */
static int fit(const entry *e, const char *student, const char *slug) {
  int special = 1;
  if (e->student) {
    if (strcmp(e->student, student) != 0) return 0;
    special += 10;
  }
  if (!e->exercise) return special;
  size_t length = strlen(e->exercise);
  if (strncmp(e->exercise, slug, length) != 0 ||
      (slug[length] != '\0' && slug[length] != '/'))
    return 0;
  return special + (slug[length] == '\0' ? 2 : 1);
}

static const entry *best(const table *t, const char *student,
                         const char *slug) {
  const entry *chosen = NULL;
  int most = 0;
  for (size_t i = 0; i < t->count; i++) {
    int special = fit(&t->all[i], student, slug);
    if (special == 0 || special < most) continue;
    most = special;
    chosen = &t->all[i];
  }
  return chosen;
}

lateness dates_lateness(const char *student, const char *slug) {
  enum { DAY = 24 * 60 * 60 };
  const entry *end = best(&due, student, slug);
  const entry *came = best(&submitted, student, slug);
  if (!end || !came || came->time <= end->time)
    return (lateness){.share = 1};
  double days = ceil((came->time - end->time) / (double)DAY);
  double share = fmax(0, 1 - days * end->percent / 100);
  if (!isnan(end->days) && days > end->days) share = 0;
  return (lateness){.late = true, .days = (int)days, .share = share};
}
