import numpy as np
import pandas as pd
from sklearn.linear_model import lasso_path
from sklearn.preprocessing import StandardScaler

data = pd.read_csv("diabetes.csv")
features = data.drop(columns="target")
X = StandardScaler().fit_transform(features)
y = data["target"] - data["target"].mean()  # lasso_path fits no intercept

print("lambda_max", np.abs(X.T @ y).max() / len(y))

_, weights, _ = lasso_path(X, y, alphas=[20, 5, 1], tol=1e-12)
columns = ["λ=20", "λ=5", "λ=1"]
print(pd.DataFrame(weights, index=features.columns, columns=columns))
