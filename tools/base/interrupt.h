/* interrupt: Ctrl-C, noticed rather than suffered, so that folders are
 * removed and progress is kept. */
#ifndef INTERRUPT_H
#define INTERRUPT_H

#include <stdbool.h>

/* From here on SIGINT and SIGTERM only set a mark. */
void interrupt_catch(void);

/* Has one come? */
bool interrupt_seen(void);

#endif
