#include "text.h"

#include "fail.h"
#include "language.h"
#include "memory.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

void text_begin(text_writing *t) {
  *t = (text_writing){0};
  t->to = open_memstream(&t->text, &t->length);
  if (!t->to) fail(_("out of memory"));
}

char *text_end(text_writing *t) {
  if (fclose(t->to) != 0) fail(_("out of memory"));
  t->to = NULL;
  return t->text;
}

char *text_print_list(const char *format, va_list arguments) {
  text_writing t;
  text_begin(&t);
  vfprintf(t.to, format, arguments);
  return text_end(&t);
}

char *text_print(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *text = text_print_list(format, arguments);
  va_end(arguments);
  return text;
}

char *text_copy(const char *text, size_t length) {
  char *copy = memory_resize(NULL, length + 1, 1);
  memcpy(copy, text, length);
  copy[length] = '\0';
  return copy;
}

void text_fill(char *to, size_t size, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(to, size, format, arguments);
  va_end(arguments);
  assert(length >= 0);
  if ((size_t)length >= size)
    fail(_("this is too long, by %zu characters: %s..."),
         (size_t)length - size + 1, to);
}

void text_shorten(char *to, size_t size, const char *text, size_t length) {
  static const char mark[] = "...";
  assert(size >= sizeof mark);
  bool fits = length < size;
  size_t kept = fits ? length : size - sizeof mark;
  text_fill(to, size, "%.*s%s", (int)kept, text, fits ? "" : mark);
}
