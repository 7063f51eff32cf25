import numpy as np
import pandas as pd


def lasso(X, y, lam):
    n, p = X.shape
    w, r = np.zeros(p), y.copy()
    while True:
        for j in range(p):
            x, before = X[:, j], w[j]
            z = x @ r / n + before  # the columns are standardized: h = 1
            w[j] = np.sign(z) * max(abs(z) - lam, 0)
            r -= x * (w[j] - before)
        # The residuals, shortened until no slope is above lam
        s = min(1, lam / np.max(np.abs(X.T @ r / n)))
        primal = r @ r / (2 * n) + lam * np.sum(np.abs(w))
        gap = primal - (s * y @ r - s**2 * r @ r / 2) / n
        if gap < 1e-12 * (y @ y / n):
            return w, max(gap, 0)


def cross_validate(X, y, lambdas, folds):
    table, gaps = [], []
    for lam in lambdas:
        row = []
        for fold in range(folds.max() + 1):
            train, test = folds != fold, folds == fold
            # Standardized within the fold, by its training rows
            mean, deviation = X[train].mean(axis=0), X[train].std(axis=0)
            scaled, centre = (X - mean) / deviation, y[train].mean()
            w, gap = lasso(scaled[train], y[train] - centre, lam)
            row.append(np.mean((y[test] - centre - scaled[test] @ w) ** 2))
            gaps.append(gap)
        table.append(row)
    errors = np.mean(table, axis=1)
    standard_errors = np.std(table, axis=1, ddof=1) / np.sqrt(len(row))
    best = np.argmin(errors)
    within = errors <= errors[best] + standard_errors[best]
    chosen = lambdas[within].max()
    return errors, standard_errors, lambdas[best], chosen, max(gaps)


data = pd.read_csv("diabetes.csv")
y = data["target"].to_numpy(float)
X = data.drop(columns="target").to_numpy()
lambdas = np.array([32, 16, 8, 4, 2, 1, 0.5, 0.25])
folds = np.arange(len(y)) % 13
found = cross_validate(X, y, lambdas, folds)
errors, standard_errors, smallest, chosen, gap = found
print(smallest, chosen)
print(*errors)
print(*standard_errors)
print(f"certificate: largest duality gap of the 104 fits {gap:.1e}")
