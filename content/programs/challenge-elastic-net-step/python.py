import numpy as np


def proximal_step(w, gradient, alpha, lam, rho):
    z = w - alpha * gradient
    left = np.maximum(np.abs(z) - alpha * lam * rho, 0)
    return np.sign(z) * left / (1 + alpha * lam * (1 - rho))


w = np.array([0.0, 1, -1, 2])
gradient = np.array([0.4, -1, 3, -6])
alpha, lam, rho = 0.1, 2, 0.5
u = proximal_step(w, gradient, alpha, lam, rho)
print(*u)

slope = u - (w - alpha * gradient) + alpha * lam * (1 - rho) * u
bound = alpha * lam * rho
at_zero = np.maximum(np.abs(slope) - bound, 0)
elsewhere = np.abs(slope + bound * np.sign(u))
worst = np.max(np.where(u == 0, at_zero, elsewhere))
print(f"certificate: distance of 0 from the subdifferential {worst:.1e}")
