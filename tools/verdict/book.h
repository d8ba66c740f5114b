/* book: the sections of the book, by their labels. */
#ifndef BOOK_H
#define BOOK_H

#include "exercise.h"

#include <stdbool.h>

typedef struct {
  char title[TEXT];
  int chapter;           /* its number */
  char page[TEXT + 128]; /* "build/book/html/perceptron.html#sec-rule", or
                            without the folders if it was not built */
  bool built;
} book_section;

/* Finds the section with this label ("sec:rule") in whichever chapter has
 * it; false if none has, or the label is "". */
bool book_find(const char *label, book_section *s);

#endif
