#include "verdict.h"

#include "command.h"
#include "compile.h"
#include "file.h"
#include "folder.h"
#include "skeleton.h"
#include "source.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { GRADE_SECONDS = 300 };

/* Copies a text into an array, cut off where that ends. */
#define SET(to, from) snprintf(to, sizeof(to), "%s", from)

const char *verdict_status_name(verdict_status status) {
  static const char *const names[] = {"graded",      "no-file",
                                      "bad-file",    "no-compile",
                                      "out-of-time", "not-graded"};
  return names[status];
}

/* ---- the grader's report --------------------------------------------*/

/* The next column of a line, or "". */
static const char *column(char **line) {
  char *start = *line;
  *line += strcspn(*line, "\t");
  if (**line) *(*line)++ = '\0';
  return start;
}

static void read_record(verdict *v, char *line) {
  const char *kind = column(&line);
  part *now = v->part_count ? &v->parts[v->part_count - 1] : NULL;
  if (strcmp(kind, "part") == 0 && v->part_count < VERDICT_PARTS) {
    now = &v->parts[v->part_count++];
    *now = (part){.state = PART_FAILED};
    SET(now->id, column(&line));
    now->points = atoi(column(&line));
    SET(now->title, column(&line));
    v->points += now->points;
  } else if (!now) {
    return;
  } else if (strcmp(kind, "pass") == 0) {
    now->state = PART_PASSED;
    v->earned += now->points;
  } else if (strcmp(kind, "skip") == 0) {
    now->state = PART_SKIPPED;
  } else if (strcmp(kind, "misconception") == 0) {
    SET(now->misconception, column(&line));
    SET(now->reread, column(&line));
  } else if (strcmp(kind, "event") == 0) {
    SET(now->event, column(&line));
  } else if (strcmp(kind, "at") == 0 && now->place_count < VERDICT_PLACES) {
    SET(now->places[now->place_count++], column(&line));
  } else if (strcmp(kind, "case") == 0) {
    free(now->failing);
    now->failing = strdup(line);
  } else if (strcmp(kind, "right") == 0) {
    free(now->right);
    now->right = strdup(line);
  } else if (strcmp(kind, "say") == 0 && now->line_count < VERDICT_LINES) {
    now->lines[now->line_count++] = strdup(line);
  } else if (strcmp(kind, "end") == 0) {
    v->status = GRADED;
  }
}

static void read_report(verdict *v, char *report) {
  while (*report) {
    char *line = report;
    report += strcspn(report, "\n");
    if (*report) *report++ = '\0';
    read_record(v, line);
  }
}

/* ---- a verdict ------------------------------------------------------*/

