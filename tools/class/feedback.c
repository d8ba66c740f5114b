#include "feedback.h"

#include "fail.h"
#include "file.h"
#include "folder.h"
#include "json_value.h"
#include "language.h"
#include "output_file.h"
#include "student_record.h"
#include "text.h"
#include "writer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  const char *status, *remark, *sentence;
} happening;

/* Of what was graded, only that it was not begun is worth a remark. */
static const happening happenings[] = {
    {"no-file", N_("not handed in"),
     N_("This exercise was not handed in.")},
    {"bad-file", N_("no plain text"),
     N_("This exercise was no plain text.")},
    {"no-compile", N_("does not compile"),
     N_("This exercise does not compile.")},
    {"out-of-time", N_("ran out of time"),
     N_("This exercise ran out of time.")},
    {"not-graded", N_("could not be graded"),
     N_("This exercise could not be graded.")},
    {"graded", N_("not begun"), N_("This exercise was not begun.")},
};

/* NULL if there is nothing to remark. */
static const happening *happening_of(const json_t *e) {
  const char *status = text_in(e, "status");
  size_t count = sizeof happenings / sizeof *happenings, i = 0;
  while (i < count && strcmp(happenings[i].status, status) != 0) i++;
  assert(i < count);
  bool begun = !true_in(e, "untouched") || number_in(e, "earned") != 0;
  return strcmp(status, "graded") == 0 && begun ? NULL : &happenings[i];
}

const char *feedback_remark(const json_t *e) {
  const happening *h = happening_of(e);
  return h ? _(h->remark) : "";
}

/* ---- text of strangers -----------------------------------------------*/

static const char fence[] = "~~~~~~~~~~\n";

/* A line for inside of a fence: it must not close it, and nothing in it
 * moves the cursor. */
static void write_code(FILE *to, const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    unsigned char c = (unsigned char)text[i];
    bool third =
        c == '~' && i > 1 && text[i - 1] == '~' && text[i - 2] == '~';
    if (third) continue;
    fputc((c < ' ' && c != '\t') || c == 127 ? ' ' : c, to);
  }
  fputc('\n', to);
}

/* Text for outside: what means something to Markdown is escaped. */
static void write_plain(FILE *to, const char *text) {
  for (; *text; text++) {
    unsigned char c = (unsigned char)*text;
    if (strchr("\\`*_{}[]<>()#+-!|&~", c)) fputc('\\', to);
    fputc(c < ' ' || c == 127 ? ' ' : c, to);
  }
}

static void fenced(FILE *to, const char *text, size_t lines_max) {
  fputs(fence, to);
  for (size_t i = 0; *text && i < lines_max; i++) {
    size_t length = strcspn(text, "\n");
    write_code(to, text, length);
    text += length + (text[length] == '\n');
  }
  fprintf(to, "%s\n", fence);
}

/* ---- what the grader said --------------------------------------------*/

/* Does a line begin with what a message has before its first argument? */
static bool begins_as(const char *line, const char *message) {
  size_t length = strcspn(message, "%\n");
  return length > 0 && strncmp(line, message, length) == 0;
}

/* Is this line a call, numbers or something printed, to be shown as it
 * is? The rest are sentences. */
static bool is_code(const char *line) {
  /* as the grader's wording has them */
  static const char *const messages[] = {
      N_("Expected %s = %.9g\n%s"),
      N_("Expected %s = %.*g\nCame out %s = %.*g"),
      N_("In full, expected %s\n          came out %s")};
  bool code = *line == ' ' && line[1];
  for (size_t i = 0; i < sizeof messages / sizeof *messages; i++)
    for (const char *m = _(messages[i]); m; m = strchr(m, '\n')) {
      m += *m == '\n';
      code = code || begins_as(line, m);
    }
  return code || (begins_as(line, _("Called %s(")) && strchr(line, '('));
}

static void write_lines(FILE *to, const json_t *lines) {
  size_t i;
  const json_t *line;
  bool fenced_in = false;
  json_array_foreach(lines, i, line) {
    const char *text = json_string_value(line);
    if (strcmp(text, " ") == 0) continue;
    bool code = is_code(text);
    if (code && !fenced_in) fputs(fence, to);
    if (!code && fenced_in) fprintf(to, "%s\n", fence);
    if (code)
      write_code(to, text, strlen(text));
    else
      fprintf(to, "%s\n\n", text);
    fenced_in = code;
  }
  if (fenced_in) fprintf(to, "%s\n", fence);
}

