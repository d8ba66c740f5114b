/* terminal: words on a terminal, with colours where it has them. */
#ifndef TERMINAL_H
#define TERMINAL_H

/* Where standard output is a terminal that wants it, switches on the
 * escape codes below; else they are empty. */
void terminal_begin(void);

typedef enum { PLAIN, BOLD, DIM, RED, GREEN, YELLOW, BLUE } terminal_style;

/* The escape code for a style, or "". */
const char *terminal_style_code(terminal_style style);

/* "✓" where the locale is UTF-8, else the plain word. */
const char *terminal_symbol(const char *symbol, const char *plain);

/* Prints text in lines of at most 76 columns, each after `indent` spaces.
 * Lines that begin with a space, or hold ` = [`, are not broken. Nothing in
 * it can steer the terminal (utf8.h). */
void terminal_wrapped(const char *text, int indent);

/* A bar of `width` cells, `done` of `all` filled. */
void terminal_bar(int done, int all, int width);

#endif
