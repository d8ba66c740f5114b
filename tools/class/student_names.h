/* student_names: which names mean the same student, whatever program wrote
 * them.
 *
 * One system writes é as one character, another as e and an accent; people
 * add spaces and change case. Such names are the same, unless two students
 * of the class differ in nothing else. */
#ifndef STUDENT_NAMES_H
#define STUDENT_NAMES_H

#include <stddef.h>

/* What all ways to write a name have in common, to be freed. */
char *student_name_key(const char *name);

/* The names of a class. */
typedef struct {
  char **all;  /* as they are written */
  char **keys; /* what each has in common with others */
  size_t count;
} student_names;

/* The folders in a folder, but for those that begin with a dot. */
student_names student_names_of_class(const char *folder);
void student_names_free(student_names *names);

/* The one of the names that is meant: the same one, or the only one that
 * is written in another way; NULL if there is none. *fits is how many
 * there were to choose from. */
const char *student_names_find(const student_names *names, const char *name,
                               size_t *fits);

#endif
