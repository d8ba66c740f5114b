/* require: what to say when a function is called in a way that cannot work.
 *
 * For the mistakes that a user of the library makes: data of another shape
 * than the network, a forgotten random generator. What only a mistake
 * within the library could break is an assert. */
#ifndef NN_REQUIRE_H
#define NN_REQUIRE_H

#include <nn/error.h>

/* In a public function: where the condition does not hold, ends the program
 * with "nn: FUNCTION: " and the sentence, given in printf's manner, which
 * says what was found and what to do. */
#define nn_require(condition, ...) \
  ((condition) ? (void)0 : nn_refuse(__func__, __VA_ARGS__))

/* The same from a helper, in the name of the function that was called. */
_Noreturn void nn_refuse(const char *function, const char *format, ...)
    NN_PRINTF(2, 3);

#endif
