"""One path by scikit-learn, or by numpy for ridge.

python3 sklearn_path.py FOLDER METHOD TOLERANCE: reads FOLDER/problem.txt (kind, rows, columns, number of strengths) and
the arrays beside it, raw little-endian doubles with X column by column. Writes the coefficients, one strength after the
other, to FOLDER/path.bin and prints a line, then answers each line of its input as batches.ts does.
"""

import sys
import time
import warnings

import numpy as np
from sklearn.linear_model import lars_path, lasso_path

warnings.filterwarnings("ignore")
folder, method, tolerance = sys.argv[1:]
kind, *sizes = open(f"{folder}/problem.txt").read().split()
n, p, count = map(int, sizes)
X = np.asfortranarray(np.fromfile(f"{folder}/X.bin").reshape((n, p), order="F"))
y = np.fromfile(f"{folder}/y.bin")
lambdas = np.fromfile(f"{folder}/lambdas.bin")


def coordinate_descent():
    return lasso_path(X, y, alphas=lambdas, tol=float(tolerance), max_iter=100_000)[1]


def lars():
    # The exact path's knots, then every strength by interpolation. By default it gives up after 500 knots.
    knots, _, path = lars_path(X, y, method="lasso", alpha_min=lambdas[-1], max_iter=100_000)
    return np.stack([np.interp(lambdas, knots[::-1], row[::-1]) for row in path])


def eigen():
    values, vectors = np.linalg.eigh(X.T @ X / n)
    rotated = vectors.T @ (X.T @ y / n)
    return vectors @ (rotated[:, None] / (values[:, None] + lambdas[None, :]))


compute = {"cd": coordinate_descent, "lars": lars, "eigh": eigen}[method]
np.ascontiguousarray(compute().T).tofile(f"{folder}/path.bin")
print("solved", flush=True)


def time_of(runs):
    start = time.process_time()
    for _ in range(runs):
        compute()
    return 1000 * (time.process_time() - start)


runs = 1
for _ in sys.stdin:
    least = np.inf
    spent = 0
    while spent < 300:
        ms = time_of(runs)
        spent += ms
        if ms < 20:
            runs *= 2
        else:
            least = min(least, ms / runs)
    print(least, flush=True)
