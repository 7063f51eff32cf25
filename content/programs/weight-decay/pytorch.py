import pandas as pd
import torch

torch.set_default_dtype(torch.float64)
data = pd.read_csv("prostate.csv")
X = torch.tensor(data[["lcavol", "svi"]].values)
X = (X - X.mean(0)) / X.std(0, correction=0)
y = torch.tensor(data["lpsa"].values)

m, alpha, lam = len(y), 0.1, 20
print("shrink factor", 1 - alpha * lam / m)

model = torch.nn.Linear(2, 1)
torch.nn.init.ones_(model.bias)
with torch.no_grad():
    model.weight.copy_(torch.tensor([[1, -1]]))

optimizer = torch.optim.SGD(
    [
        {"params": model.weight, "weight_decay": lam / m},
        {"params": model.bias, "weight_decay": 0},  # or it would decay too
    ],
    lr=alpha,
)
for step in range(101):
    if step in (0, 1, 2, 100):
        theta = [model.bias.item(), *model.weight[0].tolist()]
        print(step, *(f"{value:.9f}" for value in theta))
    optimizer.zero_grad()
    # Divided by 2m, as in the course; mse_loss divides by m alone.
    loss = torch.nn.functional.mse_loss(model(X)[:, 0], y) / 2
    loss.backward()
    optimizer.step()
