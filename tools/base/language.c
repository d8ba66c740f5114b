#include "language.h"

#include "text.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *language_code(void) {
  return COURSE_LANGUAGE;
}

char *language_file(const char *path) {
  const char *ending = strrchr(path, '.');
  char *other = text_print("%.*s.%s%s", (int)(ending - path), path,
                           COURSE_LANGUAGE, ending);
  if (access(other, R_OK) == 0) return other;
  free(other);
  return text_print("%s", path);
}

/* The folder in which gettext finds the messages; it is only defined where
 * there are any, and a gettext in the C library. */
#ifdef COURSE_MESSAGES

#include <libintl.h>
#include <locale.h>

static const char domain[] = "course";

void language_begin(void) {
  /* The graders of a students' edition were built in another folder than
   * the program that starts them, and tells them where it is now. */
  setenv("COURSE_MESSAGES", COURSE_MESSAGES, 0);
  /* gettext translates in every locale but C. */
  setlocale(LC_CTYPE, "C.UTF-8");
  setlocale(LC_MESSAGES, "C.UTF-8");
  setenv("LANGUAGE", COURSE_LANGUAGE, 1);
  bindtextdomain(domain, getenv("COURSE_MESSAGES"));
  bind_textdomain_codeset(domain, "UTF-8");
}

const char *language_text(const char *text) {
  return *text ? dgettext(domain, text) : text;
}

const char *language_plural(const char *one, const char *many,
                            unsigned long n) {
  return dngettext(domain, one, many, n);
}

#else

void language_begin(void) {
}

const char *language_text(const char *text) {
  return text;
}

const char *language_plural(const char *one, const char *many,
                            unsigned long n) {
  return n == 1 ? one : many;
}

#endif
