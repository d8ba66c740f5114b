# Bias and variance of polynomials without any simulation. The least
# squares are linear in the targets: the fit at x is the sum of h_i t_i,
# with h = phi(x)' (Phi' Phi)^-1 Phi'. So the mean fit is h applied to the
# truth, and the variance is sigma^2 times the sum of h_i^2.
# Prints "name value" lines, which a test compares with claims.tsv.
function truth(x) { return sin(2 * 3.141592653589793 * x) }

# Legendre's polynomials, as rows of f.
function features(x, row, p,    z, k) {
  z = 2 * x - 1
  f[row, 0] = 1
  f[row, 1] = z
  for (k = 2; k < p; k++)
    f[row, k] = ((2 * k - 1) * z * f[row, k - 1] - (k - 1) * f[row, k - 2]) / k
}

# Solves a u = b for u, by elimination; a is symmetric and positive.
function solve(p,    i, j, k, m) {
  for (i = 0; i < p; i++)
    for (j = i + 1; j < p; j++) {
      m = a[j, i] / a[i, i]
      for (k = i; k < p; k++) a[j, k] -= m * a[i, k]
      b[j] -= m * b[i]
    }
  for (i = p - 1; i >= 0; i--) {
    u[i] = b[i]
    for (k = i + 1; k < p; k++) u[i] -= a[i, k] * u[k]
    u[i] /= a[i, i]
  }
}

function study(degree,    p, i, j, k, g, x, h, fit) {
  p = degree + 1
  bias2 = variance = 0
  for (i = 0; i < 25; i++) features((i + 0.5) / 25, i, p)
  for (g = 0; g <= 100; g++) {
    x = (g + 0.5) / 101
    features(x, "x", p)
    for (j = 0; j < p; j++) {
      b[j] = f["x", j]
      for (k = 0; k < p; k++)
        for (a[j, k] = i = 0; i < 25; i++) a[j, k] += f[i, j] * f[i, k]
    }
    solve(p)
    fit = 0
    for (i = 0; i < 25; i++) {
      for (h = j = 0; j < p; j++) h += u[j] * f[i, j]
      fit += h * truth((i + 0.5) / 25)
      variance += 0.09 * h * h / 101
    }
    bias2 += (fit - truth(x)) ^ 2 / 101
  }
}

BEGIN {
  for (d = 0; d <= 12; d++) {
    study(d)
    if (d == 0 || bias2 + variance < least) {
      least = bias2 + variance
      best = d
    }
    if (d == 3) printf "bias2.3 %.4f\nvariance.3 %.4f\n", bias2, variance
    if (d == 9) printf "variance.9 %.4f\n", variance
  }
  printf "best.degree %d\nbest.error %.4f\n", best, least
}
