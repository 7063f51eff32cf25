library(glmnet)

data <- read.csv("diabetes.csv")
X <- as.matrix(data[names(data) != "target"])
y <- data$target
lambdas <- exp(seq(log(30), log(0.3), length.out = 9))
folds <- (seq_along(y) - 1) %% 13 + 1  # 13 folds of 34 patients

# glmnet standardizes within each fold by itself.
cv <- cv.glmnet(X, y, lambda = lambdas, foldid = folds, thresh = 1e-20)

errors <- data.frame(lambda = lambdas, error = cv$cvm, standard.error = cv$cvsd)
print(errors, digits = 10, row.names = FALSE)
cat("minimum", format(cv$lambda.min, digits = 9), "\n")
cat("one standard error", format(cv$lambda.1se, digits = 9), "\n")
