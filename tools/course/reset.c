#include "reset.h"

#include "command.h"
#include "file.h"
#include "language.h"
#include "skeleton.h"
#include "text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- copies -----------------------------------------------------------*/

static const char folder[] = ".progress/skeletons";

/* Where the copy of an exercise's file is: its slug with '-' for '/'. */
static void copy_of(const exercise *e, char *path, size_t size) {
  text_fill(path, size, "%s/%s.c", folder, e->slug);
  for (char *c = path + sizeof folder; *c; c++)
    if (*c == '/') *c = '-';
}

static bool same(const char *text, const char *other) {
  return text && other && strcmp(text, other) == 0;
}

void reset_keep_skeletons(const exercise_list *list) {
  mkdir(".progress", 0777);
  mkdir(folder, 0777);
  for (size_t i = 0; i < list->count; i++) {
    const exercise *e = &list->all[i];
    char path[TEXT + 32];
    copy_of(e, path, sizeof path);
    char *now = file_read(e->file), *kept = file_read(path);
    char *came = file_read(e->skeleton);
    if (now && !same(now, kept) &&
        (came ? same(now, came) : skeleton_untouched(e, now)))
      file_write(path, now);
    free(now);
    free(kept);
    free(came);
  }
}

bool reset_skeleton_changed(const exercise *e) {
  char path[TEXT + 32];
  copy_of(e, path, sizeof path);
  char *now = file_read(e->skeleton), *kept = file_read(path);
  bool changed = now && kept && !same(now, kept);
  free(now);
  free(kept);
  return changed;
}

/* ---- back to it -------------------------------------------------------*/

/* The file as git first knew it, to be freed; NULL if git does not. */
static char *first_in_git(const exercise *e) {
  const char *file = strrchr(e->file, '/') + 1;
  const char *const log[] = {"git",         "-C",        e->folder,  "log",
                             "--format=%H", "--reverse", "--follow", "--",
                             file,          NULL};
  char *commits = command_output(log);
  if (!commits || !*commits) {
    free(commits);
    return NULL;
  }
  commits[strcspn(commits, "\n")] = '\0';
  char *object = text_print("%s:./%s", commits, file);
  free(commits);
  const char *const show[] = {"git", "-C", e->folder, "show", object, NULL};
  char *first = command_output(show);
  free(object);
  return first;
}

/* A name beside the file that is free: step.c.kept-1, step.c.kept-2, ...
 */
static void free_name(const char *file, char *name) {
  for (int i = 1; i < 10000; i++) {
    text_fill(name, TEXT, "%s.kept-%d", file, i);
    if (access(name, F_OK) != 0) return;
  }
}

/* What the student wrote goes to a new file beside it, whose name is
 * written to `kept` [TEXT] ("" if there was nothing to keep). False, with a
 * message and nothing changed, if it cannot be done. */
static bool bring_back(const exercise *e, char *kept) {
  char path[TEXT + 32];
  copy_of(e, path, sizeof path);
  char *fresh = file_read(e->skeleton), *now = file_read(e->file);
  if (!fresh) fresh = file_read(path);
  if (!fresh) fresh = first_in_git(e);
  bool good = fresh != NULL;
  *kept = '\0';
  if (!good)
    fprintf(
        stderr,
        _("course: there is no untouched %s to bring back: none was kept,"
          " and git knows none.\n"),
        e->file);
  if (good && now && strcmp(now, fresh) != 0) {
    free_name(e->file, kept);
    good = rename(e->file, kept) == 0;
    if (!good)
      fprintf(stderr, _("course: %s cannot be kept as %s: %s\n"), e->file,
              kept, strerror(errno));
  }
  if (good && (!now || *kept) && !file_write(e->file, fresh)) {
    fprintf(stderr, _("course: %s cannot be written: %s\n"), e->file,
            strerror(errno));
    if (*kept) rename(kept, e->file);
    good = false;
  }
  if (good) file_write(path, fresh);
  free(fresh);
  free(now);
  return good;
}

int reset(session *s, const char *name) {
  size_t first = 0;
  char kept[TEXT];
  if (!name || session_find(s, name, &first) != 1) {
    fprintf(stderr, _("course: reset wants the name of one exercise\n"));
    return 2;
  }
  const exercise *e = &s->all.all[first];
  if (!bring_back(e, kept)) return 1;
  progress_of(&s->reached, e->slug)->earned = -1;
  progress_save(&s->reached);
  if (*kept)
    printf(_("%s is as it came. What you had is in %s.\n"), e->file, kept);
  else
    printf(_("%s was as it came already.\n"), e->file);
  return 0;
}
