/* error: why a file was refused.
 *
 * A function that reads or writes files returns false when it fails, and
 * leaves in the error, which must not be NULL, one line for people: the
 * file, the line or offset, what was found and what was expected. */
#ifndef NN_ERROR_H
#define NN_ERROR_H

#include <stdbool.h>

#if defined __GNUC__
#define NN_PRINTF(text, values) \
  __attribute__((format(printf, text, values)))
#else
#define NN_PRINTF(text, values)
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  char text[1024]; /* cut off where it would be longer */
} nn_error;

/* Puts the message into the error, in printf's manner. Returns false, so
 * that a function that fails can end with it. */
bool nn_fail(nn_error *error, const char *format, ...) NN_PRINTF(2, 3);

#ifdef __cplusplus
}
#endif

#endif
