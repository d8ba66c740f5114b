/* patch: applies the changed lines of a mistake to the reference. */
#ifndef PATCH_H
#define PATCH_H

#include "lines.h"

#include <stddef.h>

/* The reference with the changes in lines first to first + count - 1 of
 * `block` made in it, as a text. Each of those begins with "-"
 * (goes), "+" (comes) or a space (stays); "@@" parts places. What goes and
 * stays of a place must be found in the reference once, and places may not
 * overlap; else the program ends with the block's file and line. How far
 * lines are indented makes no difference. */
char *patch_apply(const lines *reference, const lines *block, size_t first,
                  size_t count);

#endif
