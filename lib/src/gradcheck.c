#include <nn/gradcheck.h>

#include <assert.h>

static nn_real size_of(nn_real x) {
  return x < 0 ? -x : x;
}

static nn_real larger(nn_real x, nn_real y) {
  return x > y ? x : y;
}

/* Which layer, and what in it, a number of params belongs to. */
static void locate(const nn_net *net, nn_gradcheck_result *at) {
  size_t l = net->depth - 1;
  while (net->layer[l].weights > at->index) l--;
  const nn_layer *layer = &net->layer[l];
  size_t begin = layer->weights;
  at->layer = l;
  at->part = 'W';
  if (layer->has_skips && at->index >= layer->skips) {
    at->part = 'V';
    begin = layer->skips;
  } else if (at->index >= layer->biases) {
    at->part = 'b';
    begin = layer->biases;
  }
  at->from = (at->index - begin) / layer->outputs;
  at->to = (at->index - begin) % layer->outputs;
}

nn_gradcheck_result nn_gradcheck(const nn_net *net, nn_real *params,
                                 const nn_real *grads, nn_pass *pass,
                                 nn_loss loss, size_t batch,
                                 const nn_real *x, const nn_real *t,
                                 nn_real h) {
  nn_gradcheck_result worst = {.error = -1};
  nn_real largest = 0;
  nn_rng *rng = pass->rng;
  pass->rng = NULL;
  for (size_t i = 0; i < net->params; i++)
    largest = larger(largest, size_of(grads[i]));

  for (size_t i = 0; i < net->params; i++) {
    nn_real kept = params[i], up = kept + h, down = kept - h;
    params[i] = up;
    nn_net_forward(net, params, x, batch, pass);
    nn_real above = nn_net_loss(net, pass, loss, t);
    params[i] = down;
    nn_net_forward(net, params, x, batch, pass);
    nn_real below = nn_net_loss(net, pass, loss, t);
    params[i] = kept;

    nn_real difference = (above - below) / (up - down);
    nn_real scale = larger(larger(size_of(grads[i]), size_of(difference)),
                           largest / 100);
    nn_real off = size_of(grads[i] - difference);
    nn_real error = off == 0 ? 0 : off / scale;
    if (!(error <= worst.error)) /* NaN is worst */
      worst = (nn_gradcheck_result){.error = error,
                                    .gradient = grads[i],
                                    .difference = difference,
                                    .index = i};
    if (error != error) break;
  }
  pass->rng = rng;
  locate(net, &worst);
  return worst;
}
