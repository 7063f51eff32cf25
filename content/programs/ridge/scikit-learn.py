import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.preprocessing import StandardScaler

data = pd.read_csv("prostate.csv").drop(columns="train")
features = data.drop(columns="lpsa")
X = StandardScaler().fit_transform(features)
y = data["lpsa"]
n, lam = len(y), 0.1

model = Ridge(alpha=n * lam).fit(X, y)  # minimizes |y - b - Xw|^2 + alpha |w|^2
print(pd.DataFrame({"weight": model.coef_}, index=features.columns))
print("intercept", model.intercept_)

h = np.linalg.eigvalsh(X.T @ X / n)
print("degrees of freedom", np.sum(h / (h + lam)))
