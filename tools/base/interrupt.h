/* interrupt: SIGINT and SIGTERM set a flag instead of ending the program,
 * so that folders are removed and progress is kept. */
#ifndef INTERRUPT_H
#define INTERRUPT_H

#include <stdbool.h>

/* Installs the handlers. */
void interrupt_catch(void);

/* Has one come? */
bool interrupt_seen(void);

#endif
