"""A lasso at one strength by each library, with its own settings.

python3 defaults.py FOLDER: reads FOLDER/problem.txt (gaussian or logistic, rows, columns), the raw doubles X.bin (column
by column), y.bin and lambdas.bin, and prints a line for each library: its name, whether it warned, the intercept and the
coefficients, separated by blanks. Only what says which problem is meant is set.
"""

import sys
import warnings

import adelie as ad
import celer
import numpy as np
import skglm
from sklearn.linear_model import Lasso, LassoLars, LogisticRegression

folder = sys.argv[1]
kind, *sizes = open(f"{folder}/problem.txt").read().split()
n, p = map(int, sizes)
X = np.asfortranarray(np.fromfile(f"{folder}/X.bin").reshape((n, p), order="F"))
y = np.fromfile(f"{folder}/y.bin")
strength = np.fromfile(f"{folder}/lambdas.bin")[0]


def estimator(model):
    def fit():
        model.fit(X, y)
        return np.ravel(model.intercept_)[0], np.ravel(model.coef_)

    return fit


def adelie(glm):
    def fit():
        lambdas = np.array([strength])
        state = ad.grpnet(X, glm(y), lmda_path=lambdas, progress_bar=False)
        return state.intercepts[0], state.betas.toarray()[0]

    return fit


if kind == "gaussian":
    fits = {
        "scikit-learn`Lasso`": estimator(Lasso(alpha=strength)),
        "scikit-learn`LassoLars`": estimator(LassoLars(alpha=strength)),
        "celer`Lasso`": estimator(celer.Lasso(alpha=strength)),
        "skglm`Lasso`": estimator(skglm.Lasso(alpha=strength)),
        "adelie`grpnet`": adelie(ad.glm.gaussian),
    }
else:
    # With another solver than saga there is no L1, or the intercept has a penalty. celer has no intercept here.
    saga = LogisticRegression(C=1 / (n * strength), l1_ratio=1, solver="saga")
    fits = {
        "scikit-learn`Lasso`": estimator(saga),
        "skglm`Lasso`": estimator(skglm.SparseLogisticRegression(alpha=strength)),
        "adelie`grpnet`": adelie(ad.glm.binomial),
    }

for name, fit in fits.items():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        intercept, coefficients = fit()
    warned = any("onverge" in str(warning.message) for warning in caught)
    print(name, int(warned), repr(float(intercept)), *map(repr, map(float, coefficients)))
