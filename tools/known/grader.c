#include "grader.h"

static void right(const message *query, message *answer) {
  message_add_number(answer, "returned", 2 * message_number(query, "x"));
}

static void make_case(nn_rng *rng, size_t i, message *query) {
  (void)i;
  message_add_number(query, "x", nn_rng_normal(rng));
}

static void check_twice(grader *g) {
  grader_compare(g, &(comparison){.function = "twice",
                                  .cases = 8,
                                  .make_case = make_case,
                                  .right = right});
}

int main(int argc, char **argv) {
  grader *g = grader_begin(argc, argv);
  grader_part(g, "twice", 1, "doubles a number", "", check_twice);
  return grader_end(g);
}
