library(glmnet)

data <- read.csv("diabetes.csv")
y <- data$target
n <- length(y)
X <- scale(data[names(data) != "target"])
X <- X * sqrt(n / (n - 1))  # scale() divides by n - 1, the course by n

lasso <- glmnet(X, y, alpha = 1, standardize = FALSE, thresh = 1e-20)
ridge <- glmnet(X, y, alpha = 0, standardize = FALSE, thresh = 1e-20)

# glmnet divides y by its standard deviation first; an L2 penalty has to allow for it.
deviation <- sqrt(mean((y - mean(y))^2))
fits <- list(
  "least squares" = coef(lm(y ~ X)),
  "lasso" = coef(lasso, s = 5, exact = TRUE, x = X, y = y),
  "ridge" = coef(ridge, s = 1 * deviation, exact = TRUE, x = X, y = y)
)

weights <- sapply(fits, function(w) w[-1])  # without the intercept
print(data.frame(
  zeros = colSums(weights == 0),
  sum.of.sizes = colSums(abs(weights)),
  length = sqrt(colSums(weights^2))
), digits = 8)
