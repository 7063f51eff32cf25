import numpy as np


def adamw_step(w, m, v, t, gradient, alpha, beta1, beta2, epsilon, lam):
    t = t + 1
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    step = m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + epsilon)
    # The decay does not go through the root: it is the same for all weights.
    return w - alpha * lam * w - alpha * step, m, v, t


alpha, beta1, beta2, epsilon, lam = 0.05, 0.9, 0.99, 1e-8, 0.2
curvatures = np.array([4, 0.25])
w, m, v, t = np.array([3.0, -2]), np.zeros(2), np.zeros(2), 0
gradients, steps = [], []
for _ in range(50):
    gradient, before = curvatures * (w - 1), w
    settings = alpha, beta1, beta2, epsilon, lam
    w, m, v, t = adamw_step(w, m, v, t, gradient, *settings)
    gradients.append(gradient)
    steps.append((1 - alpha * lam) * before - w)
print(*w)

# The same steps from weighted sums of all gradients so far
worst, gradients = 0, np.array(gradients)
for k, step in enumerate(steps):
    ages = np.arange(k, -1, -1)[:, None]
    first = np.sum(beta1**ages * gradients[: k + 1], axis=0)
    second = np.sum(beta2**ages * gradients[: k + 1] ** 2, axis=0)
    first, second = first / np.sum(beta1**ages), second / np.sum(beta2**ages)
    exact = alpha * first / (np.sqrt(second) + epsilon)
    worst = max(worst, np.max(np.abs(step - exact)))
print(f"certificate: largest deviation of a step {worst:.1e}")
