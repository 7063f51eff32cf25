"""How a script here is asked, and how it answers.

python3 SCRIPT FOLDER METHOD TOLERANCE: reads FOLDER/problem.txt (kind, rows, columns, number of strengths, features in a
group) and the arrays beside it, raw little-endian doubles with X column by column. Writes the coefficients, one strength
after the other, to FOLDER/path.bin and prints a line, then answers each line of its input as batches.ts does.
"""

import sys
import time
import warnings

import numpy as np

warnings.filterwarnings("ignore")
folder, method, _tolerance = sys.argv[1:]
tolerance = float(_tolerance)
kind, *_sizes = open(f"{folder}/problem.txt").read().split()
n, p, count, group_size = map(int, _sizes)
X = np.asfortranarray(np.fromfile(f"{folder}/X.bin").reshape((n, p), order="F"))
y = np.fromfile(f"{folder}/y.bin")
lambdas = np.fromfile(f"{folder}/lambdas.bin")


def answer(compute):
    """Solves once, then times. compute() gives one column of coefficients for each strength."""
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
