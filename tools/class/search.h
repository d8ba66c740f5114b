/* search: everything in a student's folder, and what its names claim to be.
 */
#ifndef SEARCH_H
#define SEARCH_H

#include "archive.h"
#include "naming.h"
#include "submission.h"

enum { SEARCH_DEPTH = 16, SEARCH_NAMED = 5 };

/* A file that is named as an exercise. */
typedef struct {
  size_t exercise;
  unsigned rank; /* the least is meant */
  char *name, *path;
} claim;

/* A file that is not. */
typedef struct {
  char *name, *path;
} other;

typedef struct {
  submission *s;
  const exercise_list *list;
  size_t first, end; /* the exercises that are asked for */

  /* what was found */
  claim *claims;
  other *others;
  size_t claim_count, other_count;
  other made[SEARCH_NAMED]; /* folders that were passed over */
  size_t made_count;

  /* while it goes on */
  const char *root; /* the folder that names are relative to */
  unsigned zips;    /* how many of them we are inside of */
  archive_room room;
  size_t files;
} search;

/* Looks at all that is in a student's folder, and in zips. What is not
 * looked at is said. */
void search_folder(search *in, const char *folder);
void search_free(search *in);

/* Adds a sentence, in which names may be anything, and frees it. */
void search_say(json_t *sentences, char *sentence);

/* The slugs of these exercises: "a, b or c", to be freed. */
char *search_slugs(const search *in, const size_t *which, size_t count);

bool search_asks_for(const search *in, size_t e);

/* The exercises that the name fits best. */
naming search_best_fits(const search *in, const char *name, size_t *fits,
                        size_t *count);

/* Those of the exercises whose functions the file defines go to the front;
 * returns how many. */
size_t search_prefer_defined(const search *in, const char *path,
                             size_t *fits, size_t count);

/* The names in a folder, those that say most first, to be freed; false if
 * it cannot be read. */
bool search_names_in(const search *in, const char *path, char ***names,
                     size_t *count);

#endif
