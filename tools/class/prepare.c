#include "prepare.h"

#include "compile.h"
#include "dates.h"
#include "digest.h"
#include "fail.h"
#include "json_value.h"
#include "language.h"
#include "options.h"
#include "output_folder.h"
#include "self_test.h"
#include "text.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* What nobody may see who hands something in must not lie where every
 * compiler looks. */
static void check_places(const class_settings *c) {
  const char *secrets[SECRETS_MAX + 4];
  size_t count = exercises_secrets(&c->all, secrets);
  secrets[count++] = c->dir;
  secrets[count++] = c->out;
  secrets[count++] = c->due;
  secrets[count++] = c->submitted;
  for (size_t i = 0; i < count; i++)
    if (*secrets[i] && sandbox_shows(secrets[i], COURSE_COMPILER))
      fail(
          _("'%s' lies in a folder that every compiler can read, and with it "
            "all that is handed in. Move it, to your home for instance"),
          secrets[i]);
}

static void choose_sandbox(class_settings *c, const arguments *a,
                           prepare_for what) {
  sandbox_level most = SANDBOX_BUBBLEWRAP;
  if (a->sandbox && !sandbox_find(a->sandbox, &most))
    fail(_("there is no sandbox '%s'"), a->sandbox);
  const char *secrets[SECRETS_MAX + 2];
  size_t count = exercises_secrets(&c->all, secrets);
  secrets[count++] = c->out;
  if (what == A_CLASS) secrets[count++] = c->dir;
  secrets[count] = NULL;
  c->how.sandbox = sandbox_best(most, secrets);
  if (c->how.sandbox == SANDBOX_SECCOMP)
    umask(S_IRWXG | S_IRWXO); /* OUT is not for every user either */
  const char *name = sandbox_name(c->how.sandbox);
  const char *why = sandbox_explanation(c->how.sandbox);
  if (a->require_sandbox && c->how.sandbox != SANDBOX_BUBBLEWRAP) {
    fprintf(
        stderr,
        _("course: --require-sandbox, but bubblewrap does not run here. "
          "The best there is would be '%s'.\n%s\n"),
        name, why);
    exit(3);
  }
  if (c->how.sandbox != SANDBOX_BUBBLEWRAP)
    fprintf(stderr, _("Sandbox: %s. %s %s\n"), name, why, sandbox_reason());
  /* Nobody grades without isolation who has not said so. */
  if (c->how.sandbox == SANDBOX_LIMITS && most != SANDBOX_LIMITS &&
      what == A_CLASS) {
    fprintf(stderr,
            _("course: nothing was graded. If you trust all that was "
              "handed in, say --sandbox limits.\n"));
    exit(3);
  }
}

/* The class's key: the file that is named, or the course's own, which the
 * first run makes. */
void prepare_key(class_settings *c, const arguments *a) {
  static const char own[] = "class.key"; /* in the course's folder */
  if (a->key)
    arguments_real_path(a->key, c->key_file, sizeof c->key_file);
  else
    text_fill(c->key_file, sizeof c->key_file, "%s", own);
  if (sandbox_shows(c->key_file, COURSE_COMPILER))
    fail(_("the key %s lies in a folder that every compiler can read"),
         c->key_file);
  if (key_read(&c->key, c->key_file)) return;
  if (a->shard)
    fail(_("--shard wants the same key on all machines, and there is none "
           "here. The first ./course grade makes one, %s in the course's "
           "folder: copy it, or name it with --key"),
         own);
  key_create(&c->key, c->key_file);
  fprintf(
      stderr,
      _("The key of your classes is new: %s in the course's folder. Keep "
        "it to yourself, and keep it: with it the same work gets the same "
        "mark again.\n"),
      own);
}

static void digest_base(class_settings *c) {
  char name[KEY_NAME_SIZE];
  digest *d = digest_begin();
  key_name(&c->key, name);
  text_fill(c->key_id, sizeof c->key_id, "%s", name);
  digest_text(d, compile_options());
  digest_text(d, sandbox_name(c->how.sandbox));
  digest_text(d, name);
  if (!digest_file(d, COURSE_GRADERS)) fail(_("cannot read the graders"));
  digest_end(d, c->base);
}

/* Each choice of exercises has an OUT of its own: the marks of one chapter
 * do not replace those of another. */
static void choose_out(class_settings *c, const arguments *a) {
  char path[PATH_SIZE];
  size_t length = strlen(c->dir);
  if (a->out)
    arguments_path(a->out, c->out, sizeof c->out);
  else
    text_fill(c->out, sizeof c->out, "%s-graded%s%s", c->dir,
              *c->only ? "-" : "", c->only);
  for (char *at = c->out + length; !a->out && *at; at++)
    if (*at == '/') *at = '-';
  if (strncmp(c->out, c->dir, length) == 0 && c->out[length] == '/')
    fail(
        _("--out is inside the class's folder, where it would be taken for "
          "a student"));

  class_path(c, path, "work/class.json");
  json_t *before = json_load_file(path, 0, NULL);
  const char *only = text_in(before, "only");
  if (before && strcmp(only, c->only) != 0)
    fail(_("%s has the marks of %s; those of %s would replace them. Choose "
           "another folder with --out"),
         c->out, *only ? only : _("all exercises"),
         *c->only ? c->only : _("all exercises"));
  json_decref(before);
}

dates *prepare(class_settings *c, const arguments *a, int jobs,
               prepare_for what) {
  char tmp[PATH_SIZE];
  assert(a->count > 0);
  arguments_real_path(a->words[0], c->dir, sizeof c->dir);
  if (a->due) arguments_real_path(a->due, c->due, sizeof c->due);
  if (a->submitted)
    arguments_real_path(a->submitted, c->submitted, sizeof c->submitted);
  if (a->only) text_fill(c->only, sizeof c->only, "%s", a->only);
  class_load_exercises(c);
  choose_out(c, a);
  choose_sandbox(c, a, what);
  c->budget =
      a->budget ? (double)options_number("--budget", a->budget) : 300;
  check_places(c);
  dates *d = dates_load(c);
  if (a->key || what == A_CLASS)
    prepare_key(c, a);
  else
    key_make_up(&c->key);
  digest_base(c);
  output_folder_take(c, jobs);
  class_path(c, tmp, "work/tmp");
  setenv("TMPDIR", tmp, 1);
  self_test_pass(c);
  class_save(c);
  return d;
}
