#define _XOPEN_SOURCE 700 /* mkdtemp */
#include "autograder.h"

#include "dates.h"
#include "fail.h"
#include "folder.h"
#include "interrupt.h"
#include "json_value.h"
#include "language.h"
#include "prepare.h"
#include "student_record.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Removed whatever ends the program. */
static char scratch[] = "/tmp/course-XXXXXX";

static void remove_scratch(void) {
  folder_remove(scratch);
}

static void check_isolation(sandbox_level here, sandbox_level least) {
  if (here < least)
    fail(_("nothing was graded, since this machine cannot isolate what is "
           "handed in: anybody could write their own mark. It takes the "
           "sandbox '%s', and there is '%s'. %s"),
         sandbox_name(least), sandbox_name(here), sandbox_reason());
}

int autograder(class_settings *c, const arguments *a, sandbox_level least,
               json_t *(*words)(const json_t *record)) {
  arguments in_scratch = *a;
  char to[PATH_SIZE];
  if (a->count != 1 || !a->out)
    fail(_("this wants a student's folder, and --out for the file"));
  arguments_path(a->out, to, sizeof to);
  remove(to);
  if (!mkdtemp(scratch))
    fail(_("cannot make %s: %s"), scratch, strerror(errno));
  atexit(remove_scratch);
  in_scratch.out = scratch;
  dates *d = prepare(c, &in_scratch, 1, ONE_SUBMISSION);
  check_isolation(c->how.sandbox, least);
  interrupt_catch();
  json_t *record =
      student_record_make(c, d, "submission", "submission", c->dir);
  dates_free(d);
  bool trouble = strcmp(text_in(record, "status"), "trouble") == 0;
  if (trouble) {
    fprintf(stderr,
            _("course: no mark, since this machine was at fault:\n"));
    json_dumpf(record, stderr, JSON_INDENT(1));
  }
  json_t *results = record && !trouble ? words(record) : NULL;
  bool good = results && json_save(to, results);
  json_decref(results);
  json_decref(record);
  return good ? 0 : 1;
}
