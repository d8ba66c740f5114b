/* All graders in one program: graders EXERCISE ARGUMENTS... The build
 * names the main of each exercise's grader.c so that they can live
 * together, and lists them. */
#include <stdio.h>
#include <string.h>

#define GRADER(slug, function) int function(int argc, char **argv);
#include "graders.inc"
#undef GRADER

static const struct {
  const char *slug;
  int (*main)(int argc, char **argv);
} graders[] = {
#define GRADER(slug, function) {slug, function},
#include "graders.inc"
};

int main(int argc, char **argv) {
  for (size_t i = 0; argc > 1 && i < sizeof graders / sizeof *graders; i++)
    if (strcmp(argv[1], graders[i].slug) == 0)
      return graders[i].main(argc - 1, argv + 1);
  fprintf(stderr, "graders: there is no exercise '%s'\n",
          argc > 1 ? argv[1] : "");
  return 2;
}
