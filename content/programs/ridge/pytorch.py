import pandas as pd
import torch

torch.set_default_dtype(torch.float64)
data = pd.read_csv("prostate.csv").drop(columns="train")
features = data.drop(columns="lpsa")
X = torch.tensor(features.values)
X = (X - X.mean(0)) / X.std(0, correction=0)
y = torch.tensor(data["lpsa"].values)
n, lam = len(y), 0.1

penalty = n * lam * torch.eye(X.shape[1])
w = torch.linalg.solve(X.T @ X + penalty, X.T @ (y - y.mean()))
print(pd.DataFrame({"weight": w}, index=features.columns))
print("intercept", y.mean().item())

h = torch.linalg.eigvalsh(X.T @ X / n)
print("degrees of freedom", torch.sum(h / (h + lam)).item())
