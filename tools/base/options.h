/* options: what stands behind a program's name. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

/* An option that a program has: with a value, "--out FOLDER" or
 * "--out=FOLDER", which is put into *value, or without one, which sets
 * *given. */
typedef struct {
  const char *name; /* "--out"; NULL ends a list */
  const char **value;
  bool *given;
} option;

/* Takes the options out of argc words, wherever they are up to a "--";
 * returns how many words are left. Ends the program with a message if there
 * is one that is not in the list, or a value is missing or too many. */
int options_take(const option known[], int argc, char **argv);

/* A whole number from 0 on that is the value of the option `name`; ends the
 * program with a message if it is none. */
unsigned long long options_number(const char *name, const char *text);

#endif
