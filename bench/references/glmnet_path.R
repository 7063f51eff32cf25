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

least_time <- function(compute) {
  times <- c()
  end <- proc.time()[["elapsed"]] + 1
  while (length(times) < 5 || (proc.time()[["elapsed"]] < end && length(times) < 20000)) {
    start <- Sys.time()
    compute()
    times <- c(times, 1000 * as.numeric(Sys.time() - start, units = "secs"))
  }
  min(times)
}

glmnet.control(fdev = 0, devmax = 1)
compute <- function() {
  glmnet(X, y, alpha = if (problem[1] == "ridge") 0 else 1, lambda = lambdas,
         standardize = FALSE, intercept = FALSE, thresh = thresh, maxit = 1e8)
}
writeBin(as.vector(as.matrix(compute()$beta)), file.path(folder, "path.bin"))
if ("time" %in% arguments) cat(least_time(compute), "\n")
