#include "writer.h"

#include "json_value.h"
#include "language.h"
#include "student_record.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const writer *const writers[] = {&gradebook_writer, &junit_writer,
                                        &feedback_writer,
                                        &class_report_writer};
enum { WRITERS = sizeof writers / sizeof *writers };

typedef struct {
  const class_settings *class;
  void *selves[WRITERS];
  size_t missing;   /* students without a record */
  size_t troubled;  /* with one that our own tools made worthless */
  size_t questions; /* about what students have handed in */
} writing;

/* Tells the first questions; all are in the report. */
static void ask(writing *w, const json_t *record) {
  enum { TOLD = 10 };
  size_t i;
  const json_t *question;
  json_array_foreach(json_object_get(record, "questions"), i, question) {
    if (w->questions++ == 0)
      fprintf(stderr, "%s:\n", _("Please look at these"));
    char *name = utf8_safe(text_in(record, "student"), true);
    if (w->questions <= TOLD)
      fprintf(stderr, "  %s: %s\n", name, json_string_value(question));
    free(name);
  }
}

static void write_one(const char *id, void *context) {
  writing *w = context;
  json_t *record = student_record_load(w->class, id);
  if (!record) {
    w->missing++;
    record = student_record_of_nothing(w->class, id);
  }
  if (strcmp(text_in(record, "status"), "trouble") == 0) w->troubled++;
  ask(w, record);
  for (size_t i = 0; i < WRITERS; i++)
    writers[i]->add(w->selves[i], w->class, record);
  json_decref(record);
}

static void tell(const writing *w) {
  const char *out = w->class->out;
  if (w->questions)
    fprintf(stderr,
            language_plural(
                "%zu question in all, at the top of report.html.\n",
                "%zu questions in all, at the top of report.html.\n",
                w->questions),
            w->questions);
  printf("%s/gradebook.csv\n%s/report.html\n", out, out);
  if (w->missing)
    printf(
        _("%zu students are not graded yet: the same command goes on.\n"),
        w->missing);
  if (w->troubled)
    printf(
        _("%zu students could not be graded in full, and have no mark "
          "where this machine was at fault (\"trouble\"): the same command "
          "tries it again.\n"),
        w->troubled);
}

bool writers_run(const class_settings *c) {
  writing w = {.class = c};
  for (size_t i = 0; i < WRITERS; i++) w.selves[i] = writers[i]->begin(c);
  class_each(c, write_one, &w);
  for (size_t i = 0; i < WRITERS; i++) writers[i]->end(w.selves[i], c);
  tell(&w);
  return !w.missing && !w.troubled;
}
