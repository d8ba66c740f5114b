/* A record as the services of schools want it. */
#include "writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The feedback on an exercise as a text, to be freed. */
static char *feedback_text(const json_t *e) {
  char *text = NULL;
  size_t size = 0;
  FILE *to = open_memstream(&text, &size);
  if (!to) return NULL;
  feedback_write(to, e);
  fclose(to);
  return text;
}

/* What a student should know beside the marks, to be freed. */
static char *sentences_text(const json_t *record) {
  static const char *const keys[] = {"questions", "unexpected"};
  char *text = NULL;
  size_t size = 0, i;
  const json_t *sentence;
  FILE *to = open_memstream(&text, &size);
  if (!to) return NULL;
  for (size_t k = 0; k < 2; k++)
    json_array_foreach(json_object_get(record, keys[k]), i, sentence)
        fprintf(to, "%s\n", json_string_value(sentence));
  fclose(to);
  return text;
}

/* https://gradescope-autograders.readthedocs.io/en/latest/specs/ */
json_t *gradescope_results(const json_t *record) {
  json_t *tests = json_array();
  size_t i;
  const json_t *e;
  json_array_foreach(json_object_get(record, "exercises"), i, e) {
    char *text = feedback_text(e);
    double mark = number_in(e, "mark"), points = number_in(e, "points");
    json_array_append_new(
        tests,
        json_pack("{s:s, s:f, s:f, s:s, s:s, s:s, s:s}", "name",
                  text_in(e, "slug"), "score", mark, "max_score", points,
                  "status", mark == points ? "passed" : "failed", "output",
                  text ? text : "", "output_format", "md", "visibility",
                  "visible"));
    free(text);
  }
  char *output = sentences_text(record);
  json_t *results =
      json_pack("{s:f, s:s, s:s, s:s, s:s, s:{s:s}, s:o}", "score",
                number_in(record, "mark"), "output", output ? output : "",
                "output_format", "text", "visibility", "visible",
                "stdout_visibility", "hidden", "extra_data", "sandbox",
                text_in(record, "sandbox"), "tests", tests);
  free(output);
  return results;
}

/* What autograding-grading-reporter reads, which gives partial marks. */
json_t *classroom_results(const json_t *record) {
  json_t *tests = json_array();
  size_t i;
  const json_t *e;
  double mark = 0, points = 0;
  json_array_foreach(json_object_get(record, "exercises"), i, e) {
    double one = number_in(e, "mark"), most = number_in(e, "points");
    char name[TEXT];
    mark += one;
    points += most;
    snprintf(name, sizeof name, "%s (%.0f of %.0f)", text_in(e, "slug"),
             one, most);
    json_array_append_new(
        tests, json_pack("{s:s, s:s, s:f, s:s, s:s, s:s, s:i, s:i}", "name",
                         name, "status", one == most ? "pass" : "fail",
                         "score", one, "message", exercise_remark(e),
                         "test_code", "", "filename", text_in(e, "file"),
                         "line_no", 0, "duration", 0));
  }
  return json_pack("{s:i, s:s, s:f, s:o}", "version", 1, "status",
                   mark == points ? "pass" : "fail", "max_score", points,
                   "tests", tests);
}
