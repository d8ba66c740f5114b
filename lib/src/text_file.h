/* text_file: files of lines that are there as a whole or not at all.
 *
 * Numbers are written and read in the C locale. The last line is "check"
 * and the CRC-32 of all lines before it. */
#ifndef NN_TEXT_FILE_H
#define NN_TEXT_FILE_H

#include "c_locale.h"

#include <nn/error.h>
#include <nn/real.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* ---- writing ---------------------------------------------------------*/

typedef struct {
  const char *path;
  char *part; /* where it is written, until it is whole */
  FILE *file;
  uint32_t check;  /* CRC-32 of what was written */
  locale_t before; /* the caller's */
} text_writer;

/* Begins a file, at path.part; false and an error if that cannot be. */
bool nn_text_begin(text_writer *w, const char *path, nn_error *error);

/* Writes in printf's manner, at most 255 characters. */
void nn_text_put(text_writer *w, const char *format, ...) NN_PRINTF(2, 3);

/* The same with any string. */
void nn_text_put_string(text_writer *w, const char *string);

/* Writes the check and renames the file to its path. If something failed
 * since nn_text_begin: false, an error, and what was at path before is
 * still there. */
bool nn_text_commit(text_writer *w, nn_error *error);

/* ---- reading ---------------------------------------------------------*/

typedef struct {
  const char *path;
  FILE *file;
  char *text; /* the present line, without its end */
  size_t room, line;
  uint32_t check;  /* CRC-32 of all lines up to this one */
  locale_t locale; /* the caller's */
  nn_error *error;
} text_reader;

/* Opens a file; false and an error if that cannot be. */
bool nn_text_open(text_reader *r, const char *path, nn_error *error);
void nn_text_close(text_reader *r);

/* Those that follow return false, with file and line in the error, where
 * the next line is not what is expected; `expected` says that in words. */

/* The next line, which ends with a newline as every line of a whole file.
 */
bool nn_text_next(text_reader *r, const char *expected);

/* Refuses the present line. Returns false. */
bool nn_text_refuse(const text_reader *r, const char *expected);

/* A line of a word and a number from 0 to most, in digits only. */
bool nn_text_count(text_reader *r, const char *word, uint64_t most,
                   uint64_t *count);

/* A line of a word, which may be "", and a number as %a writes it, which
 * may be infinite or NaN. */
bool nn_text_number(text_reader *r, const char *word, nn_real *number);

/* The last line, after which there is nothing. */
bool nn_text_end(text_reader *r);

#endif
