import numpy as np
import pandas as pd


def lambda_max(X, y, rho):
    # The intercept alone is the mean of y.
    return np.max(np.abs(X.T @ (y - y.mean()))) / (len(y) * rho)


data = pd.read_csv("prostate.csv").drop(columns="train")
y = data["lpsa"].to_numpy()
X = data.drop(columns="lpsa").to_numpy()
largest = [lambda_max(X, y, rho) for rho in (1, 0.5)]
print(*largest)
slope = np.max(np.abs((X - X.mean(axis=0)).T @ y)) / len(y)
worst = max(abs(largest[0] - slope), abs(0.5 * largest[1] - slope)) / slope
print(f"certificate: relative distance of the largest slope {worst:.1e}")
