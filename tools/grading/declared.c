#include "declared.h"

#include "compare.h"
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

double declared_digits(const exercise_part *p) {
  return p->tolerance > 0 ? p->tolerance : COMPARE_DIGITS;
}

bool declared_lists(const char *list, const char *word) {
  size_t length = strlen(word);
  for (; *list; list += strspn(list, " ")) {
    size_t next = strcspn(list, " ");
    if (next == length && memcmp(list, word, length) == 0) return true;
    list += next;
  }
  return false;
}

/* ---- names that mean nothing -----------------------------------------*/

static const char *file; /* in which they are looked for */
static size_t found;

static void complain(const char *format, ...)
    __attribute__((format(printf, 1, 2)));
static void complain(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fprintf(stderr, "%s: ", file);
  vfprintf(stderr, format, arguments);
  fprintf(stderr, "\n");
  va_end(arguments);
  found++;
}

/* Calls with each word of a list; NULL is empty. */
static void each_word(const exercise *e, const char *list,
                      const char *whose,
                      void (*check)(const exercise *e, const char *word,
                                    const char *whose)) {
  char word[64];
  for (list = list ? list : ""; *(list += strspn(list, " "));) {
    size_t length = strcspn(list, " ");
    text_fill(word, sizeof word, "%.*s", (int)length, list);
    check(e, word, whose);
    list += length;
  }
}

static void check_part(const exercise *e, const char *word,
                       const char *whose) {
  for (const exercise_part *p = e->parts; p->id; p++)
    if (strcmp(p->id, word) == 0) return;
  complain("%s names '%s', which is no part of cases.c", whose, word);
}

/* Is it a field of an answer to any part's first case? */
static void check_field(const exercise *e, const char *word,
                        const char *whose) {
  for (const exercise_part *p = e->parts; p->id; p++) {
    message query, answer;
    nn_rng rng = nn_rng_seeded(1);
    message_begin(&query, p->function);
    message_begin(&answer, "answer");
    if (p->make_case) p->make_case(&rng, 0, &query);
    e->right(&query, &answer);
    bool there = message_find(&answer, word) != NULL;
    message_free(&query);
    message_free(&answer);
    if (there) return;
  }
  complain("%s names '%s', which is no field of any answer", whose, word);
}

size_t declared_check(const exercise *e) {
  found = 0;
  file = "cases.c";
  for (const exercise_part *p = e->parts; p->id; p++) {
    each_word(e, p->needs, p->id, check_part);
    each_word(e, p->fields, p->id, check_field);
  }
  file = "wrong.md";
  for (const mistake *m = e->mistakes; m->id; m++) {
    each_word(e, m->parts, m->id, check_part);
    each_word(e, m->fields, m->id, check_field);
  }
  return found;
}
