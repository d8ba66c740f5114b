/* arguments: what somebody wrote behind ./course grade and its like. */
#ifndef ARGUMENTS_H
#define ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
  char **words; /* what is no option */
  int count;
  const char *out, *due, *submitted, *only, *key, *sandbox, *shard, *jobs,
      *budget; /* NULL: not given */
  bool require_sandbox;
} arguments;

/* Ends the program with a message if there is an option that is none. */
arguments arguments_read(int argc, char **argv);

/* A path as the caller meant it, who may have been in another folder: of
 * something that may not be there yet, or of a file or folder that must be
 * there. `to` has `size` bytes; a path that is longer ends the program with
 * a message. */
void arguments_path(const char *path, char *to, size_t size);
void arguments_real_path(const char *path, char *to, size_t size);

#endif
