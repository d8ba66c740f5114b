#include "exercise.h"

#include "fail.h"
#include "file.h"
#include "language.h"
#include "text.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Copies the value of "key: value" from the head of a task. */
static bool head_value(const char *task, const char *key, char *value) {
  char start[64];
  text_fill(start, sizeof start, "\n%s: ", key);
  const char *found = strstr(task, start);
  if (!found) return false;
  found += strlen(start);
  text_fill(value, TEXT, "%.*s", (int)strcspn(found, "\n"), found);
  return true;
}

static char *read_task(const char *path) {
  char *task = file_read(path);
  if (!task) fail(_("cannot read %s"), path);
  return task;
}

static void read_head(exercise *e) {
  char minutes[TEXT] = "", points[TEXT] = "";
  char *path = text_print("%s/task.md", e->folder);
  char *translated = language_file(path);
  char *task = read_task(path), *words = read_task(translated);
  if (!head_value(task, "title", e->title) ||
      !head_value(task, "minutes", minutes) ||
      !head_value(task, "points", points))
    fail(_("a title, minutes or points is missing in %s"), path);
  head_value(words, "title", e->title);
  e->minutes = atoi(minutes);
  e->points = atoi(points);
  free(task);
  free(words);
  free(translated);
  free(path);
}

static void read_line(exercise *e, char *line) {
  enum { SLUG, FOLDER, DRIVER, HOME, COLUMNS };
  char *columns[COLUMNS];
  for (int i = 0; i < COLUMNS; i++) {
    columns[i] = line;
    line += strcspn(line, "\t");
    if (*line) *line++ = '\0';
  }
  const char *home = columns[HOME], *between = *home ? "/" : "";
  const char *slash = strrchr(columns[SLUG], '/');
  const char *name = slash ? slash + 1 : columns[SLUG];
  const char *below = columns[FOLDER] + strcspn(columns[FOLDER], "/");
  const char *folder = columns[FOLDER];
  text_fill(e->slug, TEXT, "%s", columns[SLUG]);
  text_fill(e->home, TEXT, "%s", home);
  text_fill(e->driver, TEXT, "%s", columns[DRIVER]);
  text_fill(e->place, TEXT, "%s/%s.c", folder, name);
  text_fill(e->folder, TEXT, "%s%s%s", home, between, folder);
  text_fill(e->file, TEXT, "%s/%s.c", e->folder, name);
  text_fill(e->header, TEXT, "%s/%s.h", e->folder, name);
  text_fill(e->skeleton, TEXT, "skeletons%s/%s.c", below, name);
  text_fill(e->solution, TEXT, "%s%ssolutions%s/%s.c", home, between, below,
            name);
}

void exercises_load(exercise_list *list, const char *path) {
  char *text = file_read(path), *rest = NULL;
  if (!text) fail(_("cannot read %s"), path);
  list->count = 0;
  for (char *line = strtok_r(text, "\n", &rest); line;
       line = strtok_r(NULL, "\n", &rest)) {
    if (list->count == EXERCISES_MAX)
      fail(_("too many exercises in %s"), path);
    read_line(&list->all[list->count], line);
    list->count++;
  }
  free(text);
  for (size_t i = 0; i < list->count; i++) read_head(&list->all[i]);
}

size_t exercises_secrets(const exercise_list *list,
                         const char *secrets[SECRETS_MAX]) {
  size_t count = 0;
  secrets[count++] = ".";
  secrets[count++] = COURSE_GRADERS;
  for (size_t i = 0; i < list->count; i++) {
    const char *home = list->all[i].home;
    bool known = *home == '\0';
    for (size_t j = 0; j < count; j++)
      known = known || strcmp(secrets[j], home) == 0;
    if (known) continue;
    if (count + 1 == SECRETS_MAX) fail(_("too many folders with %s"), home);
    secrets[count++] = home;
  }
  secrets[count] = NULL;
  return count;
}

/* Does one path end with the other? */
static bool ends_alike(const char *a, const char *b) {
  size_t m = strlen(a), n = strlen(b);
  return m > n ? strcmp(a + m - n, b) == 0 : strcmp(b + n - m, a) == 0;
}

/* Does `name` mean this exercise, or its whole chapter? It may be a slug,
 * a folder, or a path to the file from wherever. */
static bool means(const exercise *e, const char *name) {
  if (strncmp(name, "./", 2) == 0) name += 2;
  size_t length = strlen(name);
  while (length && name[length - 1] == '/') length--;
  const char *texts[] = {e->slug, e->place, e->file};
  for (int i = 0; i < 3; i++)
    if (length && strncmp(texts[i], name, length) == 0 &&
        (texts[i][length] == '\0' || texts[i][length] == '/'))
      return true;
  bool is_path = strstr(name, ".c") && strchr(name, '/');
  return is_path && ends_alike(e->place, name);
}

size_t exercises_find(const exercise_list *list, const char *name,
                      size_t *first) {
  size_t count = 0;
  for (size_t i = 0; i < list->count; i++)
    if (means(&list->all[i], name)) {
      if (!count) *first = i;
      count++;
    }
  return count;
}

/* The length of the longest common subsequence of two words. */
static size_t in_common(const char *a, const char *b) {
  size_t row[TEXT + 1] = {0};
  for (; *a; a++) {
    size_t diagonal = 0;
    for (size_t j = 0; b[j] && j < TEXT; j++) {
      size_t above = row[j + 1];
      if (*a == b[j])
        row[j + 1] = diagonal + 1;
      else if (row[j] > row[j + 1])
        row[j + 1] = row[j];
      diagonal = above;
    }
  }
  size_t length = strlen(b);
  return row[length < TEXT ? length : TEXT];
}

const char *exercises_near(const exercise_list *list, const char *name) {
  const char *best = NULL;
  size_t most = strlen(name) / 2;
  for (size_t i = 0; i < list->count; i++) {
    size_t common = in_common(name, list->all[i].slug);
    if (common > most) {
      most = common;
      best = list->all[i].slug;
    }
  }
  return best;
}

char *exercise_task(const exercise *e) {
  char *path = text_print("%s/task.md", e->folder);
  char *translated = language_file(path);
  free(path);
  return translated;
}
