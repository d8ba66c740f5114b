#include "skeleton.h"

#include "header.h"

#include <string.h>

static size_t occurrences(const char *text, const char *what) {
  size_t count = 0;
  for (; (text = strstr(text, what)); text += strlen(what)) count++;
  return count;
}

/* After a mark: nothing to the end of the function, or a return of one
 * word, such as false or -1. */
static bool nothing_follows(const char *text) {
  static const char space[] = " \t\r\n";
  text += strspn(text, space);
  if (strncmp(text, "return ", 7) == 0) {
    text += 7;
    text += strspn(text, "-0123456789abcdefghijklmnopqrstuvwxyz");
    if (*text == ';') text++;
    text += strspn(text, space);
  }
  return *text == '}';
}

bool skeleton_untouched(const exercise *e, const char *text) {
  static const char mark[] = "/* Your code here. */";
  header_functions functions = header_read(e->header);
  bool untouched = occurrences(text, mark) == functions.count;
  header_free(&functions);
  for (const char *at = text; untouched && (at = strstr(at, mark));) {
    at += strlen(mark);
    untouched = nothing_follows(at);
  }
  return untouched;
}
