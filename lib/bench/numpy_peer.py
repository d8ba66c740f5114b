"""NumPy: backpropagation as one writes it there, on its BLAS."""

import peer
import numpy as np


def layers_of(rng, sizes, spread, kind):
    return [
        (
            rng.uniform(-spread, spread, (n, m)).astype(kind),
            rng.uniform(-spread, spread, m).astype(kind),
        )
        for n, m in zip(sizes, sizes[1:])
    ]


def step(layers, x, t):
    outputs = [x]
    for w, b in layers:
        outputs.append(1 / (1 + np.exp(-(outputs[-1] @ w + b))))

    a = outputs[-1]
    delta = (a - t) * a * (1 - a) * (peer.LEARNING_RATE / len(x))
    for i in reversed(range(len(layers))):
        w, b = layers[i]
        below = outputs[i]
        above = delta
        if i > 0:  # before w changes
            delta = (above @ w.T) * below * (1 - below)
        # For one example the product of columns and rows is the faster.
        w -= below.T * above if len(x) == 1 else below.T @ above
        b -= above.sum(axis=0)


def main():
    kind, seconds = peer.arguments()
    print(f"#\tNumPy {np.__version__}, {peer.blas()}")
    rng = np.random.default_rng(1)
    for name, sizes, batch, count, spread in peer.WORKLOADS:
        layers = layers_of(rng, sizes, spread, kind)
        x, t = (np.array(v, kind) for v in peer.examples(rng, sizes, count))
        batches = [
            (x[i : i + batch], t[i : i + batch])
            for i in range(0, count, batch)
        ]

        def epoch():
            for inputs, targets in batches:
                step(layers, inputs, targets)

        peer.measure(name, count, seconds, epoch)

    rows, depth, columns = peer.GEMM
    a = rng.random((rows, depth)).astype(kind)
    b = rng.random((depth, columns)).astype(kind)
    c = np.empty((rows, columns), kind)
    peer.measure("gemm", 1, seconds, lambda: np.matmul(a, b, out=c))


main()
