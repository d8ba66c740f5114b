#include "file.h"

#include "text.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- reading ---------------------------------------------------------*/

char *file_read_stream(FILE *from) {
  size_t size = 0, room = 4096;
  char *text = malloc(room);
  while (text) {
    size += fread(text + size, 1, room - size - 1, from);
    if (size + 1 < room) break;
    char *larger = realloc(text, room *= 2);
    if (!larger) free(text);
    text = larger;
  }
  if (text) text[size] = '\0';
  if (!ferror(from)) return text;
  free(text);
  return NULL;
}

char *file_read(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  char *text = file_read_stream(file);
  fclose(file);
  return text;
}

/* ---- writing ---------------------------------------------------------*/

static void forget(file_writing *f) {
  int error = errno;
  free(f->path);
  free(f->fresh);
  *f = (file_writing){0};
  errno = error;
}

bool file_begin(file_writing *f, const char *path) {
  *f = (file_writing){
      .path = text_print("%s", path),
      .fresh = text_print("%s.%ld.new", path, (long)getpid()),
  };
  unlink(f->fresh); /* a leftover, or another file under a second name */
  int file = open(f->fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  f->to = file < 0 ? NULL : fdopen(file, "w");
  if (f->to) return true;
  if (file >= 0) close(file);
  forget(f);
  return false;
}

/* Closes and removes the new file; errno stays. */
static void discard(file_writing *f) {
  int error = errno;
  if (f->to) fclose(f->to);
  unlink(f->fresh);
  errno = error;
  forget(f);
}

bool file_end(file_writing *f) {
  bool good = !ferror(f->to);
  good = fclose(f->to) == 0 && good;
  f->to = NULL;
  if (!good || rename(f->fresh, f->path) != 0) {
    discard(f);
    return false;
  }
  forget(f);
  return true;
}

/* Is it a name such as "step.c.4711.new"? */
static bool is_fresh(const char *name) {
  static const char ending[] = ".new";
  size_t length = strlen(name);
  if (length < strlen(ending)) return false;
  const char *end = name + length - strlen(ending), *at = end;
  while (at > name && isdigit((unsigned char)at[-1])) at--;
  return strcmp(end, ending) == 0 && at < end && at > name + 1 &&
         at[-1] == '.';
}

void file_remove_leftovers(const char *folder) {
  DIR *all = opendir(folder);
  if (!all) return;
  for (struct dirent *d; (d = readdir(all));)
    if (is_fresh(d->d_name)) unlinkat(dirfd(all), d->d_name, 0);
  closedir(all);
}

bool file_write(const char *path, const char *text) {
  file_writing f;
  if (!file_begin(&f, path)) return false;
  fputs(text, f.to);
  return file_end(&f);
}

bool file_update(const char *path, const char *text) {
  char *now = file_read(path);
  bool same = now && strcmp(now, text) == 0;
  free(now);
  return same || file_write(path, text);
}

bool file_copy(const char *from, const char *to) {
  char buffer[1 << 14];
  size_t got;
  file_writing f;
  FILE *source = fopen(from, "rb");
  if (!source) return false;
  if (!file_begin(&f, to)) {
    fclose(source);
    return false;
  }
  while ((got = fread(buffer, 1, sizeof buffer, source)) > 0)
    fwrite(buffer, 1, got, f.to);
  bool read = !ferror(source);
  fclose(source);
  if (read) return file_end(&f);
  discard(&f);
  return false;
}
