/* complex_numbers: finds complex arithmetic in what the compiler made of a
 * file.
 *
 * The complex-step method gives derivatives to machine precision without
 * deriving anything. However complex numbers are spelt, the compiler knows
 * the type of every expression; and a program that declares the library's
 * complex functions by other types has to name them to the linker. */
#ifndef COMPLEX_NUMBERS_H
#define COMPLEX_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

/* Looks through what `compile` wrote in the folder `scratch`: `tree`, the
 * abstract syntax tree, and `undefined`, the undefined symbols. Sets
 * `where` to a text such as "path_slopes" or "a call of cexp"; false, and
 * "", if there are none. */
bool complex_numbers_in(const char *scratch, char *where, size_t size);

#endif
