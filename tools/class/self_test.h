/* self_test: is this machine fit to grade? */
#ifndef SELF_TEST_H
#define SELF_TEST_H

#include "class.h"

/* Compiles, runs and grades an answer that is right (tools/self_test/), as
 * all that students hand in, in the folder of TMPDIR. If it does not get
 * full marks, ends the program with what happened: a machine that cannot do
 * this would give honest students a zero. */
void self_test_pass(const class_settings *c);

#endif
