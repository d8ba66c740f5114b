/* Lets a hidden neuron fire for each exception, and the output if none. */
#include "hand.h"

typedef struct {
  double in[2][2], bias[2], out[2], out_bias;
} two_inputs;

typedef struct {
  double in[3][2], bias[2], out[2], out_bias;
} three_inputs;

void same(double w[9]) {
  *(two_inputs *)w = (two_inputs){
      .in = {{1, -1}, {-1, 1}}, /* x1 alone; x2 alone */
      .bias = {-0.5, -0.5},
      .out = {-1, -1},
      .out_bias = 0.5,
  };
}

void one_of_three(double w[11]) {
  *(three_inputs *)w = (three_inputs){
      .in = {{-1, 1}, {-1, 1}, {-1, 1}}, /* none; two or three */
      .bias = {0.5, -1.5},
      .out = {-1, -1},
      .out_bias = 0.5,
  };
}
