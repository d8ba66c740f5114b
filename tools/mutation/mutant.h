/* mutant: a program with one small mistake in it, made by a machine. */
#ifndef MUTANT_H
#define MUTANT_H

#include <stddef.h>

enum { MUTANT_TEXT = 160 };

/* Replaces `length` bytes of the source at `at` by `text`. */
typedef struct {
  size_t at, length;
  char text[MUTANT_TEXT];
} mutant;

typedef struct {
  mutant *all;
  size_t count, room;
} mutant_list;

/* All mutants of a C source: every operator exchanged for others, every
 * number changed, every index moved by one, every sign lost, every simple
 * statement dropped, fmin for fmax and the like. Comments, strings and
 * lines for the preprocessor are left alone. Free with mutants_free. */
mutant_list mutants_of(const char *source);
void mutants_free(mutant_list *list);

/* The source with the mistake in it, to be freed. */
char *mutant_apply(const mutant *m, const char *source);

#endif
