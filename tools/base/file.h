/* file: whole files, read and written. Where something fails, errno tells
 * why. */
#ifndef FILE_H
#define FILE_H

#include <stdbool.h>
#include <stdio.h>

/* A file's text, or all that is left in a stream, to be freed; NULL if it
 * cannot be read. */
char *file_read(const char *path);
char *file_read_stream(FILE *from);

/* A file that is written whole or not at all: a new one beside it, which
 * takes its place at the end. */
typedef struct {
  FILE *to; /* to write to */
  char *path, *fresh;
} file_writing;

/* False if there can be no new file. */
bool file_begin(file_writing *f, const char *path);

/* False, and nothing has changed, if anything was not written. */
bool file_end(file_writing *f);

/* Removes from a folder the new files of programs that were killed before
 * file_end. None may be writing there. */
void file_remove_leftovers(const char *folder);

/* All of it at once. */
bool file_write(const char *path, const char *text);

/* The same, unless the file holds this text already. */
bool file_update(const char *path, const char *text);

bool file_copy(const char *from, const char *to);

#endif
