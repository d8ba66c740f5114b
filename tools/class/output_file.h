/* output_file: files in OUT that are whole or not there. */
#ifndef OUTPUT_FILE_H
#define OUTPUT_FILE_H

#include "class.h"
#include "file.h"

#include <stdio.h>

/* As file_begin and file_end (file.h) of OUT/`name`, but they end the
 * program with a message if that fails. Returns f->to. */
FILE *output_file_begin(file_writing *f, const class_settings *c,
                        const char *name);
void output_file_end(file_writing *f);

#endif
