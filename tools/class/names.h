/* names: which names mean the same student, whatever program wrote them.
 *
 * One system writes é as one character, another as e and an accent; people
 * add spaces and change case. Such names are the same, unless two students
 * of the class differ in nothing else. */
#ifndef NAMES_H
#define NAMES_H

#include <stddef.h>

/* What all ways to write a name have in common, to be freed. */
char *name_key(const char *name);

/* The names of a class. */
typedef struct {
  char **all;  /* as they are written */
  char **keys; /* what each has in common with others */
  size_t count;
} name_list;

/* The folders in a folder, but for those that begin with a dot. */
name_list names_of_folders(const char *folder);
void names_free(name_list *names);

/* The one of the names that is meant: the same one, or the only one that
 * is written in another way; NULL if there is none. *fits is how many
 * there were to choose from. */
const char *names_find(const name_list *names, const char *name,
                       size_t *fits);

#endif
