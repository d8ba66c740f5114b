#include "json_value.h"

#include "file.h"
#include "utf8.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What student's code printed and what the compiler quotes from it may be
 * anything. */
json_t *json_safe_text(const char *text) {
  char *safe = utf8_safe(text, false);
  json_t *value = json_string(safe);
  free(safe);
  return value;
}

bool json_save(const char *path, const json_t *value) {
  file_writing f;
  bool good = file_begin(&f, path);
  if (good) json_dumpf(value, f.to, JSON_INDENT(1));
  if (good) good = file_end(&f);
  if (!good)
    fprintf(stderr, "course: cannot write %s: %s\n", path, strerror(errno));
  return good;
}

void json_print(json_t *value) {
  json_dumpf(value, stdout, JSON_INDENT(2));
  putchar('\n');
  json_decref(value);
}

const char *text_in(const json_t *object, const char *key) {
  const char *text = json_string_value(json_object_get(object, key));
  return text ? text : "";
}

double number_in(const json_t *object, const char *key) {
  return json_number_value(json_object_get(object, key));
}

bool true_in(const json_t *object, const char *key) {
  return json_is_true(json_object_get(object, key));
}