static void not_graded(verdict *v, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void not_graded(verdict *v, const char *format, ...) {
  char text[4096];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  v->status = NOT_GRADED;
  free(v->trouble);
  v->trouble = strdup(text);
}

/* The line in a place such as "/a/step.c:12" if it is one of this file,
 * else 0. */
static long line_in(const char *place, const char *file) {
  size_t path = strcspn(place, "\n"), name = strlen(file);
  const char *colon = place + path;
  while (colon > place && *colon != ':') colon--;
  path = (size_t)(colon - place);
  bool ours = path >= name && strncmp(colon - name, file, name) == 0;
  return ours ? strtol(colon + 1, NULL, 10) : 0;
}

/* Adds the line of the student's file in which a crash happened or time was
 * up, if the system's addr2line can tell: the first of these places that is
 * in the file. An instruction that belongs to no line is put to the one
 * before it. */
static void find_line(part *p, const char *file, const char *scratch,
                      sandbox_level level, const char *log) {
  enum { BACK = 48 };
  char addresses[BACK][32];
  const char *argv[4 + BACK + VERDICT_PLACES] = {COURSE_ADDR2LINE, "-i",
                                                 "-e", "program"};
  size_t count = 4;
  if (!p->place_count || p->line_count == VERDICT_LINES) return;
  unsigned long long address = strtoull(p->places[0], NULL, 16);
  for (unsigned i = 0; i < BACK; i++) {
    snprintf(addresses[i], sizeof addresses[i], "%#llx", address - i);
    argv[count++] = addresses[i];
  }
  for (size_t i = 1; i < p->place_count; i++) argv[count++] = p->places[i];
  if (compile_inspect(argv, scratch, level, log) != 0) return;

  const char *name = strrchr(file, '/');
  name = name ? name + 1 : file;
  char *places = file_read(log), *place = places;
  long line = 0;
  while (place && *place && line <= 0) {
    line = line_in(place, name);
    place += strcspn(place, "\n");
    place += *place == '\n';
  }
  bool late = strcmp(p->event, "time-out") == 0;
  if (line > 0) {
    char text[TEXT];
    snprintf(text, sizeof text, "It %s in line %ld of %.200s.",
             late ? "was" : "happened", line, name);
    p->lines[p->line_count++] = strdup(text);
  }
  free(places);
}

/* What is in a log besides the records of a report, which have columns: the
 * seed is in one of them. */
static const char *without_records(char *log) {
  char *to = log;
  for (const char *line = log; *line;) {
    size_t length = strcspn(line, "\n");
    if (!memchr(line, '\t', length)) {
      memmove(to, line, length);
      to += length;
    }
    line += length + (line[length] == '\n');
  }
  *to = '\0';
  return log;
}

/* Lets the grader talk with the programs and reads its report. */
static void ask(const exercise *e, const compilation *made,
                const char *scratch, const char *log, verdict *v) {
  char seed[32];
  snprintf(seed, sizeof seed, "%llu", v->how.seed);
  const char *argv[12] = {COURSE_GRADERS, e->slug,
                          made->program,  made->twin,
                          "--sandbox",    sandbox_name(v->how.sandbox),
                          "--seed",       seed};
  size_t count = 8;
  if (v->how.wants_case) argv[count++] = "--case";
  if (*made->complex) {
    argv[count++] = "--complex";
    argv[count++] = made->complex;
  }
  int status = command_run(argv, log, GRADE_SECONDS);
  char *report = file_read(log);
  if (status != 0 || !report)
    not_graded(v, "The grader of %s ended with status %d. %s", e->slug,
               status, report ? without_records(report) : "");
  else
    read_report(v, report);
  free(report);
  for (size_t i = 0; i < v->part_count; i++)
    find_line(&v->parts[i], e->file, scratch, v->how.sandbox, log);
}

/* What became of a file that was compiled. */
static void judge(const exercise *e, const compilation *made,
                  compile_end end, const char *scratch, verdict *v) {
  char log[PATH];
  snprintf(log, sizeof log, "%s/report", scratch);
  free(v->compiler);
  v->compiler = strdup(made->said);
  v->points = 0;
  if (end == COMPILED)
    ask(e, made, scratch, log, v);
  else if (end == COMPILE_FAILED)
    not_graded(v, "The compiler could not do its work. %s %s",
               made->failure, v->compiler);
  else
    v->status = NO_COMPILE;
  if (end == COMPILE_GAVE_UP) {
    free(v->trouble);
    v->trouble = strdup("The compiler gave up: it wanted too much time, "
                        "memory or disk.");
  }
  if (v->status == NOT_GRADED && !*v->trouble)
    not_graded(v, "The grader's report has no end.");
  if (v->status != GRADED) v->points = e->points, v->earned = 0;
}

static void begin(const exercise *e, const char *file, const char *text,
                  const char *why, grading how, verdict *v) {
  *v = (verdict){.status = NOT_GRADED, .points = e->points, .how = how};
  v->compiler = strdup("");
  v->trouble = strdup(why);
  SET(v->file, file);
  if (text)
    v->untouched = skeleton_untouched(e, text);
  else
    v->status = *why ? BAD_FILE : NO_FILE;
}

void verdicts_of(const exercise *e, const char *file, grading how,
                 verdict *verdicts, size_t count) {
  char why[TEXT] = "";
  char *text = source_read(file, why, sizeof why);
  for (size_t i = 0; i < count; i++, how.seed++)
    begin(e, file, text, why, how, &verdicts[i]);
  if (!text) return;

  const char *temporary = getenv("TMPDIR");
  char scratch[PATH / 2];
  snprintf(scratch, sizeof scratch, "%.400s/course-XXXXXX",
           temporary && *temporary ? temporary : "/tmp");
  if (mkdtemp(scratch)) {
    compilation made;
    compile_end end = compile(e, text, scratch, how.sandbox, &made);
    for (size_t i = 0; i < count; i++)
      judge(e, &made, end, scratch, &verdicts[i]);
    free(made.said);
    folder_remove(scratch);
  } else {
    int error = errno;
    for (size_t i = 0; i < count; i++)
      not_graded(&verdicts[i], "No folder can be made as %s: %s.", scratch,
                 strerror(error));
  }
  free(text);
}

verdict verdict_of(const exercise *e, const char *file, grading how) {
  verdict v;
  verdicts_of(e, file, how, &v, 1);
  return v;
}

void verdict_free(verdict *v) {
  for (size_t i = 0; i < v->part_count; i++) {
    part *p = &v->parts[i];
    for (size_t j = 0; j < p->line_count; j++) free(p->lines[j]);
    free(p->failing);
    free(p->right);
  }
  free(v->compiler);
  free(v->trouble);
  *v = (verdict){0};
}

bool verdict_full(const verdict *v) {
  return v->status == GRADED && v->earned == v->points;
}
