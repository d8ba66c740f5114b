#define _GNU_SOURCE /* AT_EMPTY_PATH, realpath */
#include "sandbox.h"

#include "command.h"
#include "landlock.h"
#include "language.h"
#include "seccomp_filter.h"
#include "stranger.h"
#include "text.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

static const struct {
  const char *name, *explanation;
} levels[SANDBOX_LEVELS] = {
    [SANDBOX_LIMITS] =
        {"limits",
         N_("Only time, memory and output were limited: what was handed in "
            "could do what its grader can.")},
    [SANDBOX_SECCOMP] =
        {"seccomp",
         N_("Neither namespaces nor Landlock are to be had here. The compiler "
            "was a user of its own, who could read what every user of this "
            "machine can, but not the course or what others handed in; the "
            "program could compute and answer: no files, no processes, no "
            "network.")},
    [SANDBOX_LANDLOCK] =
        {"landlock",
         N_("No namespaces are to be had here. The compiler could read the "
            "system's files and the submission, and the program could compute "
            "and answer: no files, no processes, no network.")},
    [SANDBOX_BUBBLEWRAP] =
        {"bubblewrap",
         N_("Compiler and program ran in namespaces of their own (bubblewrap) "
            "behind a filter of system calls: no network, no other processes, "
            "and no files but their own.")},
};

const char *sandbox_name(sandbox_level level) {
  assert(level < SANDBOX_LEVELS);
  return levels[level].name;
}

const char *sandbox_explanation(sandbox_level level) {
  assert(level < SANDBOX_LEVELS);
  return _(levels[level].explanation);
}

bool sandbox_find(const char *name, sandbox_level *level) {
  for (int i = 0; i < SANDBOX_LEVELS; i++)
    if (strcmp(levels[i].name, name) == 0) {
      *level = (sandbox_level)i;
      return true;
    }
  return false;
}

/* ---- what all levels do ----------------------------------------------*/

static void limit(unsigned what, size_t most, size_t hard) {
  struct rlimit both = {.rlim_cur = most, .rlim_max = hard};
  setrlimit(what, &both);
}

/* Its own process group and resource limits; it is killed when its parent
 * ends. */
static void begin(sandbox_limits limits) {
  setpgid(0, 0);
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1);
  limit(RLIMIT_FSIZE, limits.file_size, limits.file_size);
  if (limits.memory) limit(RLIMIT_AS, limits.memory, limits.memory);
}

/* Goes on in a child, and stays between it and the parent. If the parent
 * ends, or the child is killed, so is the whole group. Of bubblewrap's
 * processes the one in the new namespaces would else sleep for ever, if the
 * first does not live to tell it to go on. */
static void guard_group(void) {
#ifdef __linux__
  enum { PARENT_HAS_ENDED = SIGUSR1 };
  sigset_t watched, before;
  sigemptyset(&watched);
  sigaddset(&watched, PARENT_HAS_ENDED);
  sigaddset(&watched, SIGCHLD);
  sigprocmask(SIG_BLOCK, &watched, &before);
  prctl(PR_SET_PDEATHSIG, PARENT_HAS_ENDED);

  pid_t child = fork();
  if (child < 0) _exit(127);
  if (child == 0) {
    sigprocmask(SIG_SETMASK, &before, NULL);
    return;
  }
  command_close_from(0);
  for (int got;;) {
    sigwait(&watched, &got);
    int status = 0;
    if (got == SIGCHLD && waitpid(child, &status, WNOHANG) != child)
      continue;
    if (got == SIGCHLD && WIFEXITED(status)) _exit(WEXITSTATUS(status));
    kill(0, SIGKILL);
  }
#endif
}

/* The folder that a path is in. */
static const char *folder_of(const char *path, char *folder) {
  size_t length = strlen(path);
  assert(length < PATH_MAX);
  memcpy(folder, path, length + 1);
  char *slash = strrchr(folder, '/');
  if (slash) *slash = '\0';
  return folder;
}

/* ---- bubblewrap ------------------------------------------------------*/

enum { WORDS = 160, NUMBER = 16 };

typedef struct {
  char *word[WORDS];
  size_t count;
} words;

/* Words are only read, by execvp. */
static void add(words *w, const char *word) {
  assert(w->count + 1 < WORDS);
  w->word[w->count++] = (char *)(size_t)word;
  w->word[w->count] = NULL;
}

#define ADD(w, ...) add_all(w, (const char *const[]){__VA_ARGS__, NULL})
static void add_all(words *w, const char *const all[]) {
  for (; *all; all++) add(w, *all);
}

/* New namespaces, the user nobody, no environment, and the seccomp
 * filter. */
static bool begin_bubblewrap(words *w, seccomp_filter_kind calls,
                             char number[NUMBER]) {
  int filter = seccomp_filter_file(calls);
  if (filter < 0) return false;
  text_fill(number, NUMBER, "%d", filter);
  ADD(w, "bwrap", "--unshare-user", "--unshare-all", "--die-with-parent",
      "--new-session", "--uid", "65534", "--gid", "65534", "--hostname",
      "sandbox", "--clearenv", "--seccomp", number);
  return true;
}

