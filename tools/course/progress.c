#include "progress.h"

#include "fail.h"
#include "file.h"
#include "language.h"
#include "text.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char folder[] = ".progress";
static const char file[] = ".progress/progress.tsv";

progress_entry *progress_of(progress *p, const char *slug) {
  for (size_t i = 0; i < p->count; i++)
    if (strcmp(p->entries[i].slug, slug) == 0) return &p->entries[i];
  if (p->count == EXERCISES_MAX) fail(_("%s has too many lines"), file);
  progress_entry *entry = &p->entries[p->count++];
  *entry = (progress_entry){.earned = -1};
  text_fill(entry->slug, sizeof entry->slug, "%s", slug);
  return entry;
}

int progress_earned(progress *p, const exercise *e) {
  int points = progress_of(p, e->slug)->earned;
  return points > 0 ? points : 0;
}

const exercise *progress_next(progress *p, const exercise_list *list,
                              size_t first, size_t count) {
  for (const exercise *e = &list->all[first]; count--; e++)
    if (progress_earned(p, e) < e->points) return e;
  return NULL;
}

const exercise *progress_next_after(progress *p, const exercise_list *list,
                                    size_t first, size_t count,
                                    const exercise *e) {
  size_t here = (size_t)(e - list->all), end = first + count;
  assert(here < list->count && end <= list->count);
  if (here < first || here >= end)
    return progress_next(p, list, first, count);
  const exercise *next = progress_next(p, list, here + 1, end - here - 1);
  return next ? next : progress_next(p, list, first, here - first);
}

void progress_load(progress *p) {
  p->count = 0;
  char *text = file_read(file), *rest = NULL;
  if (!text && errno == ENOENT) return;
  if (!text)
    fail(_("cannot read your progress in %s: %s"), file, strerror(errno));
  for (char *line = strtok_r(text, "\n", &rest); line;
       line = strtok_r(NULL, "\n", &rest)) {
    char slug[TEXT];
    int earned, hints;
    long long saved = 0;
    if (sscanf(line, "%511s\t%d\t%d\t%lld", slug, &earned, &hints, &saved) <
        3)
      continue;
    progress_entry *entry = progress_of(p, slug);
    entry->earned = earned;
    entry->hints = hints;
    entry->saved = saved;
  }
  free(text);
}

long long progress_saved(const char *path) {
  struct stat about;
  return stat(path, &about) == 0 ? (long long)about.st_mtime : 0;
}

bool progress_is_old(progress *p, const exercise *e) {
  const progress_entry *entry = progress_of(p, e->slug);
  return entry->earned >= 0 && entry->saved &&
         progress_saved(e->file) > entry->saved;
}

void progress_save(const progress *p) {
  file_writing f;
  mkdir(folder, 0777);
  bool good = file_begin(&f, file);
  for (size_t i = 0; good && i < p->count; i++)
    fprintf(f.to, "%s\t%d\t%d\t%lld\n", p->entries[i].slug,
            p->entries[i].earned, p->entries[i].hints, p->entries[i].saved);
  if (!good || !file_end(&f))
    fprintf(stderr, _("course: could not keep your progress in %s: %s\n"),
            file, strerror(errno));
}

json_t *progress_json(const exercise *e, progress *reached) {
  const progress_entry *entry = progress_of(reached, e->slug);
  json_t *earned =
      entry->earned < 0 ? json_null() : json_integer(entry->earned);
  return json_pack("{s:s, s:s, s:s, s:s, s:i, s:i, s:o, s:i}", "slug",
                   e->slug, "title", e->title, "folder", e->folder, "file",
                   e->file, "minutes", e->minutes, "points", e->points,
                   "earned", earned, "hints", entry->hints);
}
