import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

data = pd.read_csv("prostate.csv").drop(columns="train")
features = data.drop(columns="lpsa")
X = StandardScaler().fit_transform(features)
label = data["lpsa"] > 2.5

# Nobody asked for a penalty, but there is one: L2 with C = 1.
model = LogisticRegression(solver="newton-cholesky", tol=1e-8).fit(X, label)
print(pd.DataFrame({"weight": model.coef_[0]}, index=features.columns))
print("intercept", model.intercept_[0])
