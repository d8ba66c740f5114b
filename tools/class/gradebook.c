/* gradebook.csv: a line for each student, a column for each exercise. */
#include "file.h"
#include "json_value.h"
#include "language.h"
#include "memory.h"
#include "naming.h"
#include "output_file.h"
#include "student_record.h"
#include "text.h"
#include "utf8.h"
#include "writer.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

/* A text that a spreadsheet would take for a formula gets an apostrophe. */
static void cell(FILE *file, const char *text) {
  char *safe = utf8_safe(text, false);
  bool formula = *safe && strchr("=+-@\t", *safe);
  char *whole = text_print("%s%s", formula ? "'" : "", safe);
  csv_fwrite(file, whole, strlen(whole));
  free(whole);
  free(safe);
}

/* Sentences in one cell; the last, if `silent` is no empty name, about that
 * file. */
static void sentences(FILE *file, const json_t *all, const char *silent) {
  size_t i;
  const json_t *sentence;
  text_writing t;
  text_begin(&t);
  json_array_foreach(all, i, sentence)
      fprintf(t.to, "%s%s", i ? " " : "", json_string_value(sentence));
  if (*silent) {
    if (json_array_size(all)) fputc(' ', t.to);
    fprintf(
        t.to,
        _("%s does not tell when all of it came in: taken as punctual."),
        naming_last_part(silent));
  }
  char *text = text_end(&t);
  cell(file, text);
  free(text);
}

static void *begin(const class_settings *c) {
  file_writing *f = memory_resize(NULL, 1, sizeof *f);
  FILE *file = output_file_begin(f, c, "gradebook.csv");
  fputs("\xef\xbb\xbf", file); /* without it, Excel garbles names */
  fputs("student", file);
  for (size_t i = 0; i < c->exercises.count; i++) {
    fputc(',', file);
    cell(file, c->exercises.all[i].slug);
  }
  fputs(",total,points,status,late,questions,remarks,sandbox\n", file);
  return f;
}

static void add(void *self, const class_settings *c, const json_t *record) {
  FILE *file = ((file_writing *)self)->to;
  char mark[MARK_SIZE];
  size_t i;
  const json_t *e;
  cell(file, text_in(record, "student"));
  json_array_foreach(json_object_get(record, "exercises"), i, e) {
    const char *status = text_in(e, "status");
    fprintf(file, ",%s",
            strcmp(status, "no-file") == 0 ? ""
            : strcmp(status, "not-graded") == 0
                ? "trouble"
                : mark_text(number_in(e, "mark"), mark));
  }
  bool marked = json_is_number(json_object_get(record, "mark"));
  fprintf(file, ",%s,%.0f,%s,%s,",
          marked ? mark_text(number_in(record, "mark"), mark) : "",
          number_in(record, "points"), text_in(record, "status"),
          true_in(record, "late") ? "late" : "");
  sentences(file, json_object_get(record, "questions"), "");
  fputc(',', file);
  sentences(file, json_object_get(record, "unexpected"),
            true_in(record, "undated") ? c->submitted : "");
  fprintf(file, ",%s\n", text_in(record, "sandbox"));
}

static void end(void *self, const class_settings *c) {
  (void)c;
  output_file_end(self);
  free(self);
}

const writer gradebook_writer = {begin, add, end};
