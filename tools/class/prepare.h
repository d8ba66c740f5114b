/* prepare: everything between the command line and the first student.
 * Whatever may be refused is refused here, before anything is done. */
#ifndef PREPARE_H
#define PREPARE_H

#include "arguments.h"
#include "class.h"
#include "dates.h"

typedef enum { A_CLASS, ONE_SUBMISSION } prepare_for;

/* Sets everything in `c` by the arguments, of which the first word is the
 * folder of a class or of one student, takes OUT for this run and tries the
 * machine. Returns the dates, to be freed. Ends the program with a message
 * if something is not as it has to be.
 *
 * A class keeps its key. Of one submission, whoever wrote it may read the
 * folder, and the key is made up unless one is named. */
dates *prepare(class_settings *c, const arguments *a, int jobs,
               prepare_for what);

/* Finds the class's key, or makes one and says so. */
void prepare_key(class_settings *c, const arguments *a);

#endif
