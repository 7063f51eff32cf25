import numpy as np


def standardize(train, test):
    # The training rows alone
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation = np.where(deviation == 0, 1, deviation)
    return (train - mean) / deviation, (test - mean) / deviation


train = np.array([[1.0, 10], [3, 20], [5, 60]])
test = np.array([[3.0, 30], [7, 0]])
scaled_train, scaled_test = standardize(train, test)
print(*scaled_test.ravel())
worst = max(
    np.max(np.abs(scaled_train.mean(axis=0))),
    np.max(np.abs((scaled_train**2).mean(axis=0) - 1)),
)
print(f"certificate: largest deviation from mean 0 and variance 1 {worst:.1e}")
