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
  p->count = 0;
  FILE *from = fopen(file, "r");
  if (!from && errno == ENOENT) return;
  if (!from) {
    fprintf(stderr, "course: cannot read your progress in %s: %s\n", file,
            strerror(errno));
    exit(2);
  }
  while (fgets(line, sizeof line, from))
    if (sscanf(line, "%511s\t%d\t%d", slug, &earned, &hints) == 3 &&
        p->count < EXERCISES_MAX) {
      progress_entry *entry = progress_of(p, slug);
      entry->earned = earned;
      entry->hints = hints;
    }
  fclose(from);
}

void progress_save(const progress *p) {
  mkdir(folder, 0777);
  FILE *to = fopen(fresh, "w");
  for (size_t i = 0; to && i < p->count; i++)
    fprintf(to, "%s\t%d\t%d\n", p->entries[i].slug, p->entries[i].earned,
            p->entries[i].hints);
  if (!to || ferror(to) || fclose(to) != 0 || rename(fresh, file) != 0)
    fprintf(stderr, "course: could not keep your progress in %s: %s\n",
            file, strerror(errno));
}
