/* fuzz: what the fuzzers of the readers share. */
#ifndef FUZZ_H
#define FUZZ_H

#include <nn/error.h>
#include <stddef.h>
#include <stdint.h>

/* What libFuzzer calls with every input that it has thought of. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

/* Stops the fuzzer, which then keeps the input, unless this holds. */
#define REQUIRE(condition) \
  ((condition) ? (void)0 : fuzz_stop(__FILE__, __LINE__, #condition))
_Noreturn void fuzz_stop(const char *file, int line, const char *condition);

/* A file of these bytes that is in no folder and gone when closed. */
typedef struct {
  int handle;
  char path[32];
} fuzz_file;

fuzz_file fuzz_file_new(const uint8_t *bytes, size_t count);
void fuzz_file_close(fuzz_file *file);

/* A refusal begins with the path and gives a reason, in one line. */
void fuzz_require_reason(const nn_error *error, const char *path);

#endif
