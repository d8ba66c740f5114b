# RMSprop in another language. Prints "name value" lines, which a test
# compares with claims.tsv.
function drift(name, rho, last, format,    s, w, k, g, before) {
  s = w = 0
  for (k = 0; k < 20000; k++) {
    if (k == 19990) before = w
    g = k % 10 == 9 ? last : 0.1
    s = rho * s + (1 - rho) * g * g
    w -= g / sqrt(s)
  }
  printf "%s " format "\n", name, w - before
}

# Steps until the loss is below 0.1 for a thousand steps, from u = (1, 1), the
# axes turned by (c, s), with this rate; at most so many.
function steps(c, s, rate, most,    x, y, u, v, p, q, gx, gy, k, arrived) {
  x = c - s
  y = s + c
  arrived = 0
  for (k = p = q = 0; arrived < most && k <= arrived + 1000; k++) {
    u = c * x + s * y
    v = c * y - s * x
    if ((u * u + 1000 * v * v) / 2 >= 0.1) arrived = k + 1
    gx = c * u - s * 1000 * v
    gy = s * u + c * 1000 * v
    p = 0.9 * p + 0.1 * gx * gx
    q = 0.9 * q + 0.1 * gy * gy
    x -= rate * gx / (sqrt(p) + 1e-8)
    y -= rate * gy / (sqrt(q) + 1e-8)
  }
  return arrived
}

function tuned(name, c, s,    i, now, fewest) {
  fewest = 100000
  for (i = 1; i <= 100; i++) {
    now = steps(c, s, 0.02 * i / 100, fewest)
    if (now < fewest) fewest = now
  }
  printf "%s %d\n", name, fewest
}

BEGIN {
  drift("drift.rms9", 0.9, -0.9, "%.3f")
  drift("drift.rms99", 0.99, -0.9, "%.3f")
  drift("uphill.rms9", 0.9, -1, "%.2f")
  drift("uphill.rms99", 0.99, -1, "%.2f")
  tuned("rotated.straight", 1, 0)
  tuned("rotated.turned", sqrt(0.5), sqrt(0.5))
}
