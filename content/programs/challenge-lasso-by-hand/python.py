import numpy as np
import pandas as pd


def lasso(X, y, lam):
    n, p = X.shape
    w, r = np.zeros(p), y.copy()
    for _ in range(1000):
        for j in range(p):
            x, before = X[:, j], w[j]
            h = x @ x / n
            z = x @ r / n + h * before
            w[j] = np.sign(z) * max(abs(z) - lam, 0) / h
            r -= x * (w[j] - before)
    return w


def duality_gap(X, y, lam, w):
    n, r = len(y), y - X @ w
    # The residuals, shortened until no slope is above lam
    s = min(1, lam / np.max(np.abs(X.T @ r / n)))
    primal = r @ r / (2 * n) + lam * np.sum(np.abs(w))
    return primal - (s * y @ r - s**2 * r @ r / 2) / n


data = pd.read_csv("prostate.csv").drop(columns="train")
y = (data["lpsa"] - data["lpsa"].mean()).to_numpy()
X = data.drop(columns="lpsa")
X = ((X - X.mean()) / X.std(ddof=0)).to_numpy()
w = lasso(X, y, 0.1)
print(*w)
gap = max(duality_gap(X, y, 0.1, w), 0)
print(f"certificate: duality gap {gap:.1e}")
