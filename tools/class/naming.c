#include "naming.h"

#include "text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

enum { NAME = 256 }; /* bytes, of a part of a path */

const char *naming_last_part(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

void naming_proposed(const exercise *e, char name[TEXT]) {
  text_fill(name, TEXT, "%.*s-%s.c", (int)strcspn(e->slug, "/"), e->slug,
            naming_last_part(e->slug));
}

/* ---- places ----------------------------------------------------------*/

static const char *without_number(const char *name) {
  const char *rest = name + strspn(name, "0123456789");
  return rest > name && *rest == '-' ? rest + 1 : name;
}

/* Is this part of a path the same, with or without its number? */
static bool same_part(const char *part, size_t length, const char *name,
                      size_t name_length) {
  const char *short_name = without_number(name);
  size_t short_length = name_length - (size_t)(short_name - name);
  return (length == name_length && strncmp(part, name, length) == 0) ||
         (length == short_length && strncmp(part, short_name, length) == 0);
}

/* "2-step/step.c" at the end, and "01-perceptron" before it if anything is
 * before it. */
static naming by_place(const char *path, const exercise *e) {
  const char *place = e->place + strlen("exercises/");
  const char *at = path + strlen(path), *want = place + strlen(place);
  int parts = 0;
  while (at > path && want > place) {
    const char *start = at, *wanted = want;
    while (start > path && start[-1] != '/') start--;
    while (wanted > place && wanted[-1] != '/') wanted--;
    if (!same_part(start, (size_t)(at - start), wanted,
                   (size_t)(want - wanted)))
      return NOT_NAMED;
    parts++;
    at = start > path ? start - 1 : path;
    want = wanted > place ? wanted - 1 : place;
  }
  if (parts < 2) return NOT_NAMED;
  bool whole = at == path ||
               strncmp(path, "exercises/", (size_t)(at - path) + 1) == 0;
  return whole ? NAMED_BY_PLACE : NAMED_BY_PLACE_BELOW;
}

/* ---- names -----------------------------------------------------------*/

/* In lower case, with '-' for whatever separates words. */
static void simplify(const char *name, char simple[NAME]) {
  text_shorten(simple, NAME, name, strlen(name));
  for (char *c = simple; *c; c++)
    *c = strchr("_ ", *c) ? '-' : (char)tolower((unsigned char)*c);
}

/* How a name without its ending is that of the exercise: as it is in
 * `exact`, or one further. */
static naming same_name(const char *stem, const char *name, naming exact) {
  char simple[NAME];
  if (strcmp(stem, name) == 0) return exact;
  simplify(stem, simple);
  return strcmp(simple, name) == 0 ? exact + 1 : NOT_NAMED;
}

/* Behind "perezana_4711_", as platforms put before the names of files that
 * they hand out; NULL if it does not begin so. */
static const char *behind_student(const char *name) {
  const char *end = NULL;
  for (const char *c = name + 1; *name && *c; c++) {
    size_t digits = *c == '_' ? strspn(c + 1, "0123456789") : 0;
    if (digits && c[digits + 1] == '_') end = c + digits + 2;
  }
  return end;
}

naming naming_of(const char *path, const exercise *e) {
  char stem[NAME], whole[TEXT];
  const char *name = naming_last_part(path);
  size_t length = strlen(name);
  naming found = by_place(path, e);
  if (found != NOT_NAMED) return found;
  if (length < 3 || length >= NAME ||
      strcasecmp(name + length - 2, ".c") != 0)
    return NOT_NAMED;

  text_fill(stem, sizeof stem, "%.*s", (int)length - 2, name);
  naming_proposed(e, whole);
  whole[strlen(whole) - 2] = '\0';
  const char *own = naming_last_part(e->slug);
  const char *behind = behind_student(stem);
  if (found == NOT_NAMED) found = same_name(stem, whole, NAMED_WHOLE);
  if (found == NOT_NAMED) found = same_name(stem, own, NAMED_SHORT);
  if (found == NOT_NAMED && behind)
    found = same_name(behind, whole, NAMED_BY_PLATFORM);
  if (found == NOT_NAMED && behind)
    found = same_name(behind, own, NAMED_BY_PLATFORM_SHORT);
  return found;
}

/* ---- likeness --------------------------------------------------------*/

static const char *ending(const char *path) {
  const char *name = naming_last_part(path), *dot = strrchr(name, '.');
  return dot && dot > name ? dot + 1 : "";
}

static bool is_one_of(const char *word, const char *const *all,
                      size_t count) {
  for (size_t i = 0; i < count; i++)
    if (strcasecmp(word, all[i]) == 0) return true;
  return false;
}
#define IS_ONE_OF(word, all) is_one_of(word, all, sizeof all / sizeof *all)

bool naming_is_source(const char *path) {
  static const char *const endings[] = {
      "",    "c",    "cc",  "cpp",  "cxx", "txt", "c~",
      "bak", "orig", "old", "save", "tmp", "sav", "backup"};
  return IS_ONE_OF(ending(path), endings);
}

/* Word processors' and notebooks' files, in which somebody may have put a
 * text. */
static bool is_document(const char *path) {
  static const char *const endings[] = {"doc", "docx",  "odt",  "pdf",
                                        "rtf", "pages", "ipynb"};
  return IS_ONE_OF(ending(path), endings);
}

bool naming_is_zip(const char *path) {
  return strcasecmp(ending(path), "zip") == 0;
}

bool naming_is_other_archive(const char *path) {
  static const char *const endings[] = {"7z",  "bz2", "gz",  "rar", "tar",
                                        "tgz", "xz",  "txz", "zst", "zipx"};
  return IS_ONE_OF(ending(path), endings);
}

/* Does the text contain the word, with no letter next to it? */
static bool has_word(const char *text, const char *word) {
  size_t length = strlen(word);
  for (const char *at = text; (at = strstr(at, word)); at++) {
    bool before = at > text && isalpha((unsigned char)at[-1]);
    if (!before && !isalpha((unsigned char)at[length])) return true;
  }
  return false;
}

static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

/* The edit distance of two words, where swapping two neighbouring letters
 * is one edit (Damerau-Levenshtein, optimal string alignment). */
static size_t distance(const char *a, const char *b) {
  size_t m = strlen(a), n = strlen(b);
  size_t rows[3][NAME + 1];
  if (m > NAME || n > NAME) return NAME;
  for (size_t j = 0; j <= n; j++) rows[0][j] = j;
  for (size_t i = 1; i <= m; i++) {
    size_t *row = rows[i % 3], *above = rows[(i + 2) % 3];
    size_t *before = rows[(i + 1) % 3];
    row[0] = i;
    for (size_t j = 1; j <= n; j++) {
      row[j] = above[j - 1] + (a[i - 1] != b[j - 1]);
      row[j] = least(row[j], least(above[j], row[j - 1]) + 1);
      bool swapped =
          i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = least(row[j], before[j - 2] + 1);
    }
  }
  return rows[m % 3][n];
}

/* Is it mistyped? One letter in five may be wrong. */
static bool is_near(const char *stem, const char *name) {
  size_t length = strlen(name);
  return length > 3 && distance(stem, name) <= (length + 1) / 5;
}

/* Is it beside the place of the exercise's file? */
static bool is_in_folder(const char *path, const exercise *e) {
  char *there = text_print("%.*s%s", (int)(naming_last_part(path) - path),
                           path, naming_last_part(e->place));
  bool is = by_place(there, e) != NOT_NAMED;
  free(there);
  return is;
}

bool naming_is_like(const char *path, const exercise *e) {
  char simple[NAME], whole[TEXT];
  const char *own = naming_last_part(e->slug);
  simplify(naming_last_part(path), simple);
  if (is_document(path)) return has_word(simple, own);
  if (!naming_is_source(path)) return false;
  if (has_word(simple, own) || is_in_folder(path, e)) return true;
  naming_proposed(e, whole);
  whole[strlen(whole) - 2] = '\0';
  simple[strcspn(simple, ".")] = '\0';
  return is_near(simple, own) || is_near(simple, whole);
}

/* ---- what is not handed in -------------------------------------------*/

static bool is_file(const char *path) {
  struct stat found;
  return stat(path, &found) == 0 && S_ISREG(found.st_mode);
}

/* Of the course itself, or of what was added to it. */
static bool is_course_file(const char *path) {
  char *added = text_print("%s/%s", COURSE_TREE, path);
  bool found = is_file(path) || is_file(added);
  free(added);
  return found;
}

bool naming_is_of_course(const char *path) {
  const char *name = naming_last_part(path);
  if (strstr(name, ".c.kept-") || strncmp(name, "graders-", 8) == 0 ||
      strcmp(name, "edition.txt") == 0)
    return true;
  for (const char *rest = path; *rest; rest++)
    if ((rest == path || rest[-1] == '/') && *rest != '/' &&
        is_course_file(rest))
      return true;
  return false;
}

bool naming_is_skeleton(const char *path) {
  static const char folder[] = "skeletons/";
  const char *found = strstr(path, folder);
  while (found && found > path && found[-1] != '/')
    found = strstr(found + 1, folder);
  return found != NULL;
}

bool naming_is_known_folder(const char *name, const exercise_list *list) {
  size_t length = strlen(name);
  if (strcmp(name, "exercises") == 0) return true;
  for (size_t i = 0; i < list->count; i++) {
    const char *chapter = list->all[i].place + strlen("exercises/");
    const char *own = naming_last_part(list->all[i].folder);
    if (same_part(name, length, chapter, strcspn(chapter, "/")) ||
        same_part(name, length, own, strlen(own)))
      return true;
  }
  return false;
}

bool naming_is_hidden(const char *name) {
  return *name == '.' || strcmp(name, "__MACOSX") == 0 ||
         strcmp(name, "__pycache__") == 0 ||
         strcmp(name, "node_modules") == 0 ||
         strcasecmp(name, "Thumbs.db") == 0 ||
         strcasecmp(name, "desktop.ini") == 0;
}

bool naming_is_made(const char *name) {
  static const char *const names[] = {
      "build", "CMakeFiles", "venv",  "node_modules", "out",
      "bin",   "obj",        "Debug", "Release",      "__pycache__"};
  return strncmp(name, "cmake-build-", 12) == 0 || IS_ONE_OF(name, names);
}
