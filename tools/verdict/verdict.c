#include "verdict.h"

#include "command.h"
#include "compile.h"
#include "file.h"
#include "folder.h"
#include "grader_report.h"
#include "language.h"
#include "skeleton.h"
#include "source.h"
#include "text.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { GRADE_SECONDS = 300 };

const char *verdict_status_name(verdict_status status) {
  static const char *const names[] = {"graded",      "no-file",
                                      "bad-file",    "no-compile",
                                      "out-of-time", "not-graded"};
  assert(status < sizeof names / sizeof *names);
  return names[status];
}

/* ---- a verdict ------------------------------------------------------*/

static void not_graded(verdict *v, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void not_graded(verdict *v, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  v->status = NOT_GRADED;
  free(v->trouble);
  v->trouble = text_print_list(format, arguments);
  va_end(arguments);
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
  if (!p->place_count) return;
  unsigned long long address = strtoull(p->places[0], NULL, 16);
  for (unsigned i = 0; i < BACK; i++) {
    text_fill(addresses[i], sizeof addresses[i], "%#llx", address - i);
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
  if (line > 0)
    grader_report_add_line(
        p, text_print(late ? _("It was in line %ld of %s.")
                           : _("It happened in line %ld of %s."),
                      line, name));
  free(places);
}

/* Lets the grader talk with the programs and reads its report. */
static void ask(const exercise *e, const compilation *made,
                const char *scratch, const char *log, verdict *v) {
  char seed[32], most[32];
  text_fill(seed, sizeof seed, "%llu", v->how.seed);
  text_fill(most, sizeof most, "%u", v->how.milliseconds);
  const char *argv[14] = {COURSE_GRADERS, e->slug,
                          made->program,  made->twin,
                          "--sandbox",    sandbox_name(v->how.sandbox),
                          "--seed",       seed};
  size_t count = 8;
  if (v->how.wants_case) argv[count++] = "--case";
  if (v->how.milliseconds) {
    argv[count++] = "--milliseconds";
    argv[count++] = most;
  }
  if (*made->complex) {
    argv[count++] = "--complex";
    argv[count++] = made->complex;
  }
  int status = command_run(argv, log, GRADE_SECONDS);
  char *report = file_read(log);
  if (status != 0 || !report)
    not_graded(v, _("The grader of %s ended with status %d. %s"), e->slug,
               status, report ? grader_report_rest(report) : "");
  else
    grader_report_read(v, report);
  free(report);
  for (size_t i = 0; i < v->part_count; i++)
    find_line(&v->parts[i], e->file, scratch, v->how.sandbox, log);
}

/* What became of a file that was compiled. */
static void judge(const exercise *e, const compilation *made,
                  compile_end end, const char *scratch, verdict *v) {
  char log[COMPILE_PATH];
  text_fill(log, sizeof log, "%s/report", scratch);
  free(v->compiler);
  v->compiler = text_print("%s", made->said);
  v->points = 0;
  if (end == COMPILED)
    ask(e, made, scratch, log, v);
  else if (end == COMPILE_FAILED)
    not_graded(v, _("The compiler could not do its work. %s %s"),
               made->failure, v->compiler);
  else
    v->status = NO_COMPILE;
  if (end == COMPILE_GAVE_UP) {
    free(v->trouble);
    v->trouble =
        text_print("%s", _("The compiler gave up: it wanted too much time, "
                           "memory or disk."));
  }
  if (v->status == NOT_GRADED && !*v->trouble)
    not_graded(v, _("The grader's report has no end."));
  if (v->status != GRADED) v->points = e->points, v->earned = 0;
}

static void begin(const exercise *e, const char *file, const char *text,
                  const char *why, grading how, verdict *v) {
  *v = (verdict){.status = NOT_GRADED, .points = e->points, .how = how};
  v->compiler = text_print("%s", "");
  v->trouble = text_print("%s", why);
  text_fill(v->file, sizeof v->file, "%s", file);
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
  char scratch[COMPILE_PATH / 2];
  text_fill(scratch, sizeof scratch, "%s/course-XXXXXX",
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
      not_graded(&verdicts[i], _("No folder can be made as %s: %s."),
                 scratch, strerror(error));
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
    free(p->lines);
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
