/* Tests a grader by answers that it does not know: those that are right
 * in other styles get full points with every seed, wrong ones never do, and
 * no mistake is called by another's name.
 *
 *   corpus-test SLUG --right DIR... --wrong DIR... --unnamed DIR...
 *
 * Every *.c in these folders is an answer, compiled once and graded with
 * SEEDS seeds. A wrong one is called ID.c, or ID.2.c and so on: ID is the
 * one misconception that may be named. Those in --wrong are known to the
 * grader, those in --unnamed need not be. Of the known ones, which the
 * grader is tried with for itself (graders SLUG --known), the first variant
 * is graded, with FEW seeds: that a compiler makes the same of it. */
#include "exercise.h"
#include "verdict.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SEEDS = 30, FEW = 2, PATH = 1024 };

typedef enum { RIGHT, WRONG, UNNAMED, NO_KIND } kind;

/* What a grader may do with an answer. */
typedef enum { FINE, REFUSED, ACCEPTED, MISNAMED, NOT_JUDGED } outcome;

static const char *const outcome_names[] = {"fine", "refused", "accepted",
                                            "misnamed", "not graded"};

/* What is to be done about it. */
static const char *const advice[] = {
    [REFUSED] = "If it is right by the task's text, mend cases.c (rounding "
                "may decide); else it does not belong to right/.",
    [ACCEPTED] =
        "No case tells it from a right answer. Add one to cases.c; "
        "if it is right by the task's text, it belongs to right/.",
    [MISNAMED] = "It is given another name than its file has. Make a case "
                 "that tells the two apart, or call the file by that name.",
};

static const exercise *task;
static size_t files, known, named; /* the last two: gradings */
static size_t files_with[NOT_JUDGED + 1];

/* ---- one answer ------------------------------------------------------*/

/* Is this the misconception that the file is called by? */
static bool is_own(const char *path, const char *misconception) {
  const char *name = strrchr(path, '/') + 1;
  size_t length = strcspn(name, ".");
  return strlen(misconception) == length &&
         strncmp(name, misconception, length) == 0;
}

/* The part that tells why the grader came to this, or NULL. */
static const part *decisive(const verdict *v, const char *path, outcome o) {
  for (size_t i = 0; i < v->part_count; i++) {
    const part *p = &v->parts[i];
    bool stranger = *p->misconception && !is_own(path, p->misconception);
    if (o == MISNAMED ? stranger : p->state == PART_FAILED) return p;
  }
  return NULL;
}

static outcome outcome_of(const verdict *v, const char *path, kind k) {
  if (v->status != GRADED) return NOT_JUDGED;
  if (k == RIGHT) return verdict_full(v) ? FINE : REFUSED;
  if (verdict_full(v)) return ACCEPTED;
  return decisive(v, path, MISNAMED) ? MISNAMED : FINE;
}

static bool is_named(const verdict *v, const char *path) {
  for (size_t i = 0; i < v->part_count; i++)
    if (is_own(path, v->parts[i].misconception)) return true;
  return false;
}

static void show(const verdict *v, const char *path, outcome o) {
  const part *p = decisive(v, path, o);
  printf("  seed %llu: %d/%d points\n", v->how.seed, v->earned, v->points);
  if (v->status != GRADED)
    printf("  %s\n%s%s\n", verdict_status_name(v->status), v->trouble,
           v->compiler);
  if (p)
    printf("  %s: %s%s%s\n", p->id, p->misconception,
           *p->misconception && *p->event ? ", " : "", p->event);
  for (size_t i = 0; p && i < p->line_count; i++)
    printf("    %s\n", p->lines[i]);
}

/* Reports the seeds with which this was the outcome, if there are any, and
 * shows the first of them. */
static void report(const verdict *all, const outcome *outcomes,
                   size_t seeds, outcome o, const char *path) {
  const verdict *first = NULL;
  for (size_t i = 0; i < seeds; i++) {
    if (outcomes[i] != o) continue;
    if (!first) printf("%s: %s with the seeds", path, outcome_names[o]);
    if (!first) first = &all[i];
    printf(" %llu", all[i].how.seed);
  }
  if (!first) return;
  putchar('\n');
  if (o < NOT_JUDGED && advice[o]) printf("  %s\n", advice[o]);
  show(first, path, o);
  files_with[o]++;
}

static void try_answer(const char *path, kind k) {
  static verdict all[SEEDS];
  outcome outcomes[SEEDS];
  size_t seeds = k == WRONG ? FEW : SEEDS;
  verdicts_of(task, path, (grading){SANDBOX_LIMITS, .seed = 1}, all, seeds);
  for (size_t i = 0; i < seeds; i++) {
    outcomes[i] = outcome_of(&all[i], path, k);
    if (k == WRONG) known++;
    if (k == WRONG && is_named(&all[i], path)) named++;
  }
  for (outcome o = REFUSED; o <= NOT_JUDGED; o++)
    report(all, outcomes, seeds, o, path);
  for (size_t i = 0; i < seeds; i++) verdict_free(&all[i]);
  files++;
}

/* ---- folders ---------------------------------------------------------*/

static int is_answer(const struct dirent *entry) {
  size_t length = strlen(entry->d_name);
  return *entry->d_name != '.' && length > 2 &&
         strcmp(entry->d_name + length - 2, ".c") == 0;
}

/* ID.2.c, ID.3.c and so on. */
static bool is_variant(const char *name) {
  const char *dot = strchr(name, '.');
  return dot != strrchr(name, '.');
}

static bool try_folder(const char *folder, kind k) {
  struct dirent **entries;
  int count = scandir(folder, &entries, is_answer, alphasort);
  if (count <= 0) {
    fprintf(stderr, "corpus-test: no answers (*.c) in %s\n", folder);
    return false;
  }
  for (int i = 0; i < count; i++) {
    char path[PATH];
    snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
    if (k != WRONG || !is_variant(entries[i]->d_name)) try_answer(path, k);
    fflush(stdout);
    free(entries[i]);
  }
  free(entries);
  return true;
}

static kind kind_called(const char *option) {
  return strcmp(option, "--right") == 0     ? RIGHT
         : strcmp(option, "--wrong") == 0   ? WRONG
         : strcmp(option, "--unnamed") == 0 ? UNNAMED
                                            : NO_KIND;
}

static int usage(void) {
  fprintf(stderr, "usage: corpus-test SLUG --right DIR... --wrong DIR... "
                  "--unnamed DIR...\n");
  return 2;
}

int main(int argc, char **argv) {
  static exercise_list list;
  size_t first;
  exercises_load(&list, COURSE_EXERCISES);
  if (argc < 4 || exercises_find(&list, argv[1], &first) != 1 ||
      kind_called(argv[2]) == NO_KIND)
    return usage();
  task = &list.all[first];

  bool found = true;
  kind k = NO_KIND;
  for (int i = 2; i < argc; i++) {
    kind option = kind_called(argv[i]);
    if (option != NO_KIND)
      k = option;
    else if (!try_folder(argv[i], k))
      found = false;
  }
  printf(
      "%s: %zu files, %d seeds, known ones with %d: %zu refused, %zu accepted, ",
      task->slug, files, SEEDS, FEW, files_with[REFUSED],
      files_with[ACCEPTED]);
  printf("%.1f %% of the known named, %zu misnamed, %zu not graded\n",
         known ? 100 * (double)named / (double)known : 0,
         files_with[MISNAMED], files_with[NOT_JUDGED]);

  for (outcome o = REFUSED; o <= NOT_JUDGED; o++)
    if (files_with[o] > 0) return 1;
  return found && files > 0 ? 0 : 1;
}
