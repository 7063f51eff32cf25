import pandas as pd
import torch

torch.set_default_dtype(torch.float64)
data = pd.read_csv("prostate.csv").drop(columns="train")
features = data.drop(columns="lpsa")
X = torch.tensor(features.values)
X = (X - X.mean(0)) / X.std(0, correction=0)
y = torch.tensor(data["lpsa"].values)
y = y - y.mean()
alpha, lam = 0.1, 0.2


def train(penalty, after_step):
    w = torch.zeros(X.shape[1], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=alpha)
    for _ in range(500):
        optimizer.zero_grad()
        loss = torch.mean((y - X @ w) ** 2) / 2 + penalty(w)
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            w.copy_(after_step(w))
    return w.detach()


subgradient = train(lambda w: lam * w.abs().sum(), lambda w: w)
# No penalty in the loss, but a soft threshold after each step:
softshrink = torch.nn.functional.softshrink
proximal = train(lambda w: 0, lambda w: softshrink(w, alpha * lam))

weights = {"subgradient": subgradient, "proximal": proximal}
print(pd.DataFrame(weights, index=features.columns))
for w in (subgradient, proximal):
    print("zeros", torch.sum(w == 0).item())
