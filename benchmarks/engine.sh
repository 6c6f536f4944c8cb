#!/usr/bin/env bash
# CPU time of the programs in benchmarks/engine against Lua 5.4 and LuaJIT without its compiler, interleaved, the best of
# three rounds. `benchmarks/engine.sh [PROGRAM]`, PROGRAM: build/release/barre.
set -eu
here=$(dirname "$(readlink -f "$0")")
barre=${1:-$here/../build/release/barre}
cpu() { # seconds of user and system time, or - if the command cannot run
    command -v "${1%% *}" >/dev/null || { echo -; return; }
    local TIMEFORMAT='%U %S'
    { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%.2f\n", $1 + $2 }'
}
best() { awk -v a="$1" -v b="$2" 'BEGIN { print a == "" || (b != "-" && b + 0 < a + 0) ? b : a }'; }
printf '%-16s %8s %8s %8s %10s %10s\n' program barre lua5.4 luajit '/ lua' '/ luajit'
for source in "$here"/engine/*.bal; do
    name=$(basename "$source" .bal)
    lua=$here/engine/$name.lua
    [ -f "$lua" ] || continue
    a= b= c=
    for round in 1 2 3; do
        a=$(best "$a" "$(cpu "$barre" run "$source")")
        b=$(best "$b" "$(cpu lua5.4 "$lua")")
        c=$(best "$c" "$(cpu luajit -joff "$lua")")
    done
    awk -v n="$name" -v a="$a" -v b="$b" -v c="$c" 'BEGIN {
        printf "%-16s %8s %8s %8s %10s %10s\n", n, a, b, c, b > 0 ? sprintf("%.2f", a / b) : "-", c > 0 ? sprintf("%.2f", a / c) : "-" }'
done
