#!/usr/bin/env bash
# Fails if a program needs a newer glibc than the given one: glibc.sh PROGRAM VERSION
# Prints the version it needs, and each symbol that needs a newer one.
set -euo pipefail
program="$1"
most="$2"
LC_ALL=C readelf --dyn-syms --wide -- "$program" | awk -v most="$most" '
    # The parts of a version as one number, for the comparison.
    function number(version, part) {
        split(version, part, ".")
        return (part[1] * 1000 + part[2]) * 1000 + part[3]
    }
    # A line ends with the symbol and its version: exp@GLIBC_2.29 (5)
    match($0, /@GLIBC_[0-9.]+/) {
        version = substr($0, RSTART + 7, RLENGTH - 7)
        if (number(version) > number(needed)) needed = version
        if (number(version) > number(most)) newer = newer "\n  " $8
    }
    END {
        if (needed == "") { print "not a program for glibc" > "/dev/stderr"; exit 1 }
        print "needs glibc " needed
        if (newer != "") { print "more than glibc " most ":" newer > "/dev/stderr"; exit 1 }
    }'
