#include "progress.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char folder[] = ".progress";
static const char file[] = ".progress/progress.tsv";
static const char fresh[] = ".progress/progress.tsv.new";

progress_entry *progress_of(progress *p, const char *slug) {
  for (size_t i = 0; i < p->count; i++)
    if (strcmp(p->entries[i].slug, slug) == 0) return &p->entries[i];
  if (p->count == EXERCISES_MAX) {
    fprintf(stderr, "course: %s has too many lines\n", file);
    exit(2);
  }
  progress_entry *entry = &p->entries[p->count++];
  *entry = (progress_entry){.earned = -1};
  snprintf(entry->slug, sizeof entry->slug, "%s", slug);
  return entry;
}

void progress_load(progress *p) {
  char line[2 * TEXT], slug[TEXT];
  int earned, hints;
  long long saved = 0;
  p->count = 0;
  FILE *from = fopen(file, "r");
  if (!from && errno == ENOENT) return;
  if (!from) {
    fprintf(stderr, "course: cannot read your progress in %s: %s\n", file,
            strerror(errno));
    exit(2);
  }
  for (; fgets(line, sizeof line, from); saved = 0)
    if (sscanf(line, "%511s\t%d\t%d\t%lld", slug, &earned, &hints,
               &saved) >= 3 &&
        p->count < EXERCISES_MAX) {
      progress_entry *entry = progress_of(p, slug);
      entry->earned = earned;
      entry->hints = hints;
      entry->saved = saved;
    }
  fclose(from);
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
  mkdir(folder, 0777);
  FILE *to = fopen(fresh, "w");
  for (size_t i = 0; to && i < p->count; i++)
    fprintf(to, "%s\t%d\t%d\t%lld\n", p->entries[i].slug,
            p->entries[i].earned, p->entries[i].hints, p->entries[i].saved);
  if (!to || ferror(to) || fclose(to) != 0 || rename(fresh, file) != 0)
    fprintf(stderr, "course: could not keep your progress in %s: %s\n",
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
