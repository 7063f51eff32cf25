"""A lasso at one strength by each library, with its own settings.

python3 defaults.py FOLDER...: reads FOLDER/problem.txt (gaussian or logistic, rows, columns) and the raw doubles X.bin
(column by column), y.bin and lambdas.bin in it, and prints a line for each library: the folder, its name, whether it
warned, the intercept and the coefficients, separated by blanks. Only what says which problem is meant is set.
"""

import sys
import warnings

import adelie as ad
import celer
import numpy as np
import skglm
from sklearn.linear_model import Lasso, LassoLars, LogisticRegression



def estimator(model, X, y):
    model.fit(X, y)
    return np.ravel(model.intercept_)[0], np.ravel(model.coef_)


def adelie(glm, X, strength):
    state = ad.grpnet(X, glm, lmda_path=np.array([strength]), progress_bar=False)
    return state.intercepts[0], state.betas.toarray()[0]


def fits_of(kind, X, y, strength):
    if kind == "gaussian":
        return {
            "scikit-learn`Lasso`": lambda: estimator(Lasso(alpha=strength), X, y),
            "scikit-learn`LassoLars`": lambda: estimator(LassoLars(alpha=strength), X, y),
            "celer`Lasso`": lambda: estimator(celer.Lasso(alpha=strength), X, y),
            "skglm`Lasso`": lambda: estimator(skglm.Lasso(alpha=strength), X, y),
            "adelie`grpnet`": lambda: adelie(ad.glm.gaussian(y), X, strength),
        }
    # With another solver than saga there is no L1, or the intercept has a penalty. celer has no intercept here.
    saga = LogisticRegression(C=1 / (len(y) * strength), l1_ratio=1, solver="saga")
    skglm_logistic = skglm.SparseLogisticRegression(alpha=strength)
    return {
        "scikit-learn`Lasso`": lambda: estimator(saga, X, y),
        "skglm`Lasso`": lambda: estimator(skglm_logistic, X, y),
        "adelie`grpnet`": lambda: adelie(ad.glm.binomial(y), X, strength),
    }


for folder in sys.argv[1:]:
    kind, *sizes = open(f"{folder}/problem.txt").read().split()
    n, p = map(int, sizes)
    X = np.asfortranarray(np.fromfile(f"{folder}/X.bin").reshape((n, p), order="F"))
    y = np.fromfile(f"{folder}/y.bin")
    strength = np.fromfile(f"{folder}/lambdas.bin")[0]
    for name, fit in fits_of(kind, X, y, strength).items():
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            intercept, coefficients = fit()
        warned = any("onverge" in str(warning.message) for warning in caught)
        numbers = map(repr, map(float, [intercept, *coefficients]))
        print(folder, name, int(warned), *numbers)
