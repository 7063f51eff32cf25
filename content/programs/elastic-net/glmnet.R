library(glmnet)

data <- read.csv("prostate.csv")
y <- data$lpsa
n <- length(y)
X <- scale(data[!names(data) %in% c("lpsa", "train")])
X <- X * sqrt(n / (n - 1))  # scale() divides by n - 1, the course by n

# The two parts of the penalty, and what glmnet calls them.
l1 <- 0.4 * 0.5
l2 <- 0.4 * 0.5 * sqrt(mean((y - mean(y))^2))
lambda <- l1 + l2
alpha <- l1 / lambda
fit <- glmnet(X, y, alpha = alpha, standardize = FALSE, thresh = 1e-20)
w <- coef(fit, s = lambda, exact = TRUE, x = X, y = y)
print(data.frame(weight = w[-1], row.names = colnames(X)), digits = 7)
cat("intercept", format(w[1], digits = 9), "\n")
