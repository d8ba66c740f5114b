/* A locale in which a number has a comma, for what must not care. */
#ifndef COMMA_LOCALE_H
#define COMMA_LOCALE_H

#include "check.h"

#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Sets this locale; false if there is none or it writes another point. */
static inline bool set_comma_locale_named(const char *name) {
  return setlocale(LC_ALL, name) &&
         strcmp(localeconv()->decimal_point, ",") == 0;
}

/* Makes German of its source, sets it, and throws its files away: the C
 * library has read them. */
static inline bool make_comma_locale(void) {
  char folder[] = "/tmp/comma-locale-XXXXXX", command[200];
  if (!mkdtemp(folder)) return false;
  snprintf(command, sizeof command,
           "localedef -i de_DE -f UTF-8 %s/de_DE.UTF-8 >%s/said 2>&1",
           folder, folder);
  bool made = system(command) == 0;
  setenv("LOCPATH", folder, 1);
  bool set = made && set_comma_locale_named("de_DE.UTF-8");
  unsetenv("LOCPATH");
  snprintf(command, sizeof command, "rm -r %s", folder);
  return system(command) == 0 && set;
}

/* For the begin of a test, which is skipped where there is neither such a
 * locale nor what localedef would make it of. */
static inline void set_comma_locale(void) {
  static const char *const names[] = {"de_DE.UTF-8", "de_DE.utf8", "de_DE",
                                      "fr_FR.UTF-8", "es_ES.UTF-8"};
  if (strcmp(localeconv()->decimal_point, ",") == 0) return;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (set_comma_locale_named(names[i])) return;
  if (make_comma_locale()) return;
  if (access("/usr/share/i18n/locales/de_DE", R_OK) == 0)
    fail_msg("localedef could not make de_DE.UTF-8");
  skip();
}

/* For its end: it is still the program's locale. */
static inline void assert_comma_locale(void) {
  char text[8];
  snprintf(text, sizeof text, "%.1f", 0.5);
  assert_string_equal(text, "0,5");
}

#endif
