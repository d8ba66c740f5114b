#include "text_file.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

/* ---- writing ---------------------------------------------------------*/

static bool cannot_write(const char *path, nn_error *error) {
  return nn_fail(error, "%s: cannot be written: %s", path, strerror(errno));
}

bool nn_text_begin(text_writer *w, const char *path, nn_error *error) {
  size_t size = strlen(path) + sizeof ".part";
  *w = (text_writer){.path = path, .part = malloc(size)};
  if (!w->part) return cannot_write(path, error);
  snprintf(w->part, size, "%s.part", path);
  w->file = fopen(w->part, "w");
  if (!w->file) {
    cannot_write(path, error);
    free(w->part);
    return false;
  }
  w->before = nn_c_locale_begin();
  return true;
}

void nn_text_put_string(text_writer *w, const char *string) {
  w->check =
      (uint32_t)crc32_z(w->check, (const Bytef *)string, strlen(string));
  fputs(string, w->file);
}

void nn_text_put(text_writer *w, const char *format, ...) {
  char text[256];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  nn_text_put_string(w, text);
}

bool nn_text_commit(text_writer *w, nn_error *error) {
  fprintf(w->file, "check %08lx\n", (unsigned long)w->check);
  nn_c_locale_end(w->before);
  bool written = fflush(w->file) == 0 && !ferror(w->file) &&
                 fsync(fileno(w->file)) == 0;
  if (!written) cannot_write(w->path, error);
  if (fclose(w->file) != 0 && written)
    written = cannot_write(w->path, error);
  if (written && rename(w->part, w->path) != 0)
    written = cannot_write(w->path, error);
  if (!written) unlink(w->part);
  free(w->part);
  return written;
}

/* ---- reading ---------------------------------------------------------*/

bool nn_text_open(text_reader *r, const char *path, nn_error *error) {
  *r =
      (text_reader){.path = path, .error = error, .file = fopen(path, "r")};
  if (!r->file)
    return nn_fail(error, "%s: cannot be opened: %s", path,
                   strerror(errno));
  r->locale = nn_c_locale_begin();
  return true;
}

void nn_text_close(text_reader *r) {
  nn_c_locale_end(r->locale);
  free(r->text);
  fclose(r->file);
}

bool nn_text_refuse(const text_reader *r, const char *expected) {
  return nn_fail(r->error, "%s:%zu: '%.60s': %s is expected", r->path,
                 r->line, r->text, expected);
}

bool nn_text_next(text_reader *r, const char *expected) {
  r->line++;
  errno = 0;
  ssize_t length = getline(&r->text, &r->room, r->file);
  if (length < 0 && !feof(r->file))
    return nn_fail(r->error, "%s:%zu: cannot be read: %s", r->path, r->line,
                   strerror(errno));
  if (length < 1 || r->text[length - 1] != '\n')
    return nn_fail(r->error, "%s:%zu: the file ends, where %s is expected",
                   r->path, r->line, expected);
  r->check =
      (uint32_t)crc32_z(r->check, (const Bytef *)r->text, (size_t)length);
  r->text[length - 1] = '\0';
  if (strlen(r->text) != (size_t)length - 1)
    return nn_fail(r->error, "%s:%zu: a zero byte, where %s is expected",
                   r->path, r->line, expected);
  return true;
}

/* The rest of the present line after a word and a space; NULL if it does
 * not begin so. */
static const char *after_word(const text_reader *r, const char *word) {
  size_t length = strlen(word);
  if (length == 0) return r->text;
  bool found =
      strncmp(r->text, word, length) == 0 && r->text[length] == ' ';
  return found ? r->text + length + 1 : NULL;
}

bool nn_text_count(text_reader *r, const char *word, uint64_t most,
                   uint64_t *count) {
  char expected[64], again[32] = "";
  snprintf(expected, sizeof expected, "%s%sa number from 0 to %" PRIu64,
           word, *word ? " and " : "", most);
  if (!nn_text_next(r, expected)) return false;
  const char *rest = after_word(r, word);
  if (rest) {
    *count = strtoull(rest, NULL, 10);
    snprintf(again, sizeof again, "%" PRIu64, *count);
  }
  if (!rest || strcmp(rest, again) != 0 || *count > most)
    return nn_text_refuse(r, expected);
  return true;
}

bool nn_text_number(text_reader *r, const char *word, nn_real *number) {
  char expected[64], again[32] = "";
  snprintf(expected, sizeof expected, "%s%sa number as %%a writes it", word,
           *word ? " and " : "");
  if (!nn_text_next(r, expected)) return false;
  const char *rest = after_word(r, word);
  if (rest) {
    *number = (nn_real)strtod(rest, NULL);
    snprintf(again, sizeof again, "%a", (double)*number);
  }
  if (!rest || strcmp(rest, again) != 0) return nn_text_refuse(r, expected);
  return true;
}

bool nn_text_end(text_reader *r) {
  char check[32];
  snprintf(check, sizeof check, "check %08lx", (unsigned long)r->check);
  if (!nn_text_next(r, "'check' and a CRC-32")) return false;
  if (strcmp(r->text, check) != 0)
    return nn_fail(r->error,
                   "%s:%zu: '%.60s', but what stands above has '%s': the "
                   "file is damaged",
                   r->path, r->line, r->text, check);
  if (getc(r->file) != EOF)
    return nn_fail(r->error, "%s:%zu: more, after the end", r->path,
                   r->line + 1);
  return true;
}
