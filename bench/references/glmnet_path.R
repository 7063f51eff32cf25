# One path by glmnet: Rscript glmnet_path.R FOLDER METHOD TOLERANCE [time]. See sklearn_path.py for what it reads and
# writes.
suppressPackageStartupMessages(library(glmnet))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
thresh <- as.numeric(arguments[3])
problem <- strsplit(readLines(file.path(folder, "problem.txt")), " ")[[1]]
sizes <- as.integer(problem[-1])
read <- function(name, count) readBin(file.path(folder, name), "double", count)
X <- matrix(read("X.bin", sizes[1] * sizes[2]), sizes[1])
y <- read("y.bin", sizes[1])
lambdas <- read("lambdas.bin", sizes[3])

# The processor time of a run in ms: the least mean of several batches, see measure.ts. R's clock ticks once per ms.
least_time <- function(compute) {
  time_of <- function(count) {
    start <- proc.time()
    for (run in seq_len(count)) compute()
    1000 * sum((proc.time() - start)[c("user.self", "sys.self")])
  }
  count <- 1
  while (time_of(count) < 100) count <- 2 * count
  times <- c()
  end <- proc.time()[["elapsed"]] + 2
  while (length(times) < 3 || proc.time()[["elapsed"]] < end) {
    times <- c(times, time_of(count) / count)
  }
  min(times)
}

glmnet.control(fdev = 0, devmax = 1)
compute <- function() {
  glmnet(X, y, alpha = if (problem[1] == "ridge") 0 else 1, lambda = lambdas,
         standardize = FALSE, intercept = FALSE, thresh = thresh, maxit = 1e8)
}
start <- proc.time()
fit <- compute()
once <- 1000 * sum((proc.time() - start)[c("user.self", "sys.self")])
writeBin(as.vector(as.matrix(fit$beta)), file.path(folder, "path.bin"))
cat(if ("time" %in% arguments) least_time(compute) else once, "\n")
