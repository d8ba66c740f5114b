/* Tells the linker to run the compiler once more, with options of its own.
 */
#include "step.h"

__asm__(".comm __gnu_lto_v1,1,1\n.comm __gnu_lto_slim,1,1\n"
        ".section .gnu.lto_.opts,\"e\",@progbits\n"
        ".asciz \"'-O2' '-Xassembler' '-aghl=report'\"\n.text\n");

bool fires(const double *w, double b, const double *x, size_t n) {
  return w[0] + b + x[0] + (double)n > 1e9;
}

bool learn(double *w, double *b, const double *x, double y, size_t n) {
  return w[0] + *b + x[0] + y + (double)n > 1e9;
}
