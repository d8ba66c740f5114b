/* evaluate: what a trained network says, and how often it is right.
 *
 * A network for classes has an output for each, of which the largest wins;
 * or a single one for two classes, which says class 1 above 1/2 (a logit,
 * above 0) and class 0 otherwise. In the targets class k is told likewise:
 * by the largest of several, or by one that is 0 or 1.
 *
 * All of these evaluate without dropout. */
#ifndef NN_EVALUATE_H
#define NN_EVALUATE_H

#include <nn/dataset.h>
#include <nn/net.h>
#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Where the largest of y [n] is; the first of equals. Requires n > 0. */
size_t nn_argmax(size_t n, const nn_real *y);

/* ---- one example -----------------------------------------------------*/

/* The outputs [net->outputs] for one input x [net->inputs]. They are in the
 * pass, until it is used again. */
const nn_real *nn_predict(const nn_net *net, const nn_real *params,
                          const nn_real *x, nn_pass *pass);

/* The class, from 0, of the input x. The loss is that of the training: it
 * says whether a single output is a logit. */
size_t nn_predict_class(const nn_net *net, const nn_real *params,
                        nn_loss loss, const nn_real *x, nn_pass *pass);

/* ---- a data set ------------------------------------------------------*/

/* How a network does on a data set, with its weights as they are. */
typedef struct {
  nn_real loss;     /* the mean over the examples */
  nn_real accuracy; /* the share of them whose class is right */
} nn_evaluation;

/* The last of the five stages. The pass gives room; its capacity is the
 * batch that is evaluated at once. Requires data->count > 0. */
nn_evaluation nn_evaluate(const nn_net *net, const nn_real *params,
                          const nn_dataset *data, nn_loss loss,
                          nn_pass *pass);

/* The confusion matrix: counts [classes][classes], row after row, of the
 * examples by their class and the class that was predicted,
 * counts[class * classes + predicted]; classes is net->outputs, or 2 where
 * that is 1. Requires what nn_evaluate does. */
void nn_confusion(const nn_net *net, const nn_real *params,
                  const nn_dataset *data, nn_loss loss, nn_pass *pass,
                  size_t *counts);

/* Prints such a matrix, with the recall of each class at the end of its
 * row: the share of its examples that were predicted as such. */
void nn_confusion_print(FILE *file, size_t classes, const size_t *counts);

#ifdef __cplusplus
}
#endif

#endif
