#ifndef GATE_H
#define GATE_H

/* w = {w1, w2, b}: fires unless both inputs are 1. */
void nand_gate(double w[3]);

/* w = {w1, w2, b}: fires if the first input is 1 and the second is 0. */
void only_first(double w[3]);

/* w = {w1, w2, w3, b}: fires if at least two of three inputs are 1. */
void at_least_two(double w[4]);

#endif
