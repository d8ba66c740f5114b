#include "skeleton.h"

#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- is it untouched? -------------------------------------------------*/

static size_t occurrences(const char *text, const char *what) {
  size_t count = 0;
  for (; (text = strstr(text, what)); text += strlen(what)) count++;
  return count;
}

/* The function types that a header names: "typedef double f(int x);". */
static size_t function_types(const char *header) {
  static const char begin[] = "typedef ";
  size_t count = 0;
  for (const char *at = header; (at = strstr(at, begin)); at++) {
    size_t length = strcspn(at, ";{");
    count += at[length] == ';' && at[length - 1] == ')';
  }
  return count;
}

/* The functions that the exercise's header declares. */
static size_t functions_of(const exercise *e) {
  char *header = text_read(e->header);
  size_t count = 0;
  if (header) count = occurrences(header, ");") - function_types(header);
  free(header);
  return count;
}

/* After a mark: nothing to the end of the function, or a return of one
 * word, such as false or -1. */
static bool nothing_follows(const char *text) {
  static const char space[] = " \t\r\n";
  text += strspn(text, space);
  if (strncmp(text, "return ", 7) == 0) {
    text += 7;
    text += strspn(text, "-0123456789abcdefghijklmnopqrstuvwxyz");
    if (*text == ';') text++;
    text += strspn(text, space);
  }
  return *text == '}';
}

bool skeleton_untouched(const exercise *e, const char *text) {
  static const char mark[] = "/* Your code here. */";
  bool untouched = occurrences(text, mark) == functions_of(e);
  for (const char *at = text; untouched && (at = strstr(at, mark));) {
    at += strlen(mark);
    untouched = nothing_follows(at);
  }
  return untouched;
}

/* ---- copies -----------------------------------------------------------*/

static const char folder[] = ".progress/skeletons";

/* Where the copy of an exercise's file is: its slug with '-' for '/'. */
static void copy_of(const exercise *e, char *path, size_t size) {
  int length = snprintf(path, size, "%s/%s.c", folder, e->slug);
  for (char *c = path + sizeof folder; c < path + length; c++)
    if (*c == '/') *c = '-';
}

/* Writes a whole file, by way of a second one; false if it cannot. */
static bool write_text(const char *path, const char *text) {
  char part[TEXT + 8];
  snprintf(part, sizeof part, "%s.part", path);
  unlink(part); /* it may be another file under a second name */
  FILE *to = fopen(part, "w");
  if (!to) return false;
  bool good = fputs(text, to) >= 0;
  good = fclose(to) == 0 && good && rename(part, path) == 0;
  if (!good) unlink(part);
  return good;
}

static bool same(const char *text, const char *other) {
  return text && other && strcmp(text, other) == 0;
}

void skeleton_keep(const exercise_list *list) {
  mkdir(".progress", 0777);
  mkdir(folder, 0777);
  for (size_t i = 0; i < list->count; i++) {
    const exercise *e = &list->all[i];
    char path[TEXT + 32];
    copy_of(e, path, sizeof path);
    char *now = text_read(e->file), *kept = text_read(path);
    char *came = text_read(e->skeleton);
    if (now && !same(now, kept) &&
        (came ? same(now, came) : skeleton_untouched(e, now)))
      write_text(path, now);
    free(now);
    free(kept);
    free(came);
  }
}

bool skeleton_has_changed(const exercise *e) {
  char path[TEXT + 32];
  copy_of(e, path, sizeof path);
  char *now = text_read(e->skeleton), *kept = text_read(path);
  bool changed = now && kept && !same(now, kept);
  free(now);
  free(kept);
  return changed;
}

/* ---- back to it -------------------------------------------------------*/

/* What a program prints, to be freed; NULL if it fails. */
static char *output_of(const char *const argv[]) {
  int ends[2];
  if (pipe(ends) != 0) return NULL;
  fflush(NULL);
  pid_t pid = fork();
  if (pid == 0) {
    int nothing = open("/dev/null", O_WRONLY);
    dup2(ends[1], STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
    close(ends[0]);
    execvp(argv[0], (char *const *)(size_t)argv);
    _exit(127);
  }
  close(ends[1]);
  size_t size = 0, room = 65536;
  char *text = malloc(room);
  ssize_t got;
  while (text && size + 1 < room &&
         (got = read(ends[0], text + size, room - size - 1)) > 0)
    size += (size_t)got;
  close(ends[0]);
  int status = 1;
  while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
    continue;
  if (!text || pid < 0 || status != 0) {
    free(text);
    return NULL;
  }
  text[size] = '\0';
  return text;
}

/* The file as git first knew it, to be freed; NULL if git does not. */
static char *first_in_git(const exercise *e) {
  const char *file = strrchr(e->file, '/') + 1;
  const char *const log[] = {"git",         "-C",        e->folder,  "log",
                             "--format=%H", "--reverse", "--follow", "--",
                             file,          NULL};
  char *commits = output_of(log), object[TEXT + 64];
  if (!commits || !*commits) {
    free(commits);
    return NULL;
  }
  commits[strcspn(commits, "\n")] = '\0';
  snprintf(object, sizeof object, "%s:./%s", commits, file);
  free(commits);
  const char *const show[] = {"git", "-C", e->folder, "show", object, NULL};
  return output_of(show);
}

/* A name beside the file that is free: step.c.kept-1, step.c.kept-2, ...
 */
static void free_name(const char *file, char *name) {
  for (int i = 1; i < 10000; i++) {
    snprintf(name, TEXT, "%.480s.kept-%d", file, i);
    if (access(name, F_OK) != 0) return;
  }
}

bool skeleton_reset(const exercise *e, char *kept) {
  char path[TEXT + 32];
  copy_of(e, path, sizeof path);
  char *fresh = text_read(e->skeleton), *now = text_read(e->file);
  if (!fresh) fresh = text_read(path);
  if (!fresh) fresh = first_in_git(e);
  bool good = fresh != NULL;
  *kept = '\0';
  if (!good)
    fprintf(stderr,
            "course: there is no untouched %s to bring back: none was kept,"
            " and git knows none.\n",
            e->file);
  if (good && now && strcmp(now, fresh) != 0) {
    free_name(e->file, kept);
    good = rename(e->file, kept) == 0;
    if (!good)
      fprintf(stderr, "course: %s cannot be kept as %s: %s\n", e->file,
              kept, strerror(errno));
  }
  if (good && (!now || *kept) && !write_text(e->file, fresh)) {
    fprintf(stderr, "course: %s cannot be written: %s\n", e->file,
            strerror(errno));
    if (*kept) rename(kept, e->file);
    good = false;
  }
  if (good) write_text(path, fresh);
  free(fresh);
  free(now);
  return good;
}
