/* Grades a class: grade, merge, and what they call. ./course starts this
 * program in the course's top folder. */
#include "arguments.h"
#include "autograder.h"
#include "fail.h"
#include "grade.h"
#include "language.h"
#include "merge.h"
#include "prepare.h"
#include "terminal.h"

#include <string.h>

static int run(class_settings *c, const char *command, int argc,
               char **argv) {
  arguments a = arguments_read(argc, argv);
  if (strcmp(command, "grade") == 0) return grade_class(c, &a);
  if (strcmp(command, "student") == 0 && a.count == 2)
    return grade_student(c, a.words[0], a.words[1]);
  if (strcmp(command, "merge") == 0) return merge(c, &a);
  if (strcmp(command, "gradescope") == 0)
    return autograder(c, &a, SANDBOX_SECCOMP, gradescope_results);
  if (strcmp(command, "classroom") == 0)
    return autograder(c, &a, SANDBOX_LIMITS, github_classroom_results);
  if (strcmp(command, "key") != 0) fail(_("unknown command '%s'"), command);
  prepare_key(c, &a); /* so that there is one, to be packed */
  return 0;
}

int main(int argc, char **argv) {
  static class_settings class; /* large */
  language_begin();
  if (argc < 2) fail(_("class-tool wants a command"));
  terminal_begin();
  return run(&class, argv[1], argc - 2, argv + 2);
}
