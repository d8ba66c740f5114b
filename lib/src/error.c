#include <nn/error.h>

#include <stdarg.h>
#include <stdio.h>

bool nn_fail(nn_error *error, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(error->text, sizeof error->text, format, arguments);
  va_end(arguments);
  return false;
}
