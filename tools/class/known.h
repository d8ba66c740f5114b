/* known: is this machine fit to grade? */
#ifndef KNOWN_H
#define KNOWN_H

#include "class.h"

/* Compiles, runs and grades an answer that is right (tools/known/), as all
 * that students hand in, in the folder of TMPDIR. If it does not get full
 * marks, ends the program with what happened: a machine that cannot do this
 * would give honest students a zero. */
void known_answer_passes(const class_settings *c);

#endif
