import numpy as np
import pandas as pd
from sklearn.linear_model import Lasso
from sklearn.model_selection import GridSearchCV, PredefinedSplit
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

data = pd.read_csv("diabetes.csv")
X, y = data.drop(columns="target"), data["target"]
lambdas = np.geomspace(30, 0.3, 9)
folds = np.arange(len(y)) % 13  # 13 folds of 34 patients

# With the scaler outside of the search, the folds would see each other.
search = GridSearchCV(
    make_pipeline(StandardScaler(), Lasso(tol=1e-12, max_iter=100_000)),
    {"lasso__alpha": lambdas},
    scoring="neg_mean_squared_error",
    cv=PredefinedSplit(folds),
).fit(X, y)

errors = -search.cv_results_["mean_test_score"]
standard_errors = search.cv_results_["std_test_score"] / np.sqrt(13 - 1)
table = pd.DataFrame({"lambda": lambdas, "error": errors})
table["standard error"] = standard_errors
print(table.to_string(index=False))

best = search.best_index_
within = errors <= errors[best] + standard_errors[best]
print("minimum", lambdas[best])
print("one standard error", lambdas[within].max())
