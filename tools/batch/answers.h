/* answers: a C file with many answers to an exercise in it. */
#ifndef ANSWERS_H
#define ANSWERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Writes the file, as `mistakes` writes the known mistakes of the exercise
 * in `folder` (rules.h): of these answers those that are `wanted`. What is
 * wrong in number i the compiler calls answer-i. */
void answers_write(FILE *to, const char *slug, const char *folder,
                   const char *const *texts, const bool *wanted,
                   size_t count);

#endif
