#include "declared.h"

#include "compare.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
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

typedef struct {
  const exercise *exercise;
  const char *file; /* in which names are looked for */
  size_t found;     /* that mean nothing */
} inspection;

static void complain(inspection *in, const char *whose, const char *word,
                     const char *what) {
  fprintf(stderr, "%s: %s names '%s', which is %s\n", in->file, whose, word,
          what);
  in->found++;
}

static void check_part(inspection *in, const char *word,
                       const char *whose) {
  for (const exercise_part *p = in->exercise->parts; p->id; p++)
    if (strcmp(p->id, word) == 0) return;
  complain(in, whose, word, "no part of cases.c");
}

/* Has an answer to the part's first case this field? */
static bool has_field(const exercise *e, const exercise_part *p,
                      const char *name) {
  message query, answer;
  nn_rng rng = nn_rng_seeded(1);
  message_begin(&query, p->function);
  message_begin(&answer, "answer");
  if (p->make_case) p->make_case(&rng, 0, &query);
  e->right(&query, &answer);
  bool has = message_find(&answer, name) != NULL;
  message_free(&query);
  message_free(&answer);
  return has;
}

static void check_field(inspection *in, const char *word,
                        const char *whose) {
  for (const exercise_part *p = in->exercise->parts; p->id; p++)
    if (has_field(in->exercise, p, word)) return;
  complain(in, whose, word, "no field of any answer");
}

/* Calls with each word of a list; NULL is empty. */
static void each_word(inspection *in, const char *list, const char *whose,
                      void (*check)(inspection *in, const char *word,
                                    const char *whose)) {
  for (list = list ? list : ""; *(list += strspn(list, " "));) {
    size_t length = strcspn(list, " ");
    char *word = text_copy(list, length);
    check(in, word, whose);
    free(word);
    list += length;
  }
}

size_t declared_check(const exercise *e) {
  inspection in = {.exercise = e, .file = "cases.c"};
  for (const exercise_part *p = e->parts; p->id; p++) {
    each_word(&in, p->needs, p->id, check_part);
    each_word(&in, p->fields, p->id, check_field);
  }
  in.file = "wrong.md";
  for (const mistake *m = e->mistakes; m->id; m++) {
    each_word(&in, m->parts, m->id, check_part);
    each_word(&in, m->fields, m->id, check_field);
  }
  return in.found;
}
