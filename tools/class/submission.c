#include "submission.h"

#include "source.h"
#include "text.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEPTH_MAX = 8, FILES_MAX = 1000, SENTENCES_MAX = 40 };

typedef struct {
  submission *s;
  const char *folder;
  const exercise_list *list;
  size_t first, end; /* the exercises that are asked for */
  size_t files;
  bool structured[EXERCISES_MAX]; /* its place told what it is */
} search;

/* ---- sentences -------------------------------------------------------*/

/* A name for people: bytes that are no plain text become '?'. */
static const char *plain(const char *name) {
  static char text[FILE_PATH];
  size_t length = 0;
  for (; *name && length + 1 < sizeof text; name++)
    text[length++] =
        (unsigned char)*name < ' ' || *name == 127 ? '?' : *name;
  text[length] = '\0';
  return text;
}

static void unexpected(search *in, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void unexpected(search *in, const char *format, ...) {
  char text[3 * FILE_PATH];
  va_list arguments;
  size_t count = json_array_size(in->s->unexpected);
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  if (count > SENTENCES_MAX) return;
  if (count == SENTENCES_MAX) snprintf(text, sizeof text, "... and more.");
  json_t *sentence = json_string(text);
  json_array_append_new(in->s->unexpected,
                        sentence ? sentence
                                 : json_string("A name that is no UTF-8."));
}

/* ---- what a path says ------------------------------------------------*/

static const char *without_number(const char *name) {
  const char *rest = name + strspn(name, "0123456789");
  return rest > name && *rest == '-' ? rest + 1 : name;
}

static const char *last_part(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

/* Is this part of a path the same, with its number or without? */
static bool same_part(const char *part, size_t length, const char *name,
                      size_t name_length) {
  const char *short_name = without_number(name);
  size_t short_length = name_length - (size_t)(short_name - name);
  return (length == name_length && strncmp(part, name, length) == 0) ||
         (length == short_length && strncmp(part, short_name, length) == 0);
}

/* "2-step/step.c" at the end, and "01-perceptron" before it if anything is
 * before it. */
static bool in_its_place(const char *path, const exercise *e) {
  const char *place = e->file + strlen("exercises/");
  const char *at = path + strlen(path), *want = place + strlen(place);
  int parts = 0;
  while (at > path && want > place) {
    const char *start = at, *wanted = want;
    while (start > path && start[-1] != '/') start--;
    while (wanted > place && wanted[-1] != '/') wanted--;
    if (!same_part(start, (size_t)(at - start), wanted,
                   (size_t)(want - wanted)))
      return false;
    parts++;
    at = start > path ? start - 1 : path;
    want = wanted > place ? wanted - 1 : place;
  }
  return parts >= 2;
}

/* The name without what browsers and systems add: "step (1).c", "step-1.c"
 * and "STEP.C" are step; "least_norm.c" is least-norm. Empty if it is no C
 * file. */
static void stem_of(const char *path, char *stem, size_t size) {
  snprintf(stem, size, "%s", last_part(path));
  for (char *c = stem; *c; c++)
    *c = strchr("_ ", *c) ? '-' : (char)tolower((unsigned char)*c);
  size_t length = strlen(stem);
  if (length < 3 || strcmp(stem + length - 2, ".c") != 0) {
    *stem = '\0';
    return;
  }
  stem[length -= 2] = '\0';
  while (length && strchr("0123456789)(", stem[length - 1])) length--;
  if (length && stem[length] && stem[length - 1] == '-') length--;
  stem[length] = '\0';
}

/* Does the stem end with the word, after a letter that is none? */
static bool ends_with(const char *stem, const char *word) {
  size_t m = strlen(stem), n = strlen(word);
  if (m < n || strcmp(stem + m - n, word) != 0) return false;
  return m == n || !isalnum((unsigned char)stem[m - n - 1]);
}

/* "perceptron-step", maybe behind a student's name. */
static bool is_whole_name(const char *stem, const exercise *e) {
  char name[TEXT];
  snprintf(name, sizeof name, "%s", e->slug);
  *strchr(name, '/') = '-';
  return ends_with(stem, name);
}

/* ---- what a text says ------------------------------------------------*/

/* Does the name stand in the text with a parenthesis behind it? */
static bool is_called(const char *text, const char *name) {
  size_t length = strlen(name);
  for (; (text = strstr(text, name)); text += length) {
    const char *after = text + length;
    if (after[strspn(after, " \t")] == '(') return true;
  }
  return false;
}

/* Does the text define every function that the exercise's header
 * declares? Only names are compared. */
static bool defines_functions(const char *text, const exercise *e) {
  char name[128];
  char *header = text_read(e->header);
  bool all = header != NULL;
  for (const char *end = header; all && (end = strstr(end, ");")); end++) {
    const char *open = end;
    int depth = 1;
    while (depth > 0 && open > header) {
      open--;
      depth += (*open == ')') - (*open == '(');
    }
    const char *start = open;
    while (start > header &&
           (isalnum((unsigned char)start[-1]) || start[-1] == '_'))
      start--;
    snprintf(name, sizeof name, "%.*s", (int)(open - start), start);
    const char *line = start;
    while (line > header && line[-1] != '\n') line--;
    if (strncmp(line, "typedef", 7) != 0 && *line != ' ' && *line != '*')
      all = is_called(text, name);
  }
  free(header);
  return all;
}

/* ---- one file --------------------------------------------------------*/

static void take(search *in, const char *path, size_t e, bool structured) {
  char *file = in->s->files[e];
  const char *slug = in->list->all[e].slug;
  bool better = !*file || (structured && !in->structured[e]);
  if (*file)
    unexpected(in, "There are two files for %s; '%s' was graded.", slug,
               plain(better ? path : file));
  if (!better) return;
  snprintf(file, FILE_PATH, "%s", path);
  in->structured[e] = structured;
}

/* How many of these exercises are asked for; *chosen is one of them. */
static size_t asked_for(const search *in, const size_t *fits, size_t count,
                        size_t *chosen) {
  size_t asked = 0;
  for (size_t i = 0; i < count; i++)
    if (fits[i] >= in->first && fits[i] < in->end) {
      *chosen = fits[i];
      asked++;
    }
  return asked;
}

/* One of the exercises that a name fits; of several, their functions
 * decide. */
static void take_one_of(search *in, const char *path, const size_t *fits,
                        size_t count, bool structured) {
  if (count == 1) {
    take(in, path, fits[0], structured);
    return;
  }
  char whole[2 * FILE_PATH], why[TEXT], names[TEXT] = "";
  size_t chosen = 0, chosen_count = 0;
  snprintf(whole, sizeof whole, "%s/%s", in->folder, path);
  char *text = source_read(whole, why, sizeof why);
  for (size_t i = 0; i < count; i++) {
    const exercise *e = &in->list->all[fits[i]];
    size_t length = strlen(names);
    snprintf(names + length, sizeof names - length, "%s%s", i ? " or " : "",
             e->slug);
    if (!text || !defines_functions(text, e)) continue;
    chosen = fits[i];
    chosen_count++;
  }
  free(text);
  if (chosen_count != 1) chosen_count = asked_for(in, fits, count, &chosen);
  if (chosen_count == 1)
    take(in, path, chosen, structured);
  else
    unexpected(in, "'%s' could be %s; it was not graded.", plain(path),
               names);
}

/* Files that belong to the course, beside a solution. */
static bool of_the_course(const char *path, const exercise_list *list) {
  static const char *const names[] = {"driver.c", "grader.c", "task.md",
                                      ".DS_Store", "Thumbs.db"};
  const char *name = last_part(path);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(name, names[i]) == 0) return true;
  if (strstr(name, ".c.kept-")) return true;
  for (size_t i = 0; i < list->count; i++) {
    const char *own = last_part(list->all[i].file);
    size_t length = strlen(own) - 1;
    if (strncmp(name, own, length) == 0 && strcmp(name + length, "h") == 0)
      return true;
  }
  return false;
}

static void look_at(search *in, const char *path) {
  size_t fits[EXERCISES_MAX], count = 0;
  char stem[FILE_PATH];
  stem_of(path, stem, sizeof stem);
  for (size_t i = 0; i < in->list->count; i++)
    if (in_its_place(path, &in->list->all[i])) fits[count++] = i;
  if (count > 0) {
    take_one_of(in, path, fits, count, true);
    return;
  }
  if (of_the_course(path, in->list)) return;
  for (size_t i = 0; i < in->list->count; i++)
    if (is_whole_name(stem, &in->list->all[i])) {
      take(in, path, i, false);
      return;
    }
  for (size_t i = 0; i < in->list->count; i++) {
    const exercise *e = &in->list->all[i];
    if (*stem && ends_with(stem, strchr(e->slug, '/') + 1))
      fits[count++] = i;
  }
  if (count > 0)
    take_one_of(in, path, fits, count, false);
  else
    unexpected(in, "'%s' is no exercise of the course.", plain(path));
}

/* ---- all of them -----------------------------------------------------*/

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Folders that nobody hands in on purpose. */
static bool of_no_interest(const char *name) {
  static const char *const names[] = {".",         "..",    ".git",
                                      ".progress", "build", "__MACOSX"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(name, names[i]) == 0) return true;
  return false;
}

static void walk(search *in, const char *path, int depth);

static void visit(search *in, const char *path, int depth) {
  char whole[2 * FILE_PATH];
  struct stat found;
  snprintf(whole, sizeof whole, "%s/%s", in->folder, path);
  if (lstat(whole, &found) != 0)
    unexpected(in, "'%s' cannot be read: %s.", plain(path),
               strerror(errno));
  else if (S_ISLNK(found.st_mode))
    unexpected(in, "'%s' is a link; links are not followed.", plain(path));
  else if (S_ISDIR(found.st_mode))
    walk(in, path, depth + 1);
  else if (S_ISREG(found.st_mode))
    look_at(in, path);
  else
    unexpected(in, "'%s' is no plain file.", plain(path));
}

/* Through a folder, in the order of names, so that it is always the same.
 */
static void walk(search *in, const char *path, int depth) {
  char whole[2 * FILE_PATH], inner[FILE_PATH];
  char **names = NULL;
  size_t count = 0;
  snprintf(whole, sizeof whole, "%s/%s", in->folder, path);
  DIR *folder = depth <= DEPTH_MAX ? opendir(whole) : NULL;
  if (!folder) {
    unexpected(in, "The folder '%s' was not looked into: %s.", plain(path),
               depth > DEPTH_MAX ? "it is too deep" : strerror(errno));
    return;
  }
  for (struct dirent *d; (d = readdir(folder));) {
    if (of_no_interest(d->d_name)) continue;
    if (++in->files > FILES_MAX) {
      unexpected(in,
                 "There are more than %d files; not all were looked at.",
                 FILES_MAX);
      break;
    }
    char **more = realloc(names, (count + 1) * sizeof *names);
    if (!more) break;
    names = more;
    names[count++] = strdup(d->d_name);
  }
  closedir(folder);
  if (count) qsort(names, count, sizeof *names, by_name);
  for (size_t i = 0; i < count; i++) {
    snprintf(inner, sizeof inner, "%s%s%s", path, *path ? "/" : "",
             names[i]);
    visit(in, inner, depth);
    free(names[i]);
  }
  free(names);
}

void submission_read(submission *s, const char *folder,
                     const exercise_list *list, size_t first, size_t end) {
  static search in;
  memset(s, 0, sizeof *s);
  s->unexpected = json_array();
  in = (search){
      .s = s, .folder = folder, .list = list, .first = first, .end = end};
  walk(&in, "", 0);
}

void submission_free(submission *s) {
  json_decref(s->unexpected);
}
