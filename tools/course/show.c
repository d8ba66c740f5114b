#include "show.h"

#include "book.h"
#include "language.h"
#include "terminal.h"
#include "text.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *style(terminal_style wanted) {
  return terminal_style_code(wanted);
}

static void show_reread(const char *label) {
  book_section s;
  if (!book_find(label, &s)) return;
  printf("\n      %s", style(DIM));
  if (s.built)
    printf(_("Reread \"%s\": %s"), s.title, s.page);
  else
    printf(_("Reread chapter %d, section \"%s\".\n"
             "      ./course book html builds the page."),
           s.chapter, s.title);
  printf("%s\n", style(PLAIN));
}

/* ---- one verdict ----------------------------------------------------*/

static void show_part(const part *p) {
  enum { TITLE = 40 }; /* columns */
  static const struct {
    terminal_style colour;
    const char *symbol, *plain;
  } looks[] = {
      [PART_PASSED] = {GREEN, "✓", "ok"},
      [PART_FAILED] = {RED, "✗", "no"},
      [PART_SKIPPED] = {YELLOW, "–", "--"},
  };
  printf("  %s%s%s %-12s %-*s %2d/%d\n", style(looks[p->state].colour),
         terminal_symbol(looks[p->state].symbol, looks[p->state].plain),
         style(PLAIN), p->id, TITLE + (int)utf8_continuations(p->title),
         p->title, p->state == PART_PASSED ? p->points : 0, p->points);
  if (p->line_count) putchar('\n');
  for (size_t i = 0; i < p->line_count; i++)
    terminal_wrapped(p->lines[i], 6);
  show_reread(p->reread);
  if (p->line_count) putchar('\n');
}

static void show_compiler(const char *text, size_t lines_max) {
  size_t lines = 0;
  char *safe = utf8_safe(text, false), *said = safe;
  while (*said && lines++ < lines_max) {
    size_t length = strcspn(said, "\n");
    printf("      %s%.*s%s\n", style(DIM), (int)length, said, style(PLAIN));
    said += length + (said[length] == '\n');
  }
  if (*said) printf("      %s...%s\n", style(DIM), style(PLAIN));
  free(safe);
}

/* Where in what the compiler said its first error in `file` begins, and
 * the number of the line with it; the beginning and 0 if there is none. */
static const char *first_error(const char *said, const char *file,
                               long *line) {
  size_t length = strlen(file);
  for (const char *at = said; *at;) {
    if (strncmp(at, file, length) == 0 && at[length] == ':') {
      char *end;
      *line = strtol(at + length + 1, &end, 10);
      end += strcspn(end, " \n");
      if (strncmp(end, " error", 6) == 0 || strncmp(end, " fatal", 6) == 0)
        return at;
    }
    at += strcspn(at, "\n");
    at += *at == '\n';
  }
  *line = 0;
  return said;
}

/* Does the first line of an error name this? */
static bool is_about(const char *error, const char *name) {
  const char *found = strstr(error, name);
  return found && found < error + strcspn(error, "\n");
}

/* The name of a function that the linker has missed, or "". */
static void missing_function(const char *said, char *name, size_t size) {
  static const char *const words[] = {"undefined reference to ",
                                      "undefined symbol: "};
  *name = '\0';
  for (size_t i = 0; i < sizeof words / sizeof *words && !*name; i++) {
    const char *found = strstr(said, words[i]);
    if (!found) continue;
    found += strlen(words[i]);
    found += strspn(found, "`'\"");
    text_shorten(name, size, found, strcspn(found, "'\"\n ("));
  }
}

/* What the compiler means, where its words do not say so. */
static void explain_error(const char *error, long line) {
  char name[64];
  missing_function(error, name, sizeof name);
  if (*name) {
    char *text = text_print(
        _("There is no function %s. Was it deleted or renamed, or is its "
          "name spelt in another way where it is called?"),
        name);
    terminal_wrapped(text, 6);
    free(text);
  } else if (is_about(error, "M_PI")) {
    terminal_wrapped(
        _("M_PI is not part of C11, although many compilers offer it. "
          "Define a constant of your own: const double pi = "
          "3.14159265358979323846;"),
        6);
  } else if (line > 1 && is_about(error, "expected") &&
             is_about(error, "';'") && is_about(error, " before ")) {
    terminal_wrapped(
        _("Something is missing before that, mostly a semicolon: look at "
          "the end of the line above."),
        6);
  }
}

static void show_no_compile(const exercise *e, const verdict *v) {
  long line;
  const char *error = first_error(v->compiler, e->place, &line);
  printf("  %s%s%s ", style(RED), terminal_symbol("✗", "no"), style(PLAIN));
  if (line)
    printf(_("%s does not compile yet. The first error is in line %ld:"),
           e->file, line);
  else
    printf(_("%s does not compile yet. The compiler says:"), e->file);
  printf("\n\n");
  show_compiler(error, 14);
  printf("\n");
  if (*v->trouble) {
    terminal_wrapped(v->trouble, 6);
    return;
  }
  explain_error(error, line);
  terminal_wrapped(
      _("Mend the first error first: those after it are often only "
        "its echo."),
      6);
}

