/* utf8: text of strangers, made fit to be shown. */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UTF8_REPLACEMENT = 0xfffd, UTF8_MAX = 4 /* bytes */ };

/* The character at *text, which is moved past it; 0 at the end. A byte
 * that is no UTF-8 is read as Latin-1. Characters that would steer a
 * terminal, turn the direction of text or are not allowed in XML become
 * U+FFFD; only line ends and tabs are left. */
uint32_t utf8_next(const char **text);

/* The character as bytes; returns how many. */
size_t utf8_put(uint32_t c, char to[UTF8_MAX]);

/* The whole text read so, to be freed. With `one_line`, line ends and tabs
 * become spaces. */
char *utf8_safe(const char *text, bool one_line);

/* How many of its bytes continue a character, so that it has fewer
 * characters than bytes. */
size_t utf8_continuations(const char *text);

#endif
