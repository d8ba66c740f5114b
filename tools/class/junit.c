/* junit.xml: a suite for each student, a case for each exercise, for
 * whatever shows test results. */
#include "output_file.h"
#include "writer.h"

#include <string.h>

static FILE *file;

static void begin(const class_settings *c) {
  file = output_file_begin(c, "junit.xml");
  fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n", file);
}

static void attribute(const char *name, const char *value) {
  fprintf(file, " %s=\"", name);
  output_escaped(file, value);
  fputc('"', file);
}

static void write_parts(const json_t *e) {
  size_t i, k;
  const json_t *p, *line;
  json_array_foreach(json_object_get(e, "parts"), i, p) {
    if (strcmp(text_in(p, "state"), "passed") == 0) continue;
    output_escaped(file, text_in(p, "id"));
    fputs(":\n", file);
    json_array_foreach(json_object_get(p, "lines"), k, line) {
      fputs("  ", file);
      output_escaped(file, json_string_value(line));
      fputc('\n', file);
    }
  }
  output_escaped(file, text_in(e, "trouble"));
}

static void write_case(const json_t *record, const json_t *e) {
  const char *status = text_in(e, "status");
  char message[128], mark[32];
  fputs("    <testcase", file);
  attribute("classname", text_in(record, "student"));
  attribute("name", text_in(e, "slug"));
  bool all = number_in(e, "earned") == number_in(e, "points");
  if (strcmp(status, "graded") == 0 && all) {
    fputs("/>\n", file);
    return;
  }
  if (strcmp(status, "no-file") == 0) {
    fputs("><skipped message=\"nothing was handed in\"/></testcase>\n",
          file);
    return;
  }
  snprintf(message, sizeof message, "%s of %.0f points%s%s",
           mark_text(number_in(e, "mark"), mark), number_in(e, "points"),
           *exercise_remark(e) ? ": " : "", exercise_remark(e));
  bool ours = strcmp(status, "not-graded") == 0;
  fprintf(file, "><%s", ours ? "error" : "failure");
  attribute("message", message);
  fputc('>', file);
  write_parts(e);
  fprintf(file, "</%s></testcase>\n", ours ? "error" : "failure");
}

static void add(const class_settings *c, const json_t *record) {
  size_t i;
  const json_t *e;
  (void)c;
  fputs("  <testsuite", file);
  attribute("name", text_in(record, "student"));
  fprintf(file, " tests=\"%zu\">\n",
          json_array_size(json_object_get(record, "exercises")));
  fputs("    <properties><property name=\"sandbox\"", file);
  attribute("value", text_in(record, "sandbox"));
  fputs("/></properties>\n", file);
  json_array_foreach(json_object_get(record, "exercises"), i, e)
      write_case(record, e);
  fputs("  </testsuite>\n", file);
}

static void end(const class_settings *c) {
  fputs("</testsuites>\n", file);
  output_file_end(c, "junit.xml", file);
}

const writer junit_writer = {begin, add, end};
