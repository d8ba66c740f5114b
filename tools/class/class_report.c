/* report.html: how the class did and what it misunderstands. One file, no
 * scripts, light and dark, in the book's colours. */
#include "feedback.h"
#include "file.h"
#include "json_value.h"
#include "language.h"
#include "memory.h"
#include "naming.h"
#include "output_file.h"
#include "remarks.h"
#include "student_record.h"
#include "tally.h"
#include "text.h"
#include "writer.h"
#include "xml.h"

#include <stdlib.h>
#include <string.h>

/* What is counted and written while the students come; the page is made of
 * it at the end. */
typedef struct {
  text_writing rows, questions, undated;
  size_t undated_count;
  tally t;
} report;

/* ---- small things ----------------------------------------------------*/

static double percent(double some, double all) {
  return all > 0 ? 100 * some / all : 0;
}

/* The book's palette as variables, a line for each role. */
static void write_palette(FILE *page, bool dark) {
  char *text = file_read("figures/theme/palette.tsv"), *rest = NULL;
  char role[32], light_value[16], dark_value[16];
  for (char *line = text ? strtok_r(text, "\n", &rest) : NULL; line;
       line = strtok_r(NULL, "\n", &rest))
    if (*line != '#' && sscanf(line, "%31[^\t]\t%15[^\t]\t%15[^\t]", role,
                               light_value, dark_value) == 3)
      fprintf(page, "--%s:%s;", role, dark ? dark_value : light_value);
  free(text);
}

static const char style[] =
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;max-width:62rem;padding:1.5rem 1.2rem 4rem;"
    "background:var(--paper);color:var(--ink);"
    "font:1rem/1.5 Inter,system-ui,sans-serif;"
    "font-variant-numeric:tabular-nums}\n"
    "h1{font-size:1.6rem;margin:.5rem 0}"
    "h2{font-size:1.2rem;margin:2.6rem 0 .6rem}\n"
    "p{max-width:44rem}.quiet{color:var(--muted)}\n"
    "table{border-collapse:collapse;width:100%}"
    "th{text-align:left;font-weight:600;color:var(--muted);"
    "font-size:.85rem}\n"
    "th,td{padding:.4rem .9rem .4rem 0;vertical-align:top;"
    "border-bottom:1px solid var(--rule)}\n"
    "td.n,th.n{text-align:right;white-space:nowrap}"
    "code{font-family:'JetBrains Mono',ui-monospace,monospace;"
    "font-size:.87em}\n"
    ".scroll{overflow-x:auto}\n"
    ".share{display:inline-block;height:.7rem;background:var(--negative);"
    "vertical-align:middle}\n"
    ".facts{display:flex;flex-wrap:wrap;gap:.4rem 2.2rem;padding:0;"
    "list-style:none}.facts b{font-size:1.4rem;display:block}\n"
    "svg{display:block;max-width:100%;height:auto}svg .bar{fill:var(--positive)}"
    "svg .none{fill:var(--negative)}svg line{stroke:var(--rule)}\n"
    "svg text{fill:var(--muted);font-size:11px}\n"
    "@media print{body{max-width:none}}\n";

/* How often each share of the points was reached, as bars: nothing, then
 * up to 10 %, and so on. */
static void write_bars(FILE *page, const size_t bins[BINS], int width,
                       int height, const char *what) {
  size_t most = 1;
  double step = (double)width / (double)BINS;
  for (size_t i = 0; i < BINS; i++)
    if (bins[i] > most) most = bins[i];
  fprintf(page,
          "<svg width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
          "role=\"img\" aria-label=\"",
          width, height + 16, width, height + 16);
  xml_write(page, what);
  for (size_t i = 0; i < BINS; i++)
    fprintf(page, "%s%zu%%: %zu", i ? ", " : ": ", 10 * i, bins[i]);
  fputs("\">", page);
  for (size_t i = 0; i < BINS; i++) {
    double high = (double)height * (double)bins[i] / (double)most;
    if (bins[i] && high < 1) high = 1;
    fprintf(page,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" "
            "height=\"%.1f\"/>",
            i ? "bar" : "none", (double)i * step + 1, height - high,
            step - 2, high);
  }
  fprintf(page, "<line x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>", width,
          height, height);
  fprintf(page,
          "<text x=\"1\" y=\"%d\">0</text><text x=\"%d\" y=\"%d\" "
          "text-anchor=\"end\">100%%</text></svg>\n",
          height + 13, width, height + 13);
}

