import numpy as np


def sgd_step(w, velocity, gradient, alpha, momentum, lam):
    # The loss alone gathers momentum.
    velocity = momentum * velocity + gradient
    return w - alpha * lam * w - alpha * velocity, velocity


curvatures, alpha, momentum, lam = np.array([4, 0.25]), 0.1, 0.9, 0.2
start = np.array([3.0, -2])
w, velocity = start, np.zeros(2)
for step in range(50):
    gradient = curvatures * (w - 1)
    w, velocity = sgd_step(w, velocity, gradient, alpha, momentum, lam)
print(*w)

# The same steps as powers of a matrix, for each weight
worst = 0
for h, first, last in zip(curvatures, start, w):
    step = [
        [1 - alpha * lam - alpha * h, -alpha * momentum, alpha * h],
        [h, momentum, -h],
        [0, 0, 1],
    ]
    exact = np.linalg.matrix_power(step, 50) @ [first, 0, 1]
    worst = max(worst, abs(exact[0] - last))
print(f"certificate: largest deviation of a weight {worst:.1e}")
