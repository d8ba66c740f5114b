/* junit.xml: a suite for each student, a case for each exercise, for
 * whatever shows test results. */
#include "feedback.h"
#include "file.h"
#include "json_value.h"
#include "language.h"
#include "memory.h"
#include "output_file.h"
#include "student_record.h"
#include "text.h"
#include "writer.h"
#include "xml.h"

#include <stdlib.h>
#include <string.h>

static void *begin(const class_settings *c) {
  file_writing *f = memory_resize(NULL, 1, sizeof *f);
  output_file_begin(f, c, "junit.xml");
  fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n",
        f->to);
  return f;
}

static void attribute(FILE *file, const char *name, const char *value) {
  fprintf(file, " %s=\"", name);
  xml_write(file, value);
  fputc('"', file);
}

static void write_parts(FILE *file, const json_t *e) {
  size_t i, k;
  const json_t *p, *line;
  json_array_foreach(json_object_get(e, "parts"), i, p) {
    if (strcmp(text_in(p, "state"), "passed") == 0) continue;
    xml_write(file, text_in(p, "id"));
    fputs(":\n", file);
    json_array_foreach(json_object_get(p, "lines"), k, line) {
      fputs("  ", file);
      xml_write(file, json_string_value(line));
      fputc('\n', file);
    }
  }
  xml_write(file, text_in(e, "trouble"));
}

static void write_case(FILE *file, const json_t *record, const json_t *e) {
  const char *status = text_in(e, "status");
  char mark[MARK_SIZE];
  fputs("    <testcase", file);
  attribute(file, "classname", text_in(record, "student"));
  attribute(file, "name", text_in(e, "slug"));
  bool all = number_in(e, "earned") == number_in(e, "points");
  if (strcmp(status, "graded") == 0 && all) {
    fputs("/>\n", file);
    return;
  }
  if (strcmp(status, "no-file") == 0) {
    fputs("><skipped", file);
    attribute(file, "message", _("nothing was handed in"));
    fputs("/></testcase>\n", file);
    return;
  }
  const char *remark = feedback_remark(e);
  double points = number_in(e, "points");
  mark_text(number_in(e, "mark"), mark);
  char *message =
      *remark ? text_print(_("%s of %.0f points: %s"), mark, points, remark)
              : text_print(_("%s of %.0f points"), mark, points);
  bool ours = strcmp(status, "not-graded") == 0;
  fprintf(file, "><%s", ours ? "error" : "failure");
  attribute(file, "message", message);
  free(message);
  fputc('>', file);
  write_parts(file, e);
  fprintf(file, "</%s></testcase>\n", ours ? "error" : "failure");
}

static void add(void *self, const class_settings *c, const json_t *record) {
  FILE *file = ((file_writing *)self)->to;
  size_t i;
  const json_t *e;
  (void)c;
  fputs("  <testsuite", file);
  attribute(file, "name", text_in(record, "student"));
  fprintf(file, " tests=\"%zu\">\n",
          json_array_size(json_object_get(record, "exercises")));
  fputs("    <properties><property name=\"sandbox\"", file);
  attribute(file, "value", text_in(record, "sandbox"));
  fputs("/></properties>\n", file);
  json_array_foreach(json_object_get(record, "exercises"), i, e)
      write_case(file, record, e);
  fputs("  </testsuite>\n", file);
}

static void end(void *self, const class_settings *c) {
  file_writing *f = self;
  (void)c;
  fputs("</testsuites>\n", f->to);
  output_file_end(f);
  free(f);
}

const writer junit_writer = {begin, add, end};
