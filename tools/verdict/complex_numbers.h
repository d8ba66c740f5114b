/* complex_numbers: found in what the compiler made of a file.
 *
 * A step along the imaginary axis gives slopes to the last bit that nobody
 * has derived. However complex numbers are spelt, the compiler knows the
 * type of every expression; and a program that takes the library's complex
 * functions for others has to name them to the linker. */
#ifndef COMPLEX_NUMBERS_H
#define COMPLEX_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

/* Looks through what `compile` wrote in the folder `scratch`: `tree`, the
 * functions as the compiler understood them, and `undefined`, the symbols
 * that the linker was to find elsewhere. Sets `where` to a text such as
 * "path_slopes" or "a call of cexp"; false, and "", if there are none. */
bool complex_numbers_in(const char *scratch, char *where, size_t size);

#endif
