/* output_file: files in OUT that are whole or not there. */
#ifndef OUTPUT_FILE_H
#define OUTPUT_FILE_H

#include "class.h"

#include <stdio.h>

/* Opens a new file in the place of OUT/`name`, which keeps what it has
 * until the end. Ends the program with a message if that fails, as does
 * the next. */
FILE *output_file_begin(const class_settings *c, const char *name);
void output_file_end(const class_settings *c, const char *name, FILE *file);

/* Any text, with the characters escaped that HTML and XML keep for
 * themselves, and without those that they may not hold (utf8.h). */
void output_escaped(FILE *to, const char *text);

#endif
