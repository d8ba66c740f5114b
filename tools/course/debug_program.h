/* debug_program: a program around the smallest case that a student's file
 * fails at, to step through. */
#ifndef DEBUG_PROGRAM_H
#define DEBUG_PROGRAM_H

#include "exercise.h"
#include "verdict.h"

/* Writes the program for this part, which has failed with a case, builds
 * and runs it, and prints what came of it and how to go on with a debugger.
 * False, with the reason printed, if that cannot be done. */
bool debug_program(const exercise *e, const part *p);

#endif
