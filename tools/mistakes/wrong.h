/* wrong: the known mistakes of an exercise, as its wrong.md tells them.
 *
 *     ## strict-test {reread=sec:rule}
 *     Takes a sum of 0 for right.
 *
 *     A sum of 0 counts as a mistake too: the test is y z <= 0.
 *     ```diff
 *     - if (y * sum(w, *b, x, n) > 0) return false;
 *     + if (y * sum(w, *b, x, n) >= 0) return false;
 *     ```
 *
 * A heading with the id; what the mistake does, in a sentence; what a tutor
 * says; and the lines of the reference that it changes. Further blocks are
 * variants of the same mistake, and so is each value for which a word of
 * them stands: with {each="LEAST 1e-12 1e-15"} there are two of each block,
 * one with 1e-12 in the place of LEAST. */
#ifndef WRONG_H
#define WRONG_H

#include "lines.h"

#include <stdbool.h>
#include <stddef.h>

/* Lines first to first + count - 1 of the file, without the fence. */
typedef struct {
  const char *does; /* of this variant, or of the mistake */
  size_t first, count;
  bool whole; /* a ```c block: the whole file; else changes, ```diff */
  const char *word, *value; /* for which it stands in the block, or NULL */
} variant;

typedef struct {
  const char *id, *does;
  const char *says;   /* "" if the mistake is common or an event */
  const char *reread; /* a label of the book; in another chapter behind the
                       * chapter's slug: "chain/sec:gradcheck" */
  const char *parts;  /* that it may explain, or NULL: all */
  const char *fields; /* that it predicts, or NULL: all */
  const char *event;  /* how it shows if not by its answers, or NULL */
  const char *each;   /* a word and its values, or NULL */
  bool common;        /* all exercises share it, and its sentence */
  size_t line;        /* of the heading */
  variant *variants;
  size_t variant_count;
} mistake;

typedef struct {
  lines text;
  mistake *all;
  size_t count;
} wrong_list;

typedef enum {
  WRONG_MISTAKES,    /* a wrong.md */
  WRONG_SENTENCES,   /* common.md: without blocks */
  WRONG_TRANSLATION, /* of either: ids and sentences, and not all of them */
} wrong_kind;

/* Reads a file; ends the program with file and line where it is wrong. */
wrong_list wrong_read(const char *path, wrong_kind kind);

/* Puts the sentences of a translation in the place of the list's own. Ends
 * the program where the list has no such mistake. */
void wrong_translate(wrong_list *list, const wrong_list *translation);

/* The mistake of this id, or NULL. */
const mistake *wrong_find(const wrong_list *list, const char *id);

#endif
