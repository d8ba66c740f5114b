/* command: other programs, run to their end. */
#ifndef COMMAND_H
#define COMMAND_H

#include "sandbox.h"

/* What a command came to, where it is no exit status. */
enum { COMMAND_KILLED = -1, COMMAND_TIME_OUT = -2 };

/* Runs argv with its output in the file `to`. Returns the exit status,
 * COMMAND_KILLED if a signal ended it, COMMAND_TIME_OUT after so many
 * seconds or on Ctrl-C; 127 if it could not be started. */
int command_run(const char *const argv[], const char *to, double seconds);

/* Runs argv likewise, which calls the compiler at this path, in a sandbox
 * and in the folder `work`; its output is added to `to`. */
int command_compile(sandbox_level level, sandbox_limits limits,
                    const char *const argv[], const char *compiler,
                    const char *work, const char *to, double seconds);

#endif
