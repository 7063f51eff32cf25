# A lasso at one strength by glmnet with its own settings: Rscript defaults.R FOLDER... See defaults.py for what it reads
# and prints. Standardizing is left out, as it would mean another problem.
suppressPackageStartupMessages(library(glmnet))

for (folder in commandArgs(trailingOnly = TRUE)) {
  problem <- strsplit(readLines(file.path(folder, "problem.txt")), " ")[[1]]
  sizes <- as.integer(problem[-1])
  read <- function(name, count) readBin(file.path(folder, name), "double", count)
  X <- matrix(read("X.bin", sizes[1] * sizes[2]), sizes[1])
  y <- read("y.bin", sizes[1])
  strength <- read("lambdas.bin", 1)
  outcome <- if (problem[1] == "logistic") "binomial" else "gaussian"

  show <- function(name, compute) {
    warned <- 0
    coefficients <- withCallingHandlers(compute(), warning = function(w) {
      if (grepl("onverge", conditionMessage(w))) warned <<- 1
      invokeRestart("muffleWarning")
    })
    numbers <- format(as.vector(coefficients), digits = 17, scientific = TRUE)
    cat(folder, name, warned, numbers, "\n")
  }

  # Between the strengths of its own grid, and beyond them, coef() interpolates, unless it is to be exact.
  show("glmnet`coef(s)`", function() {
    coef(glmnet(X, y, family = outcome, standardize = FALSE), s = strength)
  })
  show("glmnet`coef(s,exact=TRUE)`", function() {
    fit <- glmnet(X, y, family = outcome, standardize = FALSE)
    coef(fit, s = strength, exact = TRUE, x = X, y = y)
  })
}
