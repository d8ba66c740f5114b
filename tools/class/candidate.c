#include "candidate.h"

#include "header.h"
#include "skeleton.h"
#include "source.h"

#include <stdlib.h>
#include <string.h>

/* Does the name stand in the text with a parenthesis behind it? */
static bool is_called(const char *text, const char *name) {
  size_t length = strlen(name);
  for (; (text = strstr(text, name)); text += length) {
    const char *after = text + length;
    if (after[strspn(after, " \t")] == '(') return true;
  }
  return false;
}

bool candidate_defines(const char *text, const exercise *e) {
  header_functions functions = header_read(e->header);
  bool all = functions.count > 0;
  for (size_t i = 0; i < functions.count && all; i++)
    all = is_called(text, functions.names[i]);
  header_free(&functions);
  return all;
}

char *candidate_text(const char *path) {
  char why[TEXT];
  return source_read(path, why, sizeof why);
}

bool candidate_is_untouched(const char *path, const exercise *e) {
  char *text = candidate_text(path);
  bool untouched = text && skeleton_untouched(e, text);
  free(text);
  return untouched;
}

bool candidate_is_same(const char *path, const char *other_path) {
  char *one = candidate_text(path), *two = candidate_text(other_path);
  bool same = one && two && strcmp(one, two) == 0;
  free(one);
  free(two);
  return same;
}
