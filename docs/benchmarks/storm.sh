#!/usr/bin/env bash
# Kills nodes and the hub with kill -9 at random moments while cities publish, and counts afterwards.
#   docs/benchmarks/storm.sh [ROUNDS] [SEED]
set -euo pipefail
cd "$(dirname "$0")/../.."
exec ./silofri maven -pl node -am verify -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test=StormIT -Dfailsafe.failIfNoSpecifiedTests=false -Dstorm.rounds="${1:-30}" ${2:+-Dstorm.seed="$2"}
