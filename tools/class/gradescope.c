/* A record as Gradescope wants it:
 * https://gradescope-autograders.readthedocs.io/en/latest/specs/ */
#include "autograder.h"
#include "feedback.h"
#include "json_value.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>

/* The feedback on an exercise as a text, to be freed. */
static char *feedback_text(const json_t *e) {
  text_writing t;
  text_begin(&t);
  feedback_write(t.to, e);
  return text_end(&t);
}

/* What a student should know beside the marks, to be freed. */
static char *sentences_text(const json_t *record) {
  static const char *const keys[] = {"questions", "unexpected"};
  size_t i;
  const json_t *sentence;
  text_writing t;
  text_begin(&t);
  for (size_t k = 0; k < 2; k++)
    json_array_foreach(json_object_get(record, keys[k]), i, sentence)
        fprintf(t.to, "%s\n", json_string_value(sentence));
  return text_end(&t);
}

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
                  text, "output_format", "md", "visibility", "visible"));
    free(text);
  }
  char *output = sentences_text(record);
  json_t *results = json_pack(
      "{s:f, s:s, s:s, s:s, s:s, s:{s:s}, s:o}", "score",
      number_in(record, "mark"), "output", output, "output_format", "text",
      "visibility", "visible", "stdout_visibility", "hidden", "extra_data",
      "sandbox", text_in(record, "sandbox"), "tests", tests);
  free(output);
  return results;
}