/* ---- the students, written while they come ---------------------------*/

static void *begin(const class_settings *c) {
  (void)c;
  report *r = memory_resize(NULL, 1, sizeof *r);
  memset(r, 0, sizeof *r);
  text_begin(&r->rows);
  text_begin(&r->questions);
  text_begin(&r->undated);
  return r;
}

static void add_remarks(FILE *rows, const json_t *record) {
  size_t i, shown = 0;
  const json_t *item;
  json_array_foreach(json_object_get(record, "exercises"), i, item) {
    const char *status = text_in(item, "status");
    if (strcmp(status, "graded") == 0 || strcmp(status, "no-file") == 0)
      continue;
    fputs(shown++ ? "; " : "", rows);
    xml_write(rows, text_in(item, "slug"));
    fprintf(rows, " %s", feedback_remark(item));
  }
  json_array_foreach(json_object_get(record, "unexpected"), i, item) {
    if (i == 4) {
      fprintf(rows, _(" and %zu more"),
              json_array_size(json_object_get(record, "unexpected")) - 4);
      break;
    }
    fputs(shown++ ? "; " : "", rows);
    xml_write(rows, json_string_value(item));
  }
}

/* The student's name, linked to the feedback. */
static void write_student(FILE *to, const json_t *record) {
  fputs("<a href=\"feedback/", to);
  for (const char *id = text_in(record, "id"); *id; id++)
    fprintf(to, *id == '%' ? "%%25" : "%c", *id);
  fputs(".md\">", to);
  xml_write(to, text_in(record, "student"));
  fputs("</a>", to);
}

static void add_questions(report *r, const json_t *record) {
  FILE *questions = r->questions.to;
  size_t i;
  const json_t *question;
  json_array_foreach(json_object_get(record, "questions"), i, question) {
    fputs("<li>", questions);
    write_student(questions, record);
    fputs(": ", questions);
    xml_write(questions, json_string_value(question));
    fputs("</li>\n", questions);
  }
  if (!true_in(record, "undated")) return;
  fputs(r->undated_count++ ? ", " : "", r->undated.to);
  write_student(r->undated.to, record);
}

/* What a person reads of a record's status. */
static const char *status_word(const char *status) {
  static const char *const known[] = {N_("graded"), N_("incomplete"),
                                      N_("empty"), N_("trouble")};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strcmp(known[i], status) == 0) return _(known[i]);
  return status;
}

static void add(void *self, const class_settings *c, const json_t *record) {
  report *r = self;
  FILE *rows = r->rows.to;
  char mark[MARK_SIZE];
  tally_add(&r->t, c, record);
  add_questions(r, record);
  fputs("<tr><td>", rows);
  write_student(rows, record);
  fprintf(rows, "</td><td class=\"n\">%s</td><td>%s%s</td><td>",
          mark_text(number_in(record, "mark"), mark),
          status_word(text_in(record, "status")),
          true_in(record, "late") ? _(", late") : "");
  add_remarks(rows, record);
  fputs("</td></tr>\n", rows);
}

/* ---- the class -------------------------------------------------------*/

static void write_facts(FILE *page, const tally *t) {
  fputs("<ul class=\"facts\"><li>", page);
  fprintf(page, _("<b>%zu</b> students"), t->students);
  fputs("</li><li>", page);
  fprintf(page, _("<b>%.1f</b> of %.0f points on average"),
          t->students ? t->sum / (double)t->students : 0, t->points);
  fputs("</li><li>", page);
  fprintf(page, _("<b>%zu</b> handed in everything"), t->graded);
  fputs("</li><li>", page);
  fprintf(page, _("<b>%zu</b> a part"), t->incomplete);
  fputs("</li><li>", page);
  fprintf(page, _("<b>%zu</b> nothing"), t->empty);
  fputs("</li><li>", page);
  fprintf(page, _("<b>%zu</b> late"), t->late);
  if (t->trouble) {
    fputs("</li><li>", page);
    fprintf(page, _("<b>%zu</b> could not be graded in full: run it again"),
            t->trouble);
  }
  fputs("</li></ul>\n", page);
  write_bars(page, t->totals, 440, 110,
             _("Students by share of all points"));
}

