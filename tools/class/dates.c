#include "dates.h"

#include "fail.h"
#include "language.h"
#include "memory.h"
#include "sheet.h"
#include "student_names.h"
#include "text.h"
#include "timestamp.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A row of either file. */
typedef struct {
  size_t first, count;  /* the exercises; count 0: all */
  bool chapter;         /* they are a chapter */
  char *student;        /* as it is written there; NULL: all */
  const char *owner;    /* the folder of that student, or NULL */
  size_t fits;          /* how many folders could be meant */
  int line;             /* of the file */
  double time;          /* seconds since 1970 */
  double percent, days; /* days: NAN if there is no limit */
} entry;

typedef struct {
  const char *path;
  entry *all;
  size_t count;
} table;

struct dates {
  table due, submitted;
  student_names folders;
  const exercise_list *exercises;
};

/* ---- files -----------------------------------------------------------*/

/* Where each column is; -1: nowhere. */
typedef struct {
  int exercise, student, time, percent, days;
} columns;

/* "" and "*" mean all. */
static const char *value(const sheet *s, size_t row, int column) {
  const char *text = sheet_cell(s, row, column);
  return *text && strcmp(text, "*") != 0 ? text : NULL;
}

static double number(const sheet *s, const char *path, size_t row,
                     int column, const char *name, double absent) {
  const char *text = value(s, row, column);
  if (!text) return absent;
  char *with_point = text_print("%s", text), *end;
  char *comma = strchr(with_point, ',');
  if (comma) *comma = '.';
  double number = strtod(with_point, &end);
  end += strspn(end, "% ");
  if (*end || !(number >= 0))
    fail(_("%s:%d: %s is '%s', no number from 0 on"), path,
         sheet_line(s, row), name, text);
  free(with_point);
  return number;
}

static void set_exercises(entry *e, const exercise_list *exercises,
                          const table *t, const char *name) {
  e->count = exercises_find(exercises, name, &e->first);
  if (!e->count)
    fail(_("%s:%d: there is no exercise or chapter '%s'"), t->path, e->line,
         name);
  e->chapter = e->count > 1 || !strchr(name, '/');
}

/* Two dates for the same work: nobody can tell which is meant. */
static void refuse_equal(const table *t, const entry *e) {
  for (size_t i = 0; i < t->count; i++) {
    const entry *other = &t->all[i];
    bool same_student = e->student && other->student
                            ? strcmp(e->student, other->student) == 0
                            : !e->student && !other->student;
    if (same_student && other->count == e->count &&
        (!e->count || other->first == e->first))
      fail(_("%s: line %d and line %d are about the same work and the same "
             "students. Keep the one that counts"),
           t->path, other->line, e->line);
  }
}

static void add_entry(dates *d, table *t, const sheet *s, size_t row,
                      columns at, const char *time_name) {
  const char *student = value(s, row, at.student);
  const char *what = value(s, row, at.exercise);
  const char *time = sheet_cell(s, row, at.time);
  entry e = {.line = sheet_line(s, row)};
  bool came = t == &d->submitted;
  if (came && !student)
    fail(_("%s:%d: no student is named"), t->path, e.line);
  if (came && !*time) return; /* nothing came in */
  const char *why = timestamp_read(time, &e.time);
  if (why)
    fail(_("%s:%d: %s is '%s': %s"), t->path, e.line, time_name, time, why);
  if (what) set_exercises(&e, d->exercises, t, what);
  if (student) {
    e.student = text_print("%s", student);
    e.owner = student_names_find(&d->folders, student, &e.fits);
  }
  e.percent = number(s, t->path, row, at.percent, "percent_per_day", 0);
  e.days = number(s, t->path, row, at.days, "days", (double)NAN);
  if (!came) refuse_equal(t, &e);
  t->all = memory_resize(t->all, t->count + 1, sizeof *t->all);
  t->all[t->count++] = e;
}

static int wanted(const sheet *s, const char *path, const char *name) {
  int column = sheet_column(s, name);
  if (column < 0)
    fail(_("%s:1: there is no column '%s'; the first line has: %s"), path,
         name, *sheet_columns(s) ? sheet_columns(s) : _("nothing"));
  return column;
}

