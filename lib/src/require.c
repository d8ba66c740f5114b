#include "require.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void nn_refuse(const char *function, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fprintf(stderr, "nn: %s: ", function);
  vfprintf(stderr, format, arguments);
  fputc('\n', stderr);
  va_end(arguments);
  abort();
}
