"""One lasso or group lasso path by celer; see protocol.py."""

import numpy as np
from celer import celer_path
from protocol import X, answer, group_size, kind, lambdas, p, tolerance, y

problem = {"pb": "lasso"}
if kind == "group":
    weights = np.full(p // group_size, np.sqrt(group_size))
    problem = {"pb": "grouplasso", "groups": group_size, "weights": weights}


def path():
    return celer_path(X, y, alphas=lambdas, tol=tolerance, max_iter=1000, prune=1, **problem)[1]


answer(path)