static void load(dates *d, table *t, const char *path,
                 const char *time_name) {
  if (!*path) return;
  t->path = path;
  sheet *s = sheet_read(path);
  columns at = {.exercise = sheet_column(s, "exercise"),
                .student = sheet_column(s, "student"),
                .time = wanted(s, path, time_name),
                .percent = sheet_column(s, "percent_per_day"),
                .days = sheet_column(s, "days")};
  if (t == &d->submitted) wanted(s, path, "student");
  for (size_t row = 0; row < sheet_rows(s); row++)
    add_entry(d, t, s, row, at, time_name);
  sheet_free(s);
}

dates *dates_load(const class_settings *c) {
  dates *d = memory_resize(NULL, 1, sizeof *d);
  *d = (dates){.exercises = &c->all};
  if (*c->due || *c->submitted) d->folders = student_names_of_class(c->dir);
  load(d, &d->due, c->due, "due");
  load(d, &d->submitted, c->submitted, "submitted");
  return d;
}

static void free_table(table *t) {
  for (size_t i = 0; i < t->count; i++) free(t->all[i].student);
  free(t->all);
}

void dates_free(dates *d) {
  free_table(&d->due);
  free_table(&d->submitted);
  student_names_free(&d->folders);
  free(d);
}

/* ---- what is odd -----------------------------------------------------*/

/* Was this student named in an earlier row? */
static bool named_before(const table *t, size_t i) {
  for (size_t k = 0; k < i; k++)
    if (t->all[k].student &&
        strcmp(t->all[k].student, t->all[i].student) == 0)
      return true;
  return false;
}

static void add_remarks(const table *t, json_t *remarks) {
  const char *slash = t->path ? strrchr(t->path, '/') : NULL;
  for (size_t i = 0; i < t->count; i++) {
    const entry *e = &t->all[i];
    if (!e->student || e->owner || named_before(t, i)) continue;
    const char *file = slash ? slash + 1 : t->path;
    char *text =
        e->fits > 1
            ? text_print(
                  _("%s:%d names '%s', who could be any of %zu folders: "
                    "their names differ only in case, spaces or the way "
                    "accents are stored. Write it as one of them."),
                  file, e->line, e->student, e->fits)
            : text_print(_("%s:%d names '%s', who has no folder."), file,
                         e->line, e->student);
    json_array_append_new(remarks, json_string(text));
    free(text);
  }
}

json_t *dates_remarks(const dates *d) {
  json_t *remarks = json_array();
  add_remarks(&d->due, remarks);
  add_remarks(&d->submitted, remarks);
  return remarks;
}

/* ---- lateness --------------------------------------------------------*/

/* How special an entry is for this; 0 if it does not fit. */
static int fit(const entry *e, const char *student, size_t number) {
  int special = 1;
  if (e->student) {
    if (!e->owner || strcmp(e->owner, student) != 0) return 0;
    special += 10;
  }
  if (!e->count) return special;
  if (number < e->first || number >= e->first + e->count) return 0;
  return special + (e->chapter ? 1 : 2);
}

static const entry *best(const table *t, const char *student,
                         size_t number) {
  const entry *chosen = NULL;
  int most = 0;
  for (size_t i = 0; i < t->count; i++) {
    int special = fit(&t->all[i], student, number);
    if (special == 0 || special < most) continue;
    /* Of equal submissions the latest counts, in whatever order. */
    if (special == most && t->all[i].time < chosen->time) continue;
    most = special;
    chosen = &t->all[i];
  }
  return chosen;
}

lateness dates_lateness(const dates *d, const char *student,
                        const char *slug) {
  enum { DAY = 24 * 60 * 60 };
  size_t number = 0;
  exercises_find(d->exercises, slug, &number);
  const entry *end = best(&d->due, student, number);
  const entry *came = best(&d->submitted, student, number);
  bool undated = d->submitted.path && !came;
  if (!end || !came || came->time <= end->time)
    return (lateness){.undated = undated, .share = 1};
  double days = ceil((came->time - end->time) / (double)DAY);
  double share = fmax(0, 1 - days * end->percent / 100);
  if (!isnan(end->days) && days > end->days) share = 0;
  return (lateness){.late = true, .days = (int)days, .share = share};
}
