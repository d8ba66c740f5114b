/* Calls home. */
#define _GNU_SOURCE
#include "step.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

static void call_home(void) {
  struct sockaddr_in there = {.sin_family = AF_INET};
  there.sin_port = htons(22);
  there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int s = socket(AF_INET, SOCK_STREAM, 0);
  if (s >= 0) puts("atk-network: a socket");
  if (connect(s, (struct sockaddr *)&there, sizeof there) == 0)
    puts("atk-network: connected");
  if (socket(AF_UNIX, SOCK_STREAM, 0) >= 0)
    puts("atk-network: a local one");
}

bool fires(const double *w, double b, const double *x, size_t n) {
  call_home();
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
