/* identifiers: what a C file defines, so that several files can be kept
 * apart in one program. */
#ifndef IDENTIFIERS_H
#define IDENTIFIERS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
  char **all;
  size_t count;
} identifier_list;

/* Adds a name, if it is not there. */
void identifiers_add(identifier_list *list, const char *name,
                     size_t length);
bool identifiers_hold(const identifier_list *list, const char *name,
                      size_t length);

/* The names of a source: functions, variables, types, tags and constants of
 * enums that stand outside of functions. The file's macros, which are not
 * renamed but undefined, go to `macros`. It is read as plain C of one
 * declaration after another; a name that is overlooked stops the compiler,
 * since it is defined twice. */
identifier_list identifiers_of(const char *source, identifier_list *macros);

/* The function declarations of a header, one a line; their
 * names go to `functions`. */
char *identifiers_declared(const char *header, identifier_list *functions);

#endif