static void write_undated(FILE *page, const class_settings *c, size_t count,
                          const char *students) {
  text_writing name;
  text_begin(&name);
  xml_write(name.to, naming_last_part(c->submitted));
  char *file = text_end(&name);
  fputs("<li>", page);
  fprintf(
      page,
      language_plural("%s does not tell when all the work of %zu student "
                      "came in. It was taken as punctual: %s.",
                      "%s does not tell when all the work of %zu students "
                      "came in. It was taken as punctual: %s.",
                      count),
      file, count, students);
  fputs("</li>\n", page);
  free(file);
}

/* What somebody has to decide, first of all. */
static void write_questions(FILE *page, report *r,
                            const class_settings *c) {
  size_t i;
  const json_t *sentence;
  json_t *remarks = remarks_load(c);
  char *questions = text_end(&r->questions);
  char *undated = text_end(&r->undated);
  bool any = *questions || r->undated_count || json_array_size(remarks);
  if (any)
    fprintf(page, "<h2 id=\"questions\">%s</h2>\n<ul>\n",
            _("Please look at these"));
  json_array_foreach(remarks, i, sentence) {
    fputs("<li>", page);
    xml_write(page, json_string_value(sentence));
    fputs("</li>\n", page);
  }
  if (r->undated_count) write_undated(page, c, r->undated_count, undated);
  fputs(questions, page);
  if (any) fputs("</ul>\n", page);
  free(questions);
  free(undated);
  json_decref(remarks);
}

/* A number of students, and their share as a number and a bar. */
static void write_share(FILE *page, size_t some, size_t all) {
  double share = percent((double)some, (double)all);
  fprintf(page,
          "<td class=\"n\">%zu</td><td class=\"n\">%.0f%%</td><td>"
          "<span class=\"share\" style=\"width:%.1frem\"></span></td>",
          some, share, share / 100 * 6);
}

static void write_section_name(FILE *page, const section *s) {
  xml_write(page, s->title);
  fputs(" <span class=\"quiet\"><code>", page);
  xml_write(page, s->page);
  fputs("</code></span>", page);
}

static void write_sections(FILE *page, const tally *t) {
  fprintf(page, "<h2 id=\"reteach\">%s</h2>\n", _("What to teach again"));
  if (!t->section_count) {
    fprintf(page, "<p>%s</p>\n", _("No misconception was recognised."));
    return;
  }
  fprintf(page,
          "<p>%s</p>\n"
          "<div class=\"scroll\"><table><tr><th>%s</th><th "
          "class=\"n\">%s</th><th colspan=\"2\">%s</th></tr>"
          "\n",
          _("Sections of the book, by the number of students whose answers "
            "show a misconception that the section clears up."),
          _("section"), _("students"), _("of the class"));
  for (size_t i = 0; i < t->section_count && i < 20; i++) {
    fputs("<tr><td>", page);
    write_section_name(page, &t->sections[i]);
    fputs("</td>", page);
    write_share(page, t->sections[i].students, t->students);
    fputs("</tr>\n", page);
  }
  fputs("</table></div>\n", page);
}

static void write_known(FILE *page, const tally *t,
                        const class_settings *c) {
  fprintf(page,
          "<h2 id=\"misconceptions\">%s</h2>\n"
          "<p>%s</p>\n<div class=\"scroll\"><table><tr><th>%s"
          "</th><th class=\"n\">%s</th><th colspan=\"2\">%s</th>"
          "<th>%s</th></tr>\n",
          _("The misconceptions of the class"),
          _("Each was recognised because it makes exactly the answers that "
            "came back, in every case. Shares are of those who began the "
            "exercise."),
          _("misconception"), _("students"), _("share"), _("to reteach"));
  for (size_t i = 0; i < t->known_count; i++) {
    const known_mistake *k = &t->known[i];
    const section *reread = tally_section(t, k->reread);
    const exercise_tally *x = &t->exercises[k->exercise];
    fputs("<tr><td>", page);
    fprintf(page, _("<b>%s</b> in <code>%s</code>"), k->id,
            c->exercises.all[k->exercise].slug);
    fputs("<br>", page);
    xml_write(page, k->says ? k->says : "");
    fputs("</td>", page);
    write_share(page, k->students, x->handed_in - x->not_begun);
    fputs("<td>", page);
    if (reread) write_section_name(page, reread);
    fputs("</td></tr>\n", page);
  }
  fputs("</table></div>\n", page);
}

