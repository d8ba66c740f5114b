/* gradebook.csv: a line for each student, a column for each exercise. */
#include "fail.h"
#include "naming.h"
#include "output_file.h"
#include "utf8.h"
#include "writer.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

static FILE *file;

/* A text that a spreadsheet would take for a formula gets an apostrophe. */
static void cell(const char *text) {
  char *safe = utf8_safe(text, false);
  bool formula = *safe && strchr("=+-@\t", *safe);
  char *whole = malloc(strlen(safe) + 2);
  if (!whole) fail("out of memory");
  sprintf(whole, "%s%s", formula ? "'" : "", safe);
  csv_fwrite(file, whole, strlen(whole));
  free(whole);
  free(safe);
}

/* Sentences in one cell; the last, if `silent` is no empty name, about that
 * file. */
static void sentences(const json_t *all, const char *silent) {
  size_t i, size;
  const json_t *sentence;
  char *text = NULL;
  FILE *to = open_memstream(&text, &size);
  if (!to) fail("out of memory");
  json_array_foreach(all, i, sentence)
      fprintf(to, "%s%s", i ? " " : "", json_string_value(sentence));
  if (*silent)
    fprintf(to,
            "%s%s does not tell when all of it came in: taken as punctual.",
            json_array_size(all) ? " " : "", naming_last_part(silent));
  fclose(to);
  cell(text);
  free(text);
}

static void begin(const class_settings *c) {
  file = output_file_begin(c, "gradebook.csv");
  fputs("\xef\xbb\xbf", file); /* without it, Excel garbles names */
  fputs("student", file);
  for (size_t i = 0; i < c->exercises.count; i++) {
    fputc(',', file);
    cell(c->exercises.all[i].slug);
  }
  fputs(",total,points,status,late,questions,remarks,sandbox\n", file);
}

static void add(const class_settings *c, const json_t *record) {
  char mark[32];
  size_t i;
  const json_t *e;
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
  fprintf(file, ",%s,%.0f,%s,%s,",
          marked ? mark_text(number_in(record, "mark"), mark) : "",
          number_in(record, "points"), text_in(record, "status"),
          true_in(record, "late") ? "late" : "");
  sentences(json_object_get(record, "questions"), "");
  fputc(',', file);
  sentences(json_object_get(record, "unexpected"),
            true_in(record, "undated") ? c->submitted : "");
  fprintf(file, ",%s\n", text_in(record, "sandbox"));
}

static void end(const class_settings *c) {
  output_file_end(c, "gradebook.csv", file);
}

const writer gradebook_writer = {begin, add, end};
