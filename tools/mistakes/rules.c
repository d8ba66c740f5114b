#include "rules.h"

#include "arena.h"
#include "identifiers.h"
#include "text.h"

#include <ctype.h>
#include <string.h>

static void write_string(FILE *to, const char *text) {
  if (!text) {
    fprintf(to, "0");
    return;
  }
  fputc('"', to);
  for (; *text; text++) {
    if (*text == '"' || *text == '\\') fputc('\\', to);
    fputc(*text, to);
  }
  fputc('"', to);
}

/* "perceptron_step" for perceptron/step. */
static void write_identifier(FILE *to, const char *slug) {
  for (; *slug; slug++)
    fputc(isalnum((unsigned char)*slug) ? *slug : '_', to);
}

/* The standard headers that a text includes, once each for all: behind the
 * macros they would be included under other names. */
static void write_includes(FILE *to, const char *text,
                           identifier_list *seen) {
  for (const char *line = text; line; line = strchr(line, '\n')) {
    line += *line == '\n';
    if (strncmp(line, "#include <", 10) != 0) continue;
    size_t length = strcspn(line, "\n");
    if (identifiers_hold(seen, line, length)) continue;
    identifiers_add(seen, line, length);
    fprintf(to, "%.*s\n", (int)length, line);
  }
}

/* Gives all a name of their own; those of a driver begin otherwise than an
 * answer's. */
static void rename_all(FILE *to, const identifier_list *names,
                       const char *slug, size_t number, const char *whose) {
  for (size_t i = 0; i < names->count; i++) {
    fprintf(to, "#define %s %s%s_", names->all[i], whose, names->all[i]);
    write_identifier(to, slug);
    fprintf(to, "_%zu\n", number);
  }
}

static void forget_all(FILE *to, const identifier_list *names) {
  for (size_t i = 0; i < names->count; i++)
    fprintf(to, "#undef %s\n", names->all[i]);
}

/* Without those in `others`. */
static void leave_out(identifier_list *list,
                      const identifier_list *others) {
  size_t kept = 0;
  for (size_t i = 0; i < list->count; i++)
    if (!identifiers_hold(others, list->all[i], strlen(list->all[i])))
      list->all[kept++] = list->all[i];
  list->count = kept;
}

/* An answer's text under names of its own, then the driver, which knows
 * only those that the header declares. */
static void write_answer(FILE *to, const rules_exercise *exercise,
                         const rules_answer *answer, size_t number) {
  identifier_list public = {0}, macros = {0};
  const char *declared = identifiers_declared(exercise->header, &public);
  identifier_list private = identifiers_of(answer->text, &macros);
  identifier_list driver = identifiers_of(exercise->driver, &macros);
  leave_out(&private, &public);

  fprintf(to, "\n/* ---- %s ---- */\n",
          answer->mistake ? answer->mistake->id
          : number == 0   ? "the right answer"
                          : "nothing");
  rename_all(to, &public, exercise->slug, number, "");
  fprintf(to, "%s", declared);
  rename_all(to, &private, exercise->slug, number, "");
  if (answer->path) fprintf(to, "#line 1 \"%s\"\n", answer->path);
  fprintf(to, "%s", answer->text);
  if (answer->path) fprintf(to, "#line 1 \"made of it\"\n");
  forget_all(to, &private);
  rename_all(to, &driver, exercise->slug, number, "its_");
  fprintf(to, "#include \"driver.c\"\n");
  fprintf(to,
          "static void rule_%zu(const message *query, message *answer) {\n"
          "  called_answer(driver_functions, query, answer);\n}\n",
          number);
  forget_all(to, &driver);
  forget_all(to, &public);
  forget_all(to, &macros);
}

/* For each function of the header one that does nothing and returns 0. */
static const char *stub_of(const rules_exercise *exercise) {
  text_writing text;
  text_begin(&text);
  FILE *to = text.to;
  identifier_list functions = {0};
  const char *declared = identifiers_declared(exercise->header, &functions);
  fprintf(to, "#include \"%s.h\"\n", exercise->name);
  for (const char *line = declared; *line;) {
    const char *end = strstr(line, ";\n"), *name = strchr(line, '(');
    while (!isspace((unsigned char)name[-1]) && name[-1] != '*') name--;
    int type = (int)(name - line);
    bool nothing = strncmp(line, "void ", 5) == 0 && name[-1] != '*';
    fprintf(to, "%.*s {\n", (int)(end - line), line);
    if (!nothing)
      fprintf(to, "  %.*s result = {0};\n  return result;\n", type, line);
    fprintf(to, "}\n");
    line = end + 2;
  }
  return arena_keep(text_end(&text));
}

static bool is_rule(const rules_answer *answer) {
  const mistake *m = answer->mistake;
  return !m || (!m->common && !m->event);
}

/* The label alone of what is to be reread. */
static const char *label_of(const char *reread) {
  const char *slash = reread ? strchr(reread, '/') : NULL;
  return slash ? slash + 1 : reread;
}

static void write_mistake(FILE *to, const mistake *m, const char *rule,
                          size_t number) {
  const char *const words[] = {m->id, label_of(m->reread), m->says,
                               m->parts, m->fields};
  fprintf(to, "    {");
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    write_string(to, words[i]);
    fprintf(to, ",\n     ");
  }
  if (rule)
    fprintf(to, "%s_%zu},\n", rule, number);
  else
    fprintf(to, "0},\n");
}

void rules_write(FILE *to, const rules_exercise *exercise,
                 const rules_answer *answers, size_t count) {
  identifier_list included = {0};
  fprintf(to,
          "/* %s: what is right, and the known mistakes. Made from the\n"
          " * reference, wrong.md and driver.c. */\n",
          exercise->slug);
  for (size_t i = 0; i < count; i++)
    if (is_rule(&answers[i]))
      write_includes(to, answers[i].text, &included);
  write_includes(to, exercise->driver, &included);
  fprintf(to,
          "#include \"called.h\"\n#include \"declared.h\"\n"
          "#include \"%s.h\"\n",
          exercise->name);

  for (size_t i = 0; i < count; i++)
    if (is_rule(&answers[i])) write_answer(to, exercise, &answers[i], i);
  rules_answer stub = {.text = stub_of(exercise)};
  write_answer(to, exercise, &stub, count);

  fprintf(to, "\nstatic const mistake mistakes[] = {\n");
  for (size_t i = 1; i < count; i++)
    if (is_rule(&answers[i]))
      write_mistake(to, answers[i].mistake, "rule", i);
  fprintf(to, "    {0}};\n\nextern const exercise_part parts_");
  write_identifier(to, exercise->slug);
  fprintf(to, "[];\nconst exercise exercise_");
  write_identifier(to, exercise->slug);
  fprintf(to, " = {\"%s\", parts_", exercise->slug);
  write_identifier(to, exercise->slug);
  fprintf(to, ", rule_0, rule_%zu, mistakes};\n", count);
}

void rules_write_common(FILE *to, const wrong_list *common) {
  fprintf(to, "/* What all exercises share. Made from common.md. */\n"
              "#include \"declared.h\"\n\n"
              "const mistake common_mistakes[] = {\n");
  for (size_t i = 0; i < common->count; i++)
    write_mistake(to, &common->all[i], NULL, 0);
  fprintf(to, "    {0}};\n");
}
