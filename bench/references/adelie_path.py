"""One lasso, group lasso or ridge path by adelie; see protocol.py."""

import adelie as ad
import numpy as np
from protocol import X, answer, group_size, kind, lambdas, method, n, p, tolerance, y

settings = {
    "alpha": 0 if kind == "ridge" else 1,
    "groups": np.arange(0, p, group_size),
    "lmda_path": lambdas,
    "tol": tolerance,
    "early_exit": False,
    "progress_bar": False,
}


def by_design():
    return ad.grpnet(X, ad.glm.gaussian(y), intercept=False, **settings)


def by_covariance():
    return ad.gaussian_cov(X.T @ X / n, X.T @ y / n, rdev_tol=0, **settings)


solve = {"design": by_design, "covariance": by_covariance}[method]
answer(lambda: solve().betas.toarray().T)
