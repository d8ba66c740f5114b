# Mazur's example, computed a second time in another language, with a loop
# for each equation. Prints "name value" lines, which a test compares with
# claims.tsv.
function sigmoid(z) { return 1 / (1 + exp(-z)) }

function forward(    i, j) {
  for (j = 1; j <= 2; j++) {
    h[j] = b[j]
    for (i = 1; i <= 2; i++) h[j] += w[i, j] * x[i]
    h[j] = sigmoid(h[j])
  }
  loss = 0
  for (j = 1; j <= 2; j++) {
    y[j] = c[j]
    for (i = 1; i <= 2; i++) y[j] += v[i, j] * h[i]
    y[j] = sigmoid(y[j])
    loss += (y[j] - t[j]) ^ 2 / 2
  }
}

# The hidden layer's errors, through the output weights as they are.
function hidden_errors(    i, j) {
  for (i = 1; i <= 2; i++) {
    e[i] = 0
    for (j = 1; j <= 2; j++) e[i] += v[i, j] * d[j]
    e[i] *= h[i] * (1 - h[i])
  }
}

function step(name, digits, biases,    i, j) {
  split("0.05 0.10", x); split("0.01 0.99", t)
  w[1, 1] = 0.15; w[2, 1] = 0.20; w[1, 2] = 0.25; w[2, 2] = 0.30
  v[1, 1] = 0.40; v[2, 1] = 0.45; v[1, 2] = 0.50; v[2, 2] = 0.55
  b[1] = b[2] = 0.35
  c[1] = c[2] = 0.60
  forward()
  for (j = 1; j <= 2; j++) d[j] = (y[j] - t[j]) * y[j] * (1 - y[j])
  hidden_errors()
  for (i = 1; i <= 2; i++)
    for (j = 1; j <= 2; j++) v[i, j] -= 0.5 * d[j] * h[i]
  for (i = 1; i <= 2; i++)
    for (j = 1; j <= 2; j++) w[i, j] -= 0.5 * e[j] * x[i]
  for (j = 1; j <= 2; j++) {
    b[j] -= 0.5 * (biases == "own" ? e[j] : biases ? e[1] + e[2] : 0)
    c[j] -= 0.5 * (biases == "own" ? d[j] : biases ? d[1] + d[2] : 0)
  }
  forward()
  printf "%s %.*f\n", name, digits, loss
}

BEGIN {
  step("worked.weights", 10, "")
  step("worked.biases", 9, "own")
  step("worked.shared", 10, "shared")
}
