import numpy as np


def minimum(h, z, lam):
    return np.sign(z) * np.maximum(np.abs(z) - lam, 0) / h


def distance(h, z, lam, w):
    if w == 0:
        return max(abs(z) - lam, 0)
    return abs(h * w - z + lam * np.sign(w))


problems = [(2, 3, 1), (4, -6, 1), (1, 0.4, 1)]
answers = [minimum(*problem) for problem in problems]
print(*answers)
worst = max(distance(*problem, w) for problem, w in zip(problems, answers))
print(f"certificate: distance of 0 from the subdifferential {worst:.1e}")
