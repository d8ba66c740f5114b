/* Tests a grader by answers that it does not know: those that are right
 * in other styles get full points with every seed, wrong ones never do, and
 * no mistake is called by another's name.
 *
 *   corpus-test SLUG --right DIR... --wrong DIR... --unnamed DIR...
 *
 * Every *.c in these folders is an answer, graded with SEEDS seeds. A wrong
 * one is called ID.c, or ID.2.c and so on: ID is the one misconception that
 * may be named. Those in --wrong are known to the grader, those in
 * --unnamed need not be.
 *
 * Right and unnamed ones are graded as a student's file is with FEW seeds,
 * and with the others in this program (batch.h). The known ones, which the
 * grader is tried with for itself (graders SLUG --known), are compiled and
 * graded in this program with FEW seeds, the first variant of each: that a
 * compiler makes the same of it. Where anything is wrong here, or cannot be
 * known, the answer is graded as a student's file with all its seeds. */
#include "batch.h"
#include "exercise.h"
#include "file.h"
#include "verdict.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SEEDS = 30, FEW = 2, PATH = 1024, ANSWERS = 256 };

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

typedef struct {
  char path[PATH];
  kind kind;
} answer;

static const exercise *task;
static answer answers[ANSWERS];
static size_t answer_count;
static size_t gradings;            /* as a student's file */
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

/* The same of a report: points are lost if and only if the answer is wrong,
 * and none but its own misconception is named. */
static bool is_fine(const char *report, const char *path, kind k) {
  int earned, points;
  char name[TEXT];
  const char *end = strstr(report, "\nend\t");
  if (!end || sscanf(end, "\nend\t%d\t%d", &earned, &points) != 2 ||
      (earned == points) != (k == RIGHT))
    return false;
  for (const char *at = report;
       k != RIGHT && (at = strstr(at, "\nmisconception\t")); at++)
    if (sscanf(at, "\nmisconception\t%511[^\t]", name) != 1 ||
        !is_own(path, name))
      return false;
  return true;
}

/* Is answer i of a batch fine with the seeds from `first` to `last`? Counts
 * how often a known one is named. */
static bool is_fine_here(const batch *b, size_t i, size_t first,
                         size_t last) {
  bool fine = true;
  size_t own = 0;
  for (size_t seed = first; seed <= last && fine; seed++) {
    char *text;
    fine = batch_grade(b, i, seed, &text) == BATCH_GRADED &&
           is_fine(text, answers[i].path, answers[i].kind);
    if (fine && strstr(text, "\nmisconception\t")) own++;
    free(text);
  }
  if (fine && answers[i].kind == WRONG) {
    known += last - first + 1;
    named += own;
  }
  return fine;
}

/* Grades an answer as a student's file with the first of all seeds. */
static void try_as_file(const answer *a, size_t seeds) {
  static verdict all[SEEDS];
  outcome outcomes[SEEDS];
  verdicts_of(task, a->path, (grading){SANDBOX_LIMITS, .seed = 1}, all,
              seeds);
  for (size_t i = 0; i < seeds; i++) {
    outcomes[i] = outcome_of(&all[i], a->path, a->kind);
    if (a->kind == WRONG) known++;
    if (a->kind == WRONG && is_named(&all[i], a->path)) named++;
  }
  for (outcome o = REFUSED; o <= NOT_JUDGED; o++)
    report(all, outcomes, seeds, o, a->path);
  for (size_t i = 0; i < seeds; i++) verdict_free(&all[i]);
  gradings += seeds;
  fflush(stdout);
}

static batch *compile_all(void) {
  static char *texts[ANSWERS];
  char folder[TEXT];
  for (size_t i = 0; i < answer_count; i++)
    texts[i] = file_read(answers[i].path);
  snprintf(folder, sizeof folder, "%s", task->header);
  *strrchr(folder, '/') = '\0';
  batch *b = batch_compile(task->slug, folder, (const char *const *)texts,
                           answer_count);
  for (size_t i = 0; i < answer_count; i++) free(texts[i]);
  return b;
}

static void try_all(void) {
  batch *b = compile_all();
  for (size_t i = 0; i < answer_count; i++) {
    const answer *a = &answers[i];
    if (a->kind != WRONG)
      try_as_file(a, is_fine_here(b, i, FEW + 1, SEEDS) ? FEW : SEEDS);
    else if (!is_fine_here(b, i, 1, FEW))
      try_as_file(a, FEW);
  }
  files = answer_count;
  batch_free(b);
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

static void add_answer(const char *folder, const char *name, kind k) {
  if (answer_count == ANSWERS) {
    fprintf(stderr, "corpus-test: more than %d answers\n", ANSWERS);
    exit(2);
  }
  answer *a = &answers[answer_count++];
  snprintf(a->path, PATH, "%s/%s", folder, name);
  a->kind = k;
}

static bool add_folder(const char *folder, kind k) {
  struct dirent **entries;
  int count = scandir(folder, &entries, is_answer, alphasort);
  if (count <= 0) {
    fprintf(stderr, "corpus-test: no answers (*.c) in %s\n", folder);
    return false;
  }
  for (int i = 0; i < count; i++) {
    const char *name = entries[i]->d_name;
    if (k != WRONG || !is_variant(name)) add_answer(folder, name, k);
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
    else if (!add_folder(argv[i], k))
      found = false;
  }
  try_all();
  printf(
      "%s: %zu files, %d seeds, known ones with %d: %zu refused, %zu accepted, ",
      task->slug, files, SEEDS, FEW, files_with[REFUSED],
      files_with[ACCEPTED]);
  printf("%.1f %% of the known named, %zu misnamed, %zu not graded "
         "(%zu gradings as files)\n",
         known ? 100 * (double)named / (double)known : 0,
         files_with[MISNAMED], files_with[NOT_JUDGED], gradings);

  for (outcome o = REFUSED; o <= NOT_JUDGED; o++)
    if (files_with[o] > 0) return 1;
  return found && files > 0 ? 0 : 1;
}