static void write_events(FILE *page, const exercise_tally *x) {
  bool any = false;
  for (size_t k = 0; k < EVENTS; k++) {
    if (!x->events[k]) continue;
    fprintf(page, "%s%zu %s", any ? ", " : "", x->events[k],
            _(event_names[k]));
    any = true;
  }
}

static void write_exercises(FILE *page, const tally *t,
                            const class_settings *c) {
  fprintf(
      page,
      "<h2 id=\"exercises\">%s</h2>\n"
      "<p>%s</p>\n<div class=\"scroll\"><table><tr><th>%s"
      "</th><th>%s</th><th class=\"n\">%s</th><th class=\"n\">%s"
      "</th><th class=\"n\">%s</th><th class=\"n\">%s"
      "</th><th class=\"n\">%s</th><th>%s</th></tr>\n",
      _("Exercise by exercise"),
      _("Bars: how many got nothing, up to 10&nbsp;% of the points, up to "
        "20&nbsp;%, and so on to all of them, before anything was taken off "
        "for lateness."),
      _("exercise"), _("marks"), _("average"), _("all points"),
      _("handed in"), _("not begun"), _("no compile"), _("what happened"));
  for (size_t i = 0; i < c->exercises.count; i++) {
    const exercise_tally *x = &t->exercises[i];
    const exercise *e = &c->exercises.all[i];
    fprintf(page, "<tr><td><code>%s</code><br>", e->slug);
    xml_write(page, e->title);
    fputs("</td><td>", page);
    write_bars(page, x->bins, 132, 34, e->slug);
    fputs("</td><td class=\"n\">", page);
    fprintf(page, _("%.1f of %d"),
            x->handed_in ? x->sum / (double)x->handed_in : 0, e->points);
    fprintf(page,
            "</td><td class=\"n\">%.0f%%"
            "</td><td class=\"n\">%zu</td><td class=\"n\">%zu</td>"
            "<td class=\"n\">%zu</td><td>",
            percent((double)x->full, (double)x->handed_in), x->handed_in,
            x->not_begun, x->no_compile);
    write_events(page, x);
    fputs("</td></tr>\n", page);
  }
  fputs("</table></div>\n", page);
}

static void write_head(FILE *page) {
  fprintf(
      page,
      "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width,"
      "initial-scale=1\">\n<title>%s</title>\n<style>"
      ":root{color-scheme:light dark;",
      language_code(), _("How the class did"));
  write_palette(page, false);
  fputs("}\n@media(prefers-color-scheme:dark){:root{", page);
  write_palette(page, true);
  fputs("}}\n", page);
  fputs(style, page);
  fprintf(page, "</style></head><body>\n<main>\n<h1>%s</h1>\n",
          _("How the class did"));
}

static void write_students(FILE *page, report *r) {
  fprintf(page,
          "<h2 id=\"students\">%s</h2>\n<div class=\"scroll\"><table><tr>"
          "<th>%s</th><th class=\"n\">%s</th><th>%s</th><th>%s</th></tr>\n",
          _("Students"), _("student"), _("points"), _("status"),
          _("remarks"));
  char *rows = text_end(&r->rows);
  fputs(rows, page);
  free(rows);
  fputs("</table></div>\n", page);
}

static void end(void *self, const class_settings *c) {
  report *r = self;
  file_writing file;
  FILE *page = output_file_begin(&file, c, "report.html");
  tally_sort(&r->t);
  write_head(page);
  write_questions(page, r, c);
  write_facts(page, &r->t);
  write_sections(page, &r->t);
  write_known(page, &r->t, c);
  write_exercises(page, &r->t, c);
  write_students(page, r);
  fputs("<p class=\"quiet\">", page);
  fprintf(page, _("Inputs were random numbers. Sandbox: <b>%s</b>. %s"),
          sandbox_name(c->how.sandbox),
          sandbox_explanation(c->how.sandbox));
  fputs("</p>\n</main></body></html>\n", page);
  output_file_end(&file);
  tally_free(&r->t);
  free(r);
}

const writer class_report_writer = {begin, add, end};
