import numpy as np
import pandas as pd


def ridge(X, y, lam):
    n, p = X.shape
    centred = X - X.mean(axis=0)
    A = centred.T @ centred + n * lam * np.eye(p)
    w = np.linalg.solve(A, centred.T @ y)
    return w, y.mean() - X.mean(axis=0) @ w


def duality_gap(X, y, lam, w, b):
    n, r = len(y), y - b - X @ w
    primal = r @ r / (2 * n) + lam / 2 * w @ w
    r = r - r.mean()
    slopes = X.T @ r / n
    return primal - (y @ r - r @ r / 2) / n + slopes @ slopes / (2 * lam)


data = pd.read_csv("prostate.csv").drop(columns="train")
y = data["lpsa"].to_numpy()
X = data.drop(columns="lpsa").to_numpy()
w, b = ridge(X, y, 0.1)
print(*w)
print(b)
gap = max(duality_gap(X, y, 0.1, w, b), 0)
print(f"certificate: duality gap {gap:.1e}")
