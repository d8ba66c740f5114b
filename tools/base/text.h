/* text: texts of any length, and fields of which the length is fixed. Where
 * memory runs out, or a field is too short, the program ends with a
 * message: nothing is cut unless it is said. */
#ifndef TEXT_H
#define TEXT_H

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

/* ---- texts, to be freed ----------------------------------------------*/

/* As by printf. */
char *text_print(const char *format, ...)
    __attribute__((format(printf, 1, 2)));
char *text_print_list(const char *format, va_list arguments)
    __attribute__((format(printf, 1, 0)));

/* The first `length` bytes of a text. */
char *text_copy(const char *text, size_t length);

/* A text that is written piece by piece. */
typedef struct {
  FILE *to; /* to write to */
  char *text;
  size_t length;
} text_writing;

void text_begin(text_writing *t);
char *text_end(text_writing *t);

/* ---- fields ----------------------------------------------------------*/

/* As by printf, to a field of `size` bytes. */
void text_fill(char *to, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* For what strangers have named: the first `length` bytes of a text, or as
 * many as fit and "..." behind them. `size` is at least 4. */
void text_shorten(char *to, size_t size, const char *text, size_t length);

#endif
