"""PyTorch: its own layers, autograd and optimiser, on the processor."""

import peer
import numpy as np
import torch
from torch import nn


def net_of(sizes, spread, kind):
    parts = []
    for n, m in zip(sizes, sizes[1:]):
        linear = nn.Linear(n, m, dtype=kind)
        nn.init.uniform_(linear.weight, -spread, spread)
        nn.init.uniform_(linear.bias, -spread, spread)
        parts += [linear, nn.Sigmoid()]
    return nn.Sequential(*parts)


def main():
    name_of_kind, seconds = peer.arguments()
    kind = getattr(torch, name_of_kind)
    torch.set_num_threads(1)
    torch.manual_seed(1)
    print(f"#\tPyTorch {torch.__version__}, {peer.blas()}")
    rng = np.random.default_rng(1)
    for name, sizes, batch, count, spread in peer.WORKLOADS:
        net = net_of(sizes, spread, kind)
        descent = torch.optim.SGD(net.parameters(), lr=peer.LEARNING_RATE)
        squares = nn.MSELoss(reduction="sum")
        x, t = (
            torch.tensor(v, dtype=kind)
            for v in peer.examples(rng, sizes, count)
        )
        batches = list(zip(x.split(batch), t.split(batch)))

        def epoch():
            for inputs, targets in batches:
                descent.zero_grad(set_to_none=True)
                loss = squares(net(inputs), targets) * (0.5 / batch)
                loss.backward()
                descent.step()

        peer.measure(name, count, seconds, epoch)

    rows, depth, columns = peer.GEMM
    a = torch.rand(rows, depth, dtype=kind)
    b = torch.rand(depth, columns, dtype=kind)
    c = torch.empty(rows, columns, dtype=kind)
    peer.measure("gemm", 1, seconds, lambda: torch.mm(a, b, out=c))


main()
