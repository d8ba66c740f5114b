/* header: the functions that an exercise's header declares. */
#ifndef HEADER_H
#define HEADER_H

#include <stddef.h>

typedef struct {
  char **names;
  size_t count;
} header_functions;

/* Of the header at this path, without the types of functions that it
 * defines; none if it cannot be read. */
header_functions header_read(const char *path);
void header_free(header_functions *f);

#endif
