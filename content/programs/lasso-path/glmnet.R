library(glmnet)

data <- read.csv("diabetes.csv")
y <- data$target
n <- length(y)
X <- scale(data[names(data) != "target"])
X <- X * sqrt(n / (n - 1))  # scale() divides by n - 1, the course by n

path <- glmnet(X, y, standardize = FALSE, thresh = 1e-20)
cat("lambda_max", format(path$lambda[1], digits = 10), "\n")

# Without exact = TRUE, coef() interpolates between the lambdas of the grid.
weights <- sapply(c("l=20" = 20, "l=5" = 5, "l=1" = 1), function(lambda) {
  coef(path, s = lambda, exact = TRUE, x = X, y = y)[-1]
})
rownames(weights) <- colnames(X)
print(round(weights, 6), digits = 9)
