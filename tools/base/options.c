#include "options.h"

#include "fail.h"
#include "language.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* The option that a word such as "--out" or "--out=FOLDER" names. */
static const option *find(const option *known, const char *word) {
  size_t length = strcspn(word, "=");
  for (const option *o = known; o->name; o++)
    if (strlen(o->name) == length && memcmp(o->name, word, length) == 0)
      return o;
  fail(_("there is no option %.*s; see ./course help"), (int)length, word);
}

int options_take(const option known[], int argc, char **argv) {
  int kept = 0, i = 0;
  for (; i < argc && strcmp(argv[i], "--") != 0; i++) {
    if (strncmp(argv[i], "--", 2) != 0) {
      argv[kept++] = argv[i];
      continue;
    }
    const option *o = find(known, argv[i]);
    const char *equals = strchr(argv[i], '=');
    assert(!o->value != !o->given);
    if (o->given) {
      if (equals) fail(_("%s takes no value"), o->name);
      *o->given = true;
    } else if (equals) {
      *o->value = equals + 1;
    } else if (i + 1 < argc) {
      *o->value = argv[++i];
    } else {
      fail(_("%s wants a value"), o->name);
    }
  }
  for (i++; i < argc; i++) argv[kept++] = argv[i];
  return kept;
}

unsigned long long options_number(const char *name, const char *text) {
  char *end;
  errno = 0;
  unsigned long long number = strtoull(text, &end, 10);
  if (!isdigit((unsigned char)*text) || *end || errno != 0)
    fail(_("%s is '%s', no whole number from 0 on"), name, text);
  return number;
}
