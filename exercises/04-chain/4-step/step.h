#ifndef STEP_H
#define STEP_H

/* A network of two inputs, two hidden and two output neurons, all
 * sigmoid. w[i * 2 + j] is the weight from input i to hidden neuron j, b[j]
 * that neuron's bias; v[j * 2 + k] the weight from hidden neuron j to
 * output k, c[k] its bias. */
typedef struct {
  double w[4], b[2], v[4], c[2];
} network;

/* One step of gradient descent on one example with inputs x[2] and targets
 * t[2]: changes every weight and bias of the network by minus the rate
 * times the slope of C = 1/2 sum over k of (output k - t[k])^2. */
void train_step(network *net, const double *x, const double *t,
                double rate);

#endif
