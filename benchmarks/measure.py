"""Measures whole processes by what the operating system accounts to them."""
import os
import socket
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Usage:
    """What one finished process used: seconds of processor time and of the clock, bytes at its peak."""
    cpu: float
    wall: float
    peak: int
    output: str


def run(command, **options):
    """Runs a command to its end; a command that fails ends the benchmark with what it said."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Usage(usage.ru_utime + usage.ru_stime, time.monotonic() - began, usage.ru_maxrss * 1024, output)


def in_turns(rounds, *measurements):
    """Calls the measurements in turns, so that a machine whose speed drifts is fair to all. One list each."""
    results = [[] for _ in measurements]
    for _ in range(rounds):
        for measurement, result in zip(measurements, results):
            result.append(measurement())
    return results


def median_ratio(ours, theirs):
    """The median of the ratios of what was measured in the same turn."""
    return statistics.median(a / b for a, b in zip(ours, theirs))


def until_first_output(command, **options):
    """Seconds from the start of a process to the first byte that it prints."""
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **options) as process:
        process.stdout.read(1)
        return time.monotonic() - began


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until_accepting(command, port, patience=10):
    """Seconds from the start of a server process until it accepts a connection; the server is ended then."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while time.monotonic() - began < patience:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                return time.monotonic() - began
            except ConnectionRefusedError:
                time.sleep(0.0002)
        raise SystemExit(f"{' '.join(command)} does not listen on port {port}")
    finally:
        process.terminate()
        process.wait()