static void bubblewrap_program(const char *path, char *const settings[]) {
  words w = {0};
  char number[NUMBER], status[NUMBER];
  if (!begin_bubblewrap(&w, FILTER_TO_COMPUTE, number)) return;
  text_fill(status, sizeof status, "%d", SANDBOX_STATUS);
  ADD(&w, "--json-status-fd", status);
  for (; *settings; settings++) {
    char *name = strdup(*settings), *value = name ? strchr(name, '=') : 0;
    if (!value) continue;
    *value = '\0';
    ADD(&w, "--setenv", name, value + 1);
  }
  ADD(&w, "--ro-bind", path, "/program", "--size", "1048576", "--tmpfs",
      "/tmp", "--remount-ro", "/", "--chdir", "/tmp", "--", "/program");
  execvp("bwrap", w.word);
}

/* The folders of a system that a compiler lives in. */
static const char *const system_folders[] = {
    "/usr", "/bin", "/lib", "/lib32", "/lib64", "/libx32", "/sbin", NULL};

/* As they are: folders, or links into /usr. */
static void show_system(words *w, char targets[][PATH_MAX]) {
  for (size_t i = 0; system_folders[i]; i++) {
    const char *folder = system_folders[i];
    struct stat found;
    if (lstat(folder, &found) != 0) continue;
    ssize_t length = S_ISLNK(found.st_mode)
                         ? readlink(folder, targets[i], PATH_MAX - 1)
                         : -1;
    if (length > 0) {
      targets[i][length] = '\0';
      ADD(w, "--symlink", targets[i], folder);
    } else {
      ADD(w, "--ro-bind", folder, folder);
    }
  }
}

/* Where the compiler works, in there: a name that no machine has, since it
 * would hide what is there. */
#define WORK "/what-was-handed-in"

/* Where a compiler has what belongs to it: /opt/gcc for /opt/gcc/bin/cc. */
static const char *home_of(const char *compiler, char *home) {
  char bin[PATH_MAX];
  return folder_of(folder_of(compiler, bin), home);
}

static bool is_below(const char *path, const char *folder) {
  size_t length = strlen(folder);
  return length > 0 && strncmp(path, folder, length) == 0 &&
         (path[length] == '/' || path[length] == '\0');
}

bool sandbox_shows(const char *path, const char *compiler) {
  char home[PATH_MAX], *whole = realpath(path, NULL);
  bool shown = false;
  for (size_t i = 0; whole && system_folders[i]; i++)
    shown = shown || is_below(whole, system_folders[i]);
  if (whole && strncmp(compiler, "/usr/", 5) != 0)
    shown = shown || is_below(whole, home_of(compiler, home));
  free(whole);
  return shown;
}

static void bubblewrap_compiler(char *const argv[], const char *compiler,
                                const char *work) {
  words w = {0};
  char number[NUMBER], home[PATH_MAX], targets[8][PATH_MAX];
  if (!begin_bubblewrap(&w, FILTER_TO_COMPILE, number)) return;
  show_system(&w, targets);
  if (strncmp(compiler, "/usr/", 5) != 0 && *home_of(compiler, home))
    ADD(&w, "--ro-bind", home, home);
  ADD(&w, "--setenv", "PATH", "/usr/bin:/bin", "--setenv", "LC_ALL", "C",
      "--setenv", "TMPDIR", WORK);
  ADD(&w, "--bind", work, WORK, "--remount-ro", "/", "--chdir", WORK, "--");
  for (; *argv; argv++) add(&w, *argv);
  if (w.count + 1 == WORDS) {
    errno = E2BIG;
    return;
  }
  execvp("bwrap", w.word);
}

/* ---- without namespaces ----------------------------------------------*/

/* By its descriptor (execveat), since the filter lets no file be opened. */
static void locked_program(bool stranger, const char *path,
                           char *const settings[]) {
#ifdef __linux__
  int program = open(path, O_RDONLY | O_CLOEXEC);
  if (program < 0 || dup3(program, FILTER_PROGRAM, O_CLOEXEC) < 0) return;
  char *argv[] = {(char *)(size_t) "program", NULL};
  if (chdir("/") == 0 && (!stranger || stranger_become(path)) &&
      seccomp_filter_apply(FILTER_TO_COMPUTE))
    syscall(SYS_execveat, FILTER_PROGRAM, "", argv, settings,
            AT_EMPTY_PATH);
#else
  (void)stranger;
  (void)path;
  (void)settings;
  errno = ENOSYS;
#endif
}

/* Locks the process in, with nothing to write but the folder `work`, which
 * it then is in. */
