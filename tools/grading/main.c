/* All graders in one program: graders EXERCISE ARGUMENTS... The build lists
 * the exercises. */
#include "grader.h"

#include <stdio.h>
#include <string.h>

#define EXERCISE(name) extern const exercise name;
#include "graders.inc"
#undef EXERCISE

static const exercise *const exercises[] = {
#define EXERCISE(name) &name,
#include "graders.inc"
};

int main(int argc, char **argv) {
  size_t count = sizeof exercises / sizeof *exercises;
  for (size_t i = 0; argc > 1 && i < count; i++)
    if (strcmp(argv[1], exercises[i]->slug) == 0)
      return grade(exercises[i], argc - 1, argv + 1);
  fprintf(stderr, "graders: there is no exercise '%s'\n",
          argc > 1 ? argv[1] : "");
  return 2;
}
