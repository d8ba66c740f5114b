/* student_id: the name of a student's folder, made fit for the names of
 * files: "Ana M." becomes "Ana%20M.".
 *
 * Every byte that might trouble a file system or a shell is written as %XX.
 * Of a long name the end is replaced by a digest. */
#ifndef STUDENT_ID_H
#define STUDENT_ID_H

#include "class.h"

enum { ID_SIZE = 200 };

void student_id_of(const char *name, char id[ID_SIZE]);

/* The name of the student's folder of which this is the id, to be freed;
 * NULL if it is gone. */
char *student_id_name(const class_settings *c, const char *id);

#endif
