"""What the contestants written in Python share: see bench.h."""

import signal
import sys
import time

signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C without a traceback

LEARNING_RATE = 0.1
GEMM = 128, 784, 128  # rows, depth, columns

# name, sizes of the layers, batch, examples, spread of the initial weights
WORKLOADS = [
    ("w1", (2, 2, 1), 1, 4, 0.3),
    ("w2-b1", (64, 32, 10), 1, 128, 0.3),
    ("w2-b32", (64, 32, 10), 32, 128, 0.3),
    ("w3-b1", (784, 128, 10), 1, 128, 0.05),
    ("w3-b2", (784, 128, 10), 2, 128, 0.05),
    ("w3-b4", (784, 128, 10), 4, 128, 0.05),
    ("w3-b10", (784, 128, 10), 10, 120, 0.05),
    ("w3-b32", (784, 128, 10), 32, 128, 0.05),
    ("w3-b128", (784, 128, 10), 128, 128, 0.05),
    ("w4-b128", (784, 512, 512, 10), 128, 128, 0.05),
    ("w5-b10", (784, 30, 10), 10, 120, 0.05),
]


def arguments():
    """The kind of numbers, float64 or float32, and the seconds."""
    if len(sys.argv) != 3 or sys.argv[1] not in ("float64", "float32"):
        sys.exit(f"usage: {sys.argv[0]} float64|float32 SECONDS")
    return sys.argv[1], float(sys.argv[2])


def blas():
    """Which BLAS this process has loaded, and for which processor."""
    import ctypes

    with open("/proc/self/maps", encoding="utf-8") as maps:
        files = {line.split()[-1] for line in maps if "blas" in line}
    for file in sorted(files):
        library = ctypes.CDLL(file)
        if hasattr(library, "openblas_get_corename"):
            corename = library.openblas_get_corename
            corename.restype = ctypes.c_char_p
            return "OpenBLAS for " + corename().decode()
    return "some BLAS" if files else "a BLAS of its own"


def examples(rng, sizes, count):
    """Inputs and targets, one row each."""
    if sizes == (2, 2, 1):  # the four of exclusive or
        return [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [1], [1], [0]]
    return rng.random((count, sizes[0])), rng.random((count, sizes[-1]))


def seconds_of(epochs, epoch):
    start = time.process_time()
    for _ in range(epochs):
        epoch()
    return time.process_time() - start


def measure(name, count, seconds, epoch):
    """Times epoch(), which goes through count examples; as in bench.c."""
    epochs = 1
    took = seconds_of(epochs, epoch)
    while took < seconds / 10:
        epochs *= 2
        took = seconds_of(epochs, epoch)
    epochs = max(1, int(epochs * (seconds / 5) / took))
    windows = []
    while len(windows) < 5 and sum(windows) < seconds:
        windows.append(seconds_of(epochs, epoch))
    median = sorted(windows)[(len(windows) - 1) // 2]
    print(f"{name}\t{median * 1e9 / (epochs * count):.6g}", flush=True)
