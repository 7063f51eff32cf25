library(glmnet)

data <- read.csv("prostate.csv")
n <- nrow(data)
X <- scale(data[!names(data) %in% c("lpsa", "train")])
X <- X * sqrt(n / (n - 1))  # scale() divides by n - 1, the course by n
label <- as.numeric(data$lpsa > 2.5)

# For labels glmnet divides nothing: lambda is that of the course.
fit <- glmnet(X, label, family = "binomial", alpha = 0,
              standardize = FALSE, thresh = 1e-20)
w <- coef(fit, s = 1 / n, exact = TRUE, x = X, y = label)
print(data.frame(weight = w[-1], row.names = colnames(X)), digits = 7)
cat("intercept", format(w[1], digits = 9), "\n")
