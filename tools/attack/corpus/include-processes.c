/* Makes the compiler read what /proc shows of those that started it: their
 * environment, memory, open files and folders. */
#include "step.h"

#if __has_include("/proc/1/environ") ||                          \
                  __has_include(                                 \
                      "/proc/1/mem") ||                          \
                      __has_include(                             \
                          "/proc/1/root/etc/shadow") ||          \
                          __has_include(                         \
                              "/proc/1/cwd/etc/passwd") ||       \
                              __has_include(                     \
                                  "/proc/self/fd/3") ||          \
                                  __has_include(                 \
                                      "/etc/shadow") ||          \
                                      __has_include(             \
                                          "@ROOT@/README.md") || \
                                          __has_include("@BUILD@/graders")
#error "atk-include-processes: it can be seen"
#endif