static bool lock_compiler(sandbox_level level, const char *home,
                          const char *work) {
  const char *readable[] = {home,     "/usr",   "/bin",    "/lib",
                            "/lib32", "/lib64", "/libx32", NULL};
  bool good = level == SANDBOX_SECCOMP ? stranger_move_into(work)
              : level == SANDBOX_LANDLOCK
                  ? landlock_apply(*home ? readable : readable + 1, work)
                  : true;
  return good && (level == SANDBOX_LIMITS ||
                  seccomp_filter_apply(FILTER_TO_COMPILE));
}

/* Its temporary files are in the folder that it is in, whatever the way
 * there: not every user may go it. */
static void plain_compiler(sandbox_level level, char *const argv[],
                           const char *compiler, const char *work) {
  char home[PATH_MAX];
  char *environment[] = {(char *)(size_t) "PATH=/usr/bin:/bin",
                         (char *)(size_t) "LC_ALL=C",
                         (char *)(size_t) "TMPDIR=.", NULL};
  if (chdir(work) == 0 &&
      lock_compiler(level, home_of(compiler, home), "."))
    execve(argv[0], argv, environment);
}

/* ---- becoming --------------------------------------------------------*/

void sandbox_become_program(sandbox_level level, sandbox_limits limits,
                            const char *path, char *const settings[]) {
  char *argv[] = {(char *)(size_t)path, NULL};
  begin(limits);
  switch (level) {
  case SANDBOX_BUBBLEWRAP:
    guard_group();
    bubblewrap_program(path, settings);
    return;
  case SANDBOX_LANDLOCK:
  case SANDBOX_SECCOMP:
    locked_program(level == SANDBOX_SECCOMP, path, settings);
    return;
  default:
#ifdef RLIMIT_NPROC
    limit(RLIMIT_NPROC, 0, 0);
#endif
    execve(path, argv, settings);
  }
}

void sandbox_become_compiler(sandbox_level level, sandbox_limits limits,
                             char *const argv[], const char *compiler,
                             const char *work) {
  begin(limits);
  if (level == SANDBOX_BUBBLEWRAP) {
    guard_group();
    bubblewrap_compiler(argv, compiler, work);
  } else {
    plain_compiler(level, argv, compiler, work);
  }
}

/* ---- what works here -------------------------------------------------*/

/* Does bubblewrap start a program, with the filter, and say nothing? */
static bool bubblewrap_works(void) {
  char number[NUMBER];
  words w = {0};
  pid_t pid = fork();
  if (pid == 0) {
    int nothing = open("/dev/null", O_RDWR);
    for (int fd = 0; fd < 3; fd++) dup2(nothing, fd);
    char targets[8][PATH_MAX];
    if (!begin_bubblewrap(&w, FILTER_TO_COMPILE, number)) _exit(127);
    show_system(&w, targets);
    ADD(&w, "--", "/usr/bin/true");
    execvp("bwrap", w.word);
    _exit(127);
  }
  return command_wait(pid) == 0;
}

static bool seccomp_works(void) {
  pid_t pid = fork();
  if (pid == 0) _exit(seccomp_filter_apply(FILTER_TO_COMPILE) ? 0 : 1);
  return command_wait(pid) == 0;
}

static char reason[PATH_MAX + 256];

const char *sandbox_reason(void) {
  return reason;
}

static void say_reason(const char *format, ...)
    __attribute__((format(printf, 1, 2)));
static void say_reason(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *text = text_print_list(format, arguments);
  va_end(arguments);
  text_fill(reason, sizeof reason, "%s", text);
  free(text);
}

/* Can the compiler be somebody who cannot read the secrets? */
static bool strangers_work(const char *const secrets[]) {
  const char *open = NULL;
  if (geteuid() != 0)
    say_reason(
        _("Neither bubblewrap nor Landlock works here, and only root "
          "can make the compiler another user."));
  else if ((open = stranger_can_read(secrets)))
    say_reason(_("Neither bubblewrap nor Landlock works here, and another "
                 "user can read '%s': chmod -R go-rwx would mend that."),
               open);
  return geteuid() == 0 && !open;
}

sandbox_level sandbox_best(sandbox_level most,
                           const char *const secrets[]) {
  *reason = '\0';
#ifdef COURSE_STATIC
  if (most >= SANDBOX_BUBBLEWRAP && bubblewrap_works())
    return SANDBOX_BUBBLEWRAP;
  if (most == SANDBOX_LIMITS)
    say_reason(_("No more was asked for."));
  else if (!seccomp_works())
    say_reason(_("Neither bubblewrap nor seccomp works here."));
  else if (most >= SANDBOX_LANDLOCK && landlock_works())
    return SANDBOX_LANDLOCK;
  else if (strangers_work(secrets))
    return SANDBOX_SECCOMP;
#else
  (void)most;
  (void)secrets;
  (void)bubblewrap_works;
  (void)seccomp_works;
  (void)strangers_work;
  say_reason(_("Programs cannot be linked statically here."));
#endif
  return SANDBOX_LIMITS;
}
