"""One lasso or group lasso path by skglm; see protocol.py."""

import numpy as np
from protocol import X, answer, group_size, kind, lambdas, n, p, tolerance, y
from skglm.datafits import Quadratic, QuadraticGroup
from skglm.penalties import L1, WeightedGroupL2
from skglm.solvers import AndersonCD, GroupBCD
from skglm.utils.data import grp_converter

# Its tolerance is one of the gradient, which has the units of a strength.
settings = {"tol": tolerance * lambdas[0], "fit_intercept": False}


def lasso():
    return AndersonCD(**settings).path(X, y, Quadratic(), L1(1.0), lambdas)[1]


def group_lasso():
    # Its solver for groups has no path of its own: each strength starts where the one before ended.
    indices, starts = grp_converter(group_size, p)
    solver = GroupBCD(**settings)
    datafit = QuadraticGroup(starts, indices)
    weights = np.full(p // group_size, np.sqrt(group_size))
    w, fitted = np.zeros(p), np.zeros(n)
    path = np.empty((p, len(lambdas)))
    for k, strength in enumerate(lambdas):
        penalty = WeightedGroupL2(strength, weights, starts, indices)
        w = solver.solve(X, y, datafit, penalty, w, fitted)[0]
        path[:, k] = w
    return path


answer(group_lasso if kind == "group" else lasso)
