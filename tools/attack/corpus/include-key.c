/* Makes the compiler quote a file that only the owner of the grading may
 * read, and looks for other ways to it. */
#include "step.h"

#if __has_include("@KEY@") ||                            \
                  __has_include(                         \
                      "/proc/self/root@KEY@") ||         \
                      __has_include(                     \
                          "/proc/self/cwd/../../key") || \
                          __has_include(                 \
                              "../key") ||               \
                              __has_include("../../../../../key")
#error "atk-include-key: it can be seen"
#endif
#include "@KEY@"
