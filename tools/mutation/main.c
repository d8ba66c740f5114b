/* Tests a grader by mutants of its reference solution: each has to lose
 * points, be refused by the compiler, or be recorded as equivalent.
 *
 *   mutation-test SLUG REFERENCE EQUIVALENT.tsv SCRATCH.c [--twice]
 *
 * All mutants are compiled at once and graded in this program (batch.h).
 * What does not lose points there, since it gets all of them or does not
 * compile, is graded as a student's file is. With --twice all are,
 * and it is a failure if one lost points only here.
 *
 * EQUIVALENT.tsv has a line for each mutant that may get full points: the
 * line of the source as it is and as the mutant makes it, without the
 * spaces around, and why that is no mistake, with tabs between. */
#include "batch.h"
#include "exercise.h"
#include "file.h"
#include "mutant.h"
#include "verdict.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RECORDED = 64 };

typedef struct {
  char change[2 * TEXT]; /* both lines, with a tab between */
  bool seen;
} equivalent;

static grading how = {.seed = 1};
static equivalent known[RECORDED];
static size_t known_count;

static void load_known(const char *path) {
  char *text = file_read(path);
  for (char *line = text; line && *line;) {
    char *next = line + strcspn(line, "\n");
    if (*next) *next++ = '\0';
    char *reason = strrchr(line, '\t');
    if (*line != '#' && reason && known_count < RECORDED)
      snprintf(known[known_count++].change, 2 * TEXT, "%.*s",
               (int)(reason - line), line);
    line = next;
  }
  free(text);
}

/* The line of a text around a place, trimmed. */
static void line_around(const char *text, size_t at, char *line) {
  size_t start = at, end = at;
  while (start > 0 && text[start - 1] != '\n') start--;
  end += strcspn(text + end, "\n");
  start += strspn(text + start, " ");
  if (end < start) end = start;
  while (end > start && text[end - 1] == ' ') end--;
  snprintf(line, TEXT, "%.*s", (int)(end - start), text + start);
}

static bool is_known(const char *change) {
  for (size_t i = 0; i < known_count; i++)
    if (strcmp(known[i].change, change) == 0) return known[i].seen = true;
  return false;
}

typedef enum { KILLED, REFUSED, SURVIVED, BROKEN } fate;

/* Where the exercise's header is. */
static void folder_of(const exercise *e, char *folder) {
  snprintf(folder, TEXT, "%s", e->header);
  *strrchr(folder, '/') = '\0';
}

/* Does the report say that there are points to be had, and not all were? */
static bool lost_points(const char *report) {
  const char *end = strstr(report, "\nend\t");
  int earned, points;
  return end && sscanf(end, "\nend\t%d\t%d", &earned, &points) == 2 &&
         earned < points;
}

/* Does mutant number i lose points in this program? */
static bool is_killed_here(const batch *b, size_t i) {
  char *report;
  batch_end end = batch_grade(b, i, how.seed, &report);
  bool killed = end == BATCH_LOST || (report && lost_points(report));
  free(report);
  return killed;
}

static fate try_as_file(const exercise *e, const char *text,
                        const char *path) {
  FILE *to = fopen(path, "w");
  if (!to || fputs(text, to) < 0 || fclose(to) != 0) return BROKEN;
  verdict v = verdict_of(e, path, how);
  fate f = v.status == NO_COMPILE ? REFUSED
           : v.status != GRADED   ? BROKEN
           : verdict_full(&v)     ? SURVIVED
                                  : KILLED;
  verdict_free(&v);
  return f;
}

int main(int argc, char **argv) {
  static exercise_list list;
  size_t first, counts[4] = {0}, equivalents = 0, survivors = 0;
  bool twice = argc == 6 && strcmp(argv[5], "--twice") == 0;
  if (argc != 5 && !twice) return 2;
  exercises_load(&list, COURSE_EXERCISES);
  if (exercises_find(&list, argv[1], &first) != 1) return 2;
  char *source = file_read(argv[2]);
  if (!source) return 2;
  load_known(argv[3]);
  const char *secrets[SECRETS_MAX];
  exercises_secrets(&list, secrets);
  how.sandbox = sandbox_best(SANDBOX_BUBBLEWRAP, secrets);

  mutant_list all = mutants_of(source);
  char **texts = calloc(all.count + 1, sizeof *texts), folder[TEXT];
  if (!texts) return 2;
  for (size_t i = 0; i < all.count; i++)
    texts[i] = mutant_apply(&all.all[i], source);
  const exercise *e = &list.all[first];
  folder_of(e, folder);
  batch *together =
      batch_compile(e->slug, folder, (const char *const *)texts, all.count);
  size_t here = 0, only_here = 0;
  for (size_t i = 0; i < all.count; i++) {
    char was[TEXT], is[TEXT], change[2 * TEXT];
    bool killed = is_killed_here(together, i);
    fate f = killed && !twice ? KILLED : try_as_file(e, texts[i], argv[4]);
    if (killed) here++;
    if (killed && f != KILLED) only_here++;
    counts[f]++;
    line_around(source, all.all[i].at, was);
    line_around(texts[i], all.all[i].at, is);
    snprintf(change, sizeof change, "%s\t%s", was, is);
    if (f == SURVIVED && is_known(change)) {
      equivalents++;
    } else if (f == SURVIVED) {
      survivors++;
      printf(
          "survivor:\n%s\nNo case tells it from the reference. Add one to "
          "cases.c; if it is no mistake, add\nthe line to equivalent.tsv, "
          "with a tab and the reason behind it.\n",
          change);
    }
    free(texts[i]);
  }
  for (size_t i = 0; i < known_count; i++)
    if (!known[i].seen) {
      printf("recorded, but it is no survivor: %s\n", known[i].change);
      survivors++;
    }
  printf("%zu mutants: %zu killed, %zu of them in this program, "
         "%zu equivalent, %zu survivors "
         "(%zu more do not compile, %zu were not graded)\n",
         counts[KILLED] + counts[SURVIVED], counts[KILLED], here,
         equivalents, counts[SURVIVED] - equivalents, counts[REFUSED],
         counts[BROKEN]);
  if (only_here)
    printf("%zu lost points only in this program: see batch.h\n",
           only_here);
  batch_free(together);
  free(texts);
  mutants_free(&all);
  free(source);
  return survivors || only_here || counts[BROKEN] || !counts[KILLED] ? 1
                                                                     : 0;
}
