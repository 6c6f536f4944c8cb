#!/usr/bin/env bash
# Echo and broadcast: the samples run by Barre against a plain QWebSocketServer program, in turns, in the same run.
# usage: websocket.sh BENCHMARK_BUILD_FOLDER [SECONDS_PER_CELL] [ROUNDS]
set -eu
build=$(cd "$1" && pwd); seconds=${2:-2}; rounds=${3:-3}
root=$(cd "$(dirname "$0")/.." && pwd)
load=$build/benchmarks/websocket_load
started=()
trap 'kill "${started[@]}" 2>/dev/null || true; rm -rf "$logs"' EXIT
logs=$(mktemp -d)

# start NAME WORD COMMAND…: waits until the program's standard error says WORD
start() {
    local name=$1 word=$2; shift 2
    : > "$logs/$name"
    taskset -c 0 "$@" > "$logs/$name" 2>&1 &
    started+=($!)
    for _ in $(seq 100); do grep -qi "$word" "$logs/$name" && return 0; read -rt 0.1 <> <(:) || true; done
    echo "$name does not start:" >&2; cat "$logs/$name" >&2; exit 1
}
start plain listening "$build/benchmarks/websocket_plain" 18080; plain=${started[-1]}
start echo listening "$build/barre" run "$root/resources/samples/echo" -C port=18081; echo=${started[-1]}
start broadcast listening "$build/barre" run "$root/resources/samples/broadcast" -C port=18082; broadcast=${started[-1]}

cell() { # label path connections in-flight size kind barre-port barre-pid
    for round in $(seq "$rounds"); do
        a=$(taskset -c 1 "$load" 18080 "$2" "$3" "$4" "$5" "$seconds" "$6" "$plain")
        b=$(taskset -c 1 "$load" "$7" "$2" "$3" "$4" "$5" "$seconds" "$6" "$8")
        echo "$a $b"
    done | awk -v label="$1" '
        function median(values,   i, k, swap) {
            for (i = 2; i <= NR; ++i)
                for (k = i; k > 1 && values[k - 1] > values[k]; --k) {
                    swap = values[k]; values[k] = values[k - 1]; values[k - 1] = swap
                }
            return values[int((NR + 1) / 2)]
        }
        { plain += $1; barre += $5; cpuPlain += $3; cpuBarre += $7; ratio[NR] = $5 / $1; cpu[NR] = $7 / $3 }
        END { printf "%-34s %10.0f %10.0f   %5.2fx   %7.2f %7.2f   %5.2fx\n", label, plain / NR, barre / NR, median(ratio), cpuPlain / NR, cpuBarre / NR, median(cpu) }'
}
printf '%-34s %10s %10s   %6s   %7s %7s   %6s\n' "messages per second" plain barre ratio "us plain" "us barre" ratio
cell "echo, 1 connection, 64 bytes"          /echo 1 1 64 echo 18081 "$echo"
cell "echo, 64 connections, 64 bytes"        /echo 64 1 64 echo 18081 "$echo"
cell "echo, 64 x 16 in flight, 64 bytes"     /echo 64 16 64 echo 18081 "$echo"
cell "echo, 200 x 4 in flight, 1 kB"         /echo 200 4 1024 echo 18081 "$echo"
cell "echo, 16 x 4 in flight, 60 kB"         /echo 16 4 60000 echo 18081 "$echo"
cell "broadcast to 100, 64 bytes"            /broadcast 100 1 64 broadcast 18082 "$broadcast"
cell "broadcast to 1000, 64 bytes"           /broadcast 1000 1 64 broadcast 18082 "$broadcast"
