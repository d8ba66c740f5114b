/* gradebook.csv: a line for each student, a column for each exercise. */
#include "output.h"
#include "writer.h"

#include <csv.h>
#include <string.h>

static FILE *file;

/* A text that a spreadsheet would take for a formula gets an apostrophe. */
static void cell(const char *text) {
  char safe[ID_SIZE + 1];
  snprintf(safe, sizeof safe, "%s%s",
           *text && strchr("=+-@\t\r", *text) ? "'" : "", text);
  csv_fwrite(file, safe, strlen(safe));
}

static void begin(const class_settings *c) {
  file = output_begin(c, "gradebook.csv");
  fputs("student", file);
  for (size_t i = 0; i < c->exercises.count; i++) {
    fputc(',', file);
    cell(c->exercises.all[i].slug);
  }
  fputs(",total,points,status,late,remarks,sandbox\n", file);
}

static void add(const class_settings *c, const json_t *record) {
  char mark[32];
  size_t i;
  const json_t *e;
  (void)c;
  cell(text_in(record, "student"));
  json_array_foreach(json_object_get(record, "exercises"), i, e) {
    const char *status = text_in(e, "status");
    fprintf(file, ",%s",
            strcmp(status, "no-file") == 0 ? ""
            : strcmp(status, "not-graded") == 0
                ? "trouble"
                : mark_text(number_in(e, "mark"), mark));
  }
  bool marked = json_is_number(json_object_get(record, "mark"));
  fprintf(file, ",%s,%.0f,%s,%s,%zu,%s\n",
          marked ? mark_text(number_in(record, "mark"), mark) : "",
          number_in(record, "points"), text_in(record, "status"),
          true_in(record, "late") ? "late" : "",
          json_array_size(json_object_get(record, "unexpected")),
          text_in(record, "sandbox"));
}

static void end(const class_settings *c) {
  output_end(c, "gradebook.csv", file);
}

const writer gradebook_writer = {begin, add, end};