static void show_untouched(const exercise *e) {
  terminal_wrapped(
      _("You have not begun, and that is fine. Read the task, put "
        "your code where the file says \"Your code here.\" and "
        "save:"),
      2);
  char *task = exercise_task(e);
  printf("\n  %s\n  %s\n\n", task, e->file);
  printf(_("  0 of %d points. A hint: ./course hint %s\n"), e->points,
         e->slug);
  free(task);
}

/* Why there are no parts to show; false if there are. */
static bool show_no_parts(const exercise *e, const verdict *v) {
  switch (v->status) {
  case NO_FILE:
    printf(_("  There is no %s that could be read.\n"
             "  ./course reset %s brings back the empty one.\n"),
           e->file, e->slug);
    return true;
  case BAD_FILE:
    printf(_("  %s cannot be graded.\n"), e->file);
    terminal_wrapped(v->trouble, 2);
    return true;
  case NO_COMPILE:
    show_no_compile(e, v);
    return true;
  case OUT_OF_TIME:
    terminal_wrapped(v->trouble, 2);
    return true;
  case NOT_GRADED:
    printf(_("  It could not be graded; the fault is not yours.\n"));
    terminal_wrapped(v->trouble, 2);
    return true;
  case GRADED:
    break;
  }
  bool begun = !v->untouched || v->earned > 0;
  if (!begun) show_untouched(e);
  return !begun;
}

static void show_points(const exercise *e, const verdict *v) {
  if (verdict_full(v))
    printf(_("\n  %sAll %d points.%s\n"), style(GREEN), v->points,
           style(PLAIN));
  else
    printf(
        _("\n  %d of %d points. A hint: ./course hint %s\n"
          "  To step through what goes wrong: ./course debug %s\n"
          "  %s(The inputs are random numbers from the seed %llu: the same "
          "at every check.\n  Sandbox: %s.)%s\n"),
        v->earned, v->points, e->slug, e->slug, style(DIM), v->how.seed,
        sandbox_name(v->how.sandbox), style(PLAIN));
}

void show_verdict(const exercise *e, const verdict *v) {
  printf("\n%s%s%s  %s\n\n", style(BOLD), e->slug, style(PLAIN), e->title);
  if (show_no_parts(e, v)) return;
  for (size_t i = 0; i < v->part_count; i++) show_part(&v->parts[i]);
  if (!verdict_full(v) && *v->compiler) {
    printf(_("  The compiler also has a warning:\n\n"));
    show_compiler(v->compiler, 8);
    printf("\n");
  }
  show_points(e, v);
}

void show_summary(const exercise *e, const verdict *v) {
  bool full = verdict_full(v);
  const char *remark = v->status == NO_COMPILE      ? _("does not compile")
                       : v->status == NO_FILE       ? _("no file")
                       : v->status == BAD_FILE      ? _("no plain text")
                       : v->untouched && !v->earned ? _("not begun")
                                                    : "";
  printf("  %s%s%s %-24s %2d/%-3d %s%s%s\n", style(full ? GREEN : DIM),
         full ? terminal_symbol("✓", "ok") : terminal_symbol("·", "  "),
         style(PLAIN), e->slug, v->earned, v->points, e->title,
         *remark ? "  " : "", remark);
}

/* ---- progress -------------------------------------------------------*/

void show_list(const exercise_list *list, size_t first, size_t count,
               progress *reached) {
  size_t chapter = 0;
  for (size_t i = first; i < first + count; i++) {
    const exercise *e = &list->all[i];
    size_t length = strcspn(e->slug, "/");
    if (i == first || length != chapter ||
        strncmp(e->slug, list->all[i - 1].slug, length) != 0)
      printf("%s%.*s%s\n", style(BOLD), (int)length, e->slug, style(PLAIN));
    chapter = length;

    int points = progress_earned(reached, e);
    bool full = points >= e->points;
    printf("  %s%s%s %-24s %2d/%-3d %s%s, ", style(full ? GREEN : DIM),
           full ? terminal_symbol("✓", "ok") : terminal_symbol("·", "  "),
           style(PLAIN), e->slug, points, e->points, e->title, style(DIM));
    printf(progress_is_old(reached, e)
               ? _("about %d minutes; changed since the check")
               : _("about %d minutes"),
           e->minutes);
    printf("%s\n", style(PLAIN));
  }
}

void show_next(const exercise *next) {
  if (next)
    printf(_("Next: %s%s%s. Open %s,\nthen ./course check %s, or ./course "
             "watch to check whenever you save.\n"),
           style(BOLD), next->slug, style(PLAIN), next->file, next->slug);
  else
    printf(_("All exercises are solved. Well done.\n"));
}

void show_progress(const exercise_list *list, progress *reached) {
  int done = 0, all = 0;
  for (size_t i = 0; i < list->count; i++) {
    done += progress_earned(reached, &list->all[i]);
    all += list->all[i].points;
  }
  printf("\n");
  show_list(list, 0, list->count, reached);
  printf("\n  ");
  terminal_bar(done, all, 40);
  printf(_("  %d of %d points\n\n"), done, all);

  show_next(progress_next(reached, list, 0, list->count));
}
