import pandas as pd
import torch

torch.set_default_dtype(torch.float64)
data = pd.read_csv("prostate.csv").drop(columns="train")
features = data.drop(columns="lpsa")
X = torch.tensor(features.values)
X = (X - X.mean(0)) / X.std(0, correction=0)
label = torch.tensor((data["lpsa"] > 2.5).values).double()

model = torch.nn.Linear(X.shape[1], 1)
optimizer = torch.optim.SGD(
    [
        {"params": model.weight, "weight_decay": 1 / len(label)},
        {"params": model.bias, "weight_decay": 0},
    ],
    lr=2,
)
loss_of = torch.nn.BCEWithLogitsLoss()  # the mean log-loss
for _ in range(5000):
    optimizer.zero_grad()
    loss_of(model(X)[:, 0], label).backward()
    optimizer.step()

weight = model.weight[0].detach()
print(pd.DataFrame({"weight": weight}, index=features.columns))
print("intercept", model.bias.item())
