#ifndef BALL_H
#define BALL_H

#include <stddef.h>

/* One step of a heavy ball, for n weights w with the slopes g. Each
 * velocity v[i] becomes beta times what it was, less the learning rate
 * times the slope; then the weight moves by its new velocity. Changes w
 * and v. */
void heavy_ball(double *w, double *v, const double *g, size_t n,
                double learning_rate, double beta);

/* One step along the moving average of the slopes. Each m[i] becomes beta
 * times what it was, and 1 - beta times the slope; then the weight moves
 * against its new average, by the learning rate times it. Changes w
 * and m. */
void ema_step(double *w, double *m, const double *g, size_t n,
              double learning_rate, double beta);

#endif
