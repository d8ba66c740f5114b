/* The student's loop: what is there, what is next, check, hint, watch.
 * ./course starts this program in the course's top folder. */
#include "exercise.h"
#include "interrupt.h"
#include "progress.h"
#include "show.h"
#include "text.h"
#include "verdict.h"
#include "watch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static exercise_list list;
static progress reached;

/* Leaves with a message if the name means no exercise. */
static size_t find(const char *name, size_t *first) {
  size_t count = exercises_find(&list, name, first);
  if (count) return count;
  const char *near = exercises_near(&list, name);
  fprintf(stderr, "There is no exercise '%s'.", name);
  if (near) fprintf(stderr, " Did you mean %s?", near);
  fprintf(stderr, "\n./course lists them all.\n");
  exit(2);
}

/* Grades an exercise and keeps what came of it before anything is shown,
 * beside what another ./course may have kept in the meantime. */
static bool check_one(const exercise *e, bool in_full) {
  verdict v = verdict_of(e, e->file, 1);
  if (interrupt_seen()) {
    verdict_free(&v);
    exit(130);
  }
  if (v.status == GRADED) {
    progress_load(&reached);
    progress_of(&reached, e->slug)->earned = v.earned;
    progress_save(&reached);
  }
  bool begun = !v.untouched || v.earned > 0;
  bool full = verdict_full(&v);
  if (in_full || (begun && !full))
    show_verdict(e, &v);
  else
    show_summary(e, &v);
  fflush(stdout);
  verdict_free(&v);
  return full;
}

static int check(const char *name) {
  size_t first = 0, count = name ? find(name, &first) : list.count;
  bool all = true;
  interrupt_catch();
  for (size_t i = first; i < first + count; i++)
    if (!check_one(&list.all[i], count == 1)) all = false;
  return all ? 0 : 1;
}

static int hint(const char *name) {
  size_t first = 0;
  const exercise *e = name ? NULL : next_exercise(&list, &reached);
  if (name) {
    if (find(name, &first) != 1) {
      fprintf(stderr,
              "%s is a whole chapter. A hint is for one exercise.\n", name);
      return 2;
    }
    e = &list.all[first];
  }
  if (!e) {
    printf("All exercises are solved: nothing to hint at.\n");
    return 0;
  }
  progress_entry *entry = progress_of(&reached, e->slug);
  int count;
  char *text = exercise_hint(e, entry->hints + 1, &count);
  if (text) entry->hints++;
  for (int shown = 1; shown <= entry->hints && shown <= count; shown++) {
    char *one = exercise_hint(e, shown, &count);
    printf("\n%s%s, hint %d of %d%s\n\n", text_style_code(BOLD), e->slug,
           shown, count, text_style_code(PLAIN));
    for (char *c = one; *c; c++)
      if (*c == '\n') *c = ' ';
    text_wrapped(one, 2);
    free(one);
  }
  if (!text)
    printf("\nThat was the last hint. The section that the grader "
           "names is the best next one.\n");
  else if (entry->hints < count)
    printf("\nAnother ./course hint %s gives one more.\n", e->slug);
  free(text);
  progress_save(&reached);
  return 0;
}

static void clear_screen(void) {
  if (isatty(STDOUT_FILENO)) printf("\033[2J\033[H");
}

static int watch(const char *name) {
  size_t first = 0, count = name ? find(name, &first) : list.count;
  static exercise_list watched;
  memcpy(watched.all, list.all + first, count * sizeof *list.all);
  watched.count = count;
  const exercise *e = next_exercise(&watched, &reached);
  if (!e) e = &watched.all[0];

  interrupt_catch();
  watch_begin(&watched);
  do {
    clear_screen();
    if (check_one(e, true)) {
      const exercise *next = next_exercise(&watched, &reached);
      if (next)
        printf("\n  Next: %s, in %s\n", next->slug, next->file);
      else
        printf("\n  Nothing is left to solve here.\n");
    }
    printf("\n  %sWatching. Save a file to check it, Ctrl-C to stop.%s\n",
           text_style_code(DIM), text_style_code(PLAIN));
    fflush(stdout);
  } while ((e = watch_for_change(&watched)));
  printf("\n");
  return 0;
}

/* For the tests: grades any file and prints one line for each thing. */
static int record(const char *name, const char *file) {
  size_t first;
  if (find(name, &first) != 1) return 2;
  static const char *const states[] = {"pass", "fail", "skip"};
  static const char *const statuses[] = {"graded", "no-file", "no-compile",
                                         "not-graded"};
  const exercise *e = &list.all[first];
  verdict v = verdict_of(e, file, 1);
  printf("status=%s\npoints=%d/%d\n", statuses[v.status], v.earned,
         v.points);
  for (size_t i = 0; i < v.part_count; i++) {
    const part *p = &v.parts[i];
    printf("part=%s state=%s event=%s misconception=%s\n", p->id,
           states[p->state], p->event, p->misconception);
  }
  show_verdict(e, &v);
  verdict_free(&v);
  return 0;
}

static int run(int argc, char **argv) {
  const char *command = argc > 1 ? argv[1] : "status";
  const char *name = argc > 2 ? argv[2] : NULL;
  text_begin();
  exercises_load(&list, COURSE_EXERCISES);
  progress_load(&reached);

  if (strcmp(command, "record") == 0 && argc == 4)
    return record(argv[2], argv[3]);
  if (argc > 3) {
    fprintf(stderr, "course: one exercise or chapter at a time, please\n");
    return 2;
  }
  if (strcmp(command, "check") == 0) return check(name);
  if (strcmp(command, "hint") == 0) return hint(name);
  if (strcmp(command, "watch") == 0) return watch(name);
  if (strcmp(command, "status") == 0) {
    show_progress(&list, &reached);
    return 0;
  }
  fprintf(stderr, "course: unknown command '%s'\n", command);
  return 2;
}

int main(int argc, char **argv) {
  int status = run(argc, argv);
  if (fflush(stdout) == 0 && !ferror(stdout)) return status;
  perror("course: could not write");
  return 2;
}
