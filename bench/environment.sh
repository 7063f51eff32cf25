#!/usr/bin/env bash
# npm run bench:environment: makes the virtual environment bench/.venv, with the Python libraries that the benchmark and
# the programs of the course run in. It takes Linux on x86-64 and Python 3.11 (PYTHON names another interpreter than
# python3), and 7 GB, most of them PyTorch's; --without-pytorch leaves that out: only the programs need it.
# glmnet comes from Debian: apt-get install r-cran-glmnet.
set -euo pipefail
cd "$(dirname "$0")"

lists=(-r environment/requirements.txt)
if [[ "${1:-}" != --without-pytorch ]]; then lists+=(-r environment/pytorch.txt); fi

"${PYTHON:-python3}" -m venv --clear .venv
.venv/bin/pip install --quiet --no-deps --only-binary :all: "${lists[@]}"
.venv/bin/python -c '
import adelie, celer, numpy, pandas, skglm, sklearn

for library in (adelie, celer, numpy, pandas, skglm, sklearn):
    print(library.__name__, library.__version__)
'
