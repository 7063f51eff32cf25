import torch

torch.set_default_dtype(torch.float64)
curvatures = torch.tensor([4, 0.25])
lam, alpha = 0.5, 0.01

for name in ("Adam", "AdamW"):
    w = torch.zeros(2, requires_grad=True)
    optimizer = getattr(torch.optim, name)([w], lr=alpha, weight_decay=lam)
    for step in range(1, 5001):
        optimizer.zero_grad()
        loss = torch.sum(curvatures * (w - 2) ** 2) / 2
        loss.backward()
        optimizer.step()
        if step in (1, 200, 5000):
            print(name, step, *(f"{value:.9f}" for value in w.tolist()))

minimum = 2 * curvatures / (curvatures + lam)
print("ridge", *(f"{value:.9f}" for value in minimum.tolist()))