static void write_part(FILE *to, const json_t *p) {
  const json_t *reread = json_object_get(p, "reread");
  fprintf(to, "**%s** (%s): %s\n\n", text_in(p, "id"), text_in(p, "title"),
          strcmp(text_in(p, "state"), "skipped") == 0
              ? _("not tried yet.")
              : _("not right yet."));
  write_lines(to, json_object_get(p, "lines"));
  if (json_is_object(reread)) {
    const char *page = text_in(reread, "page");
    const char *slash = strrchr(page, '/');
    fprintf(to, _("Reread *%s* (`%s`).\n\n"), text_in(reread, "title"),
            slash ? slash + 1 : page);
  }
}

void feedback_write(FILE *to, const json_t *e) {
  size_t i;
  const json_t *p;
  bool ours = strcmp(text_in(e, "status"), "not-graded") == 0;
  const char *trouble =
      ours
          ? _("The fault is not yours; your instructor has been told more.")
          : text_in(e, "trouble");
  const happening *h = happening_of(e);
  if (h) fprintf(to, "%s\n\n", _(h->sentence));
  if (*trouble) {
    write_plain(to, trouble);
    fputs("\n\n", to);
  }
  if (strcmp(text_in(e, "status"), "no-compile") == 0)
    fenced(to, text_in(e, "compiler"), 14);
  if (true_in(e, "untouched")) return;
  json_array_foreach(json_object_get(e, "parts"), i,
                     p) if (strcmp(text_in(p, "state"), "passed") != 0)
      write_part(to, p);
}

static void write_sentences(FILE *to, const char *title,
                            const json_t *sentences) {
  size_t i;
  const json_t *sentence;
  if (json_array_size(sentences)) fprintf(to, "## %s\n\n", title);
  json_array_foreach(sentences, i, sentence) {
    fputs("- ", to);
    write_plain(to, json_string_value(sentence));
    fputc('\n', to);
  }
  if (json_array_size(sentences)) fputc('\n', to);
}

/* "7 of 10", or that there is none where our own tools failed. */
static void write_mark(FILE *to, const json_t *object) {
  char mark[32];
  if (json_is_number(json_object_get(object, "mark")))
    fprintf(to, _("%s of %.0f points"),
            mark_text(number_in(object, "mark"), mark),
            number_in(object, "points"));
  else
    fputs(_("no mark yet"), to);
}

static void write_exercise(FILE *to, const json_t *e) {
  char mark[32];
  double days = number_in(e, "days_late");
  fprintf(to, "## %s: ", text_in(e, "slug"));
  write_mark(to, e);
  fputs("\n\n", to);
  mark_text(number_in(e, "mark"), mark);
  if (days > 0)
    fprintf(
        to,
        language_plural("It came in %.0f day late: %s of the %.0f points "
                        "that it earned count.\n\n",
                        "It came in %.0f days late: %s of the %.0f points "
                        "that it earned count.\n\n",
                        (unsigned long)days),
        days, mark, number_in(e, "earned"));
  feedback_write(to, e);
}

/* ---- feedback/ID.md --------------------------------------------------*/

static void *begin(const class_settings *c) {
  char path[PATH_SIZE];
  class_path(c, path, "feedback");
  if (!folder_make(path)) fail(_("cannot make the folder %s"), path);
  return NULL;
}

static void add(void *self, const class_settings *c, const json_t *record) {
  size_t i;
  const json_t *item;
  file_writing file;
  (void)self;
  char *name = text_print("feedback/%s.md", text_in(record, "id"));
  FILE *to = output_file_begin(&file, c, name);
  free(name);
  fputs("# ", to);
  write_plain(to, text_in(record, "student"));
  fputs(": ", to);
  write_mark(to, record);
  fputs("\n\n", to);
  write_sentences(to, _("Please look at these"),
                  json_object_get(record, "questions"));
  json_array_foreach(json_object_get(record, "exercises"), i,
                     item) if (strcmp(text_in(item, "status"), "no-file") !=
                               0) write_exercise(to, item);

  bool any = false;
  json_array_foreach(json_object_get(record, "exercises"), i, item) {
    if (strcmp(text_in(item, "status"), "no-file") != 0) continue;
    if (any)
      fputs(", ", to);
    else
      fprintf(to, "## %s\n\n", _("Not handed in"));
    fputs(text_in(item, "slug"), to);
    any = true;
  }
  if (any) fputs(".\n\n", to);
  write_sentences(to, _("Other files"),
                  json_object_get(record, "unexpected"));
  fprintf(to, _("(Sandbox: %s.)\n"), text_in(record, "sandbox"));
  output_file_end(&file);
}

static void end(void *self, const class_settings *c) {
  (void)self;
  (void)c;
}

const writer feedback_writer = {begin, add, end};
