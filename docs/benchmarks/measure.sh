#!/usr/bin/env bash
# Measures real node processes on this machine; prints lines that start with "measure".
#   docs/benchmarks/measure.sh [ENTRIES]
set -euo pipefail
cd "$(dirname "$0")/../.."
./silofri maven -pl node -am verify -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test=MeasureBench -Dfailsafe.failIfNoSpecifiedTests=false -Dmeasure.bootstrap="${1:-10000}" | grep --line-buffered -E '^measure|ERROR|BUILD'
