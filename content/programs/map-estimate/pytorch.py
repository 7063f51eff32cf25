import pandas as pd
import torch
from torch.distributions import Normal

torch.set_default_dtype(torch.float64)
data = pd.read_csv("prostate.csv").drop(columns="train")
features = data.drop(columns="lpsa")
X = torch.tensor(features.values)
X = (X - X.mean(0)) / X.std(0, correction=0)
y = torch.tensor(data["lpsa"].values)

sigma, tau = 0.7, 0.2
print("lambda", sigma**2 / tau**2 / len(y))

w = torch.zeros(X.shape[1], requires_grad=True)
b = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.LBFGS([w, b], max_iter=500, tolerance_change=0)


def minus_log_posterior():
    optimizer.zero_grad()
    likelihood = Normal(b + X @ w, sigma).log_prob(y).sum()
    prior = Normal(0, tau).log_prob(w).sum()  # b has no prior: no penalty
    loss = -(likelihood + prior)
    loss.backward()
    return loss


optimizer.step(minus_log_posterior)
print(pd.DataFrame({"weight": w.detach()}, index=features.columns))
