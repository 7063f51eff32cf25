library(glmnet)

data <- read.csv("prostate.csv")
y <- data$lpsa
n <- length(y)
X <- scale(data[!names(data) %in% c("lpsa", "train")])
X <- X * sqrt(n / (n - 1))  # scale() divides by n - 1, the course by n
lambda <- 0.1

# glmnet divides y by its standard deviation before it applies an L2 penalty.
theirs <- lambda * sqrt(mean((y - mean(y))^2))
fit <- glmnet(X, y, alpha = 0, standardize = FALSE, thresh = 1e-20)
w <- coef(fit, s = theirs, exact = TRUE, x = X, y = y)
print(data.frame(weight = w[-1], row.names = colnames(X)), digits = 7)
cat("intercept", format(w[1], digits = 9), "\n")

h <- eigen(crossprod(X) / n)$values
cat("degrees of freedom", format(sum(h / (h + lambda)), digits = 9), "\n")
