import numpy as np


def ridge(X, y, lam):
    n, p = X.shape
    centred, target = X - X.mean(axis=0), y - y.mean()
    # The largest eigenvalue is at most the trace.
    alpha = 1 / (np.sum(centred**2) / n + lam)
    w = np.zeros(p)
    while True:
        gradient = centred.T @ (centred @ w - target) / n + lam * w
        if gradient @ gradient / (2 * lam) < 1e-12:
            return w, y.mean() - X.mean(axis=0) @ w
        w -= alpha * gradient


def duality_gap(X, y, lam, w, b):
    n, r = len(y), y - b - X @ w
    primal = r @ r / (2 * n) + lam / 2 * w @ w
    r = r - r.mean()
    slopes = X.T @ r / n
    return primal - (y @ r - r @ r / 2) / n + slopes @ slopes / (2 * lam)


X = np.array([[1.0, 2], [2, 1], [3, 5], [4, 3]])
y = np.array([3.0, 4, 9, 8])
w, b = ridge(X, y, 0.1)
print(*w)
print(b)
gap = max(duality_gap(X, y, 0.1, w, b), 0)
print(f"certificate: duality gap {gap:.1e}")
