import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.preprocessing import StandardScaler

data = pd.read_csv("prostate.csv").drop(columns="train")
features = data.drop(columns="lpsa")
X = StandardScaler().fit_transform(features)
y = data["lpsa"]

sigma, tau = 0.7, 0.2
alpha = sigma**2 / tau**2
print("lambda", alpha / len(y))

model = Ridge(alpha=alpha).fit(X, y)
print(pd.DataFrame({"weight": model.coef_}, index=features.columns))
