import pandas as pd
from sklearn.linear_model import ElasticNet
from sklearn.preprocessing import StandardScaler

data = pd.read_csv("prostate.csv").drop(columns="train")
features = data.drop(columns="lpsa")
X = StandardScaler().fit_transform(features)
y = data["lpsa"]

model = ElasticNet(alpha=0.4, l1_ratio=0.5, tol=1e-12).fit(X, y)
print(pd.DataFrame({"weight": model.coef_}, index=features.columns))
print("intercept", model.intercept_)
