/* text: whole files, and words on a terminal. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stdio.h>

/* A file's text, to be freed; NULL if it cannot be read. */
char *text_read(const char *path);

/* Where standard output is a terminal that wants it, switches on the
 * escape codes below; else they are empty. */
void text_begin(void);

typedef enum { PLAIN, BOLD, DIM, RED, GREEN, YELLOW, BLUE } text_style;

/* The escape code for a style, or "". */
const char *text_style_code(text_style style);

/* "✓" where the locale is UTF-8, else the plain word. */
const char *text_symbol(const char *symbol, const char *plain);

/* Prints text in lines of at most 76 columns, each after `indent` spaces.
 * Lines that begin with a space, or hold ` = [`, are not broken. Nothing in
 * it can steer the terminal (utf8.h). */
void text_wrapped(const char *text, int indent);

/* A bar of `width` cells, `done` of `all` filled. */
void text_bar(int done, int all, int width);

#endif
