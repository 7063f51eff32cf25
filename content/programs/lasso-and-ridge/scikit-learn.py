import numpy as np
import pandas as pd
from sklearn.linear_model import Lasso, LinearRegression, Ridge
from sklearn.preprocessing import StandardScaler

data = pd.read_csv("diabetes.csv")
X = StandardScaler().fit_transform(data.drop(columns="target"))
y = data["target"]

models = {
    "least squares": LinearRegression(),
    "lasso": Lasso(alpha=5, tol=1e-12),
    # Ridge sums over the samples, where Lasso takes the mean.
    "ridge": Ridge(alpha=len(y) * 1),
}
weights = [model.fit(X, y).coef_ for model in models.values()]

print(
    pd.DataFrame(
        {
            "zeros": [np.sum(w == 0) for w in weights],
            "sum of sizes": [np.abs(w).sum() for w in weights],
            "length": [np.linalg.norm(w) for w in weights],
        },
        index=models,
    )
)
