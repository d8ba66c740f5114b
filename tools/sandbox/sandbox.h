/* sandbox: where a stranger's code may do its work and nothing else.
 *
 * Two things are done with what a student hands in: it is compiled, and
 * the program that comes of it is run. Both happen in a child process that
 * locks itself in and then becomes the compiler or the program:
 *
 *     pid_t pid = fork();
 *     if (pid == 0) sandbox_become_program(level, limits, path, settings);
 *
 * How well it can be locked in depends on the machine; the level says so,
 * and stands in every report. */
#ifndef SANDBOX_H
#define SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
  /* Time, memory, output and file sizes are limited, nothing else. */
  SANDBOX_LIMITS,
  /* The program has no system call but those that computing takes
   * (seccomp): no file, no process, no network. The compiler is another
   * user, whom nothing belongs to; this takes root. */
  SANDBOX_SECCOMP,
  /* The program likewise; the compiler reads the system's files and the
   * student's, no others (Landlock). */
  SANDBOX_LANDLOCK,
  /* Bubblewrap: both are in namespaces of their own besides, without
   * network, other processes or any file that is not theirs. */
  SANDBOX_BUBBLEWRAP,
  SANDBOX_LEVELS
} sandbox_level;

typedef struct {
  unsigned cpu_seconds; /* for the whole process */
  size_t memory;        /* bytes of address space; 0: no limit */
  size_t file_size;     /* bytes of any file that it writes */
} sandbox_limits;

/* "limits", "seccomp", "landlock", "bubblewrap", and a sentence about
 * each. */
const char *sandbox_name(sandbox_level level);
const char *sandbox_explanation(sandbox_level level);

/* The level of this name; false if there is none. */
bool sandbox_find(const char *name, sandbox_level *level);

/* The best level that works on this machine and is no better than `most`.
 * It is tried, which takes some milliseconds. `secrets` (paths, NULL ends
 * them) are what no submission may read, the grader's answers and the work
 * of others: where every user of the machine can read one of them there
 * is no SANDBOX_SECCOMP. */
sandbox_level sandbox_best(sandbox_level most, const char *const secrets[]);

/* Does the file or folder lie where a compiler at that path has to look
 * around, and with it what it compiles? */
bool sandbox_shows(const char *path, const char *compiler);

/* Why the last sandbox_best found no more than SANDBOX_LIMITS, as a
 * sentence or two; "" if it did. */
const char *sandbox_reason(void);

/* Where bubblewrap tells, in JSON, that the program has begun and how it
 * ended ("exit-code"). The program does not have this descriptor. */
enum { SANDBOX_STATUS = 6 };

/* In a child: becomes the program at `path`, linked statically where the
 * level is more than SANDBOX_LIMITS. It has the descriptors that the child
 * has, and an environment of `settings` ("NAME=value", NULL ends them).
 * Returns, with errno, only if that fails. */
void sandbox_become_program(sandbox_level level, sandbox_limits limits,
                            const char *path, char *const settings[]);

/* In a child: becomes argv[0] (whole path), which calls the compiler at
 * the path `compiler`, in the folder `work`: it can write nowhere else.
 * Likewise. */
void sandbox_become_compiler(sandbox_level level, sandbox_limits limits,
                             char *const argv[], const char *compiler,
                             const char *work);

#endif
