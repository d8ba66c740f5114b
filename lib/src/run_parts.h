/* What the modules that write for a run share. */
#ifndef NN_RUN_PARTS_H
#define NN_RUN_PARTS_H

#include <nn/run.h>

/* Where recorded tables are kept, as the command line says. */
typedef struct {
  const char *directory; /* NULL: there are none */
  const char *digest;  /* of the program and its inputs; NULL: only read */
  const char *machine; /* what the tables are measured on */
} nn_run_records;

const nn_run_records *nn_run_records_of(const nn_run *run);

/* Ends the program with a message for its author. */
_Noreturn void nn_run_fail(const nn_run *run, const char *format, ...)
    NN_PRINTF(2, 3);

/* Zeroed memory that nn_run_end frees. */
void *nn_run_memory(nn_run *run, size_t size);

#endif
