/* A record as GitHub Classroom's autograding-grading-reporter reads it,
 * which gives partial marks. */
#include "autograder.h"
#include "feedback.h"
#include "json_value.h"
#include "language.h"
#include "text.h"

#include <stdlib.h>

json_t *github_classroom_results(const json_t *record) {
  json_t *tests = json_array();
  size_t i;
  const json_t *e;
  double mark = 0, points = 0;
  json_array_foreach(json_object_get(record, "exercises"), i, e) {
    double one = number_in(e, "mark"), most = number_in(e, "points");
    mark += one;
    points += most;
    char *name =
        text_print(_("%s (%.0f of %.0f)"), text_in(e, "slug"), one, most);
    json_array_append_new(
        tests, json_pack("{s:s, s:s, s:f, s:s, s:s, s:s, s:i, s:i}", "name",
                         name, "status", one == most ? "pass" : "fail",
                         "score", one, "message", feedback_remark(e),
                         "test_code", "", "filename", text_in(e, "file"),
                         "line_no", 0, "duration", 0));
    free(name);
  }
  return json_pack("{s:i, s:s, s:f, s:o}", "version", 1, "status",
                   mark == points ? "pass" : "fail", "max_score", points,
                   "tests", tests);
}
