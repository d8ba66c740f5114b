#include "interrupt.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t seen;

static void note(int signal_number) {
  (void)signal_number;
  seen = 1;
}

void interrupt_catch(void) {
  struct sigaction noting = {.sa_handler = note};
  sigaction(SIGINT, &noting, NULL);
  sigaction(SIGTERM, &noting, NULL);
}

bool interrupt_seen(void) {
  return seen;
}
