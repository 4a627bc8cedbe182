"""The filter of system calls, run here step by step for both processors, as the kernel does."""

from __future__ import annotations

import errno
import re
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

if sys.platform != "linux":
    pytest.skip("the filter is Linux's", allow_module_level=True)

from app.detect.process._seccomp import Program, build
from app.detect.process._system_calls import MACHINES, hostile_calls, needed_calls

ALLOW, KILL, EPERM, ENOSYS = 0x7FFF0000, 0x80000000, 0x50000 | errno.EPERM, 0x50000 | errno.ENOSYS
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
PID, LIFELINE = 4_321, 9
HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}
OTHER_NAMES = {"fstatat": "newfstatat"}
# Special to some arguments, or a way to more than reading takes.
CONDITIONAL = {"open", "openat", "fcntl", "ioctl", "prctl", "prlimit64", "kill", "tgkill", "clone", "clone3"} | {
    *("close", "dup2", "dup3")
}


def decide(program: Program, number: int, *arguments: int, architecture: int) -> int:
    """What the kernel would do: a small interpreter of classic BPF."""
    words = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("<IIQ6Q", number, architecture, 0, *(word & 0xFFFF_FFFF_FFFF_FFFF for word in words))
    accumulator, at = 0, 0
    while True:
        code, if_true, if_false, value = program[at]
        at += 1
        if code == 0x20:
            (accumulator,) = struct.unpack_from("<I", data, value)
        elif code == 0x54:
            accumulator &= value
        elif code == 0x06:
            return value
        else:
            is_true = accumulator == value if code == 0x15 else accumulator >= value
            assert code in (0x15, 0x35)
            at += if_true if is_true else if_false


@pytest.fixture(params=MACHINES)
def machine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def asked(machine: str, name: str, *arguments: int) -> int:
    numbers = {**needed_calls(machine), **hostile_calls(machine)}
    return decide(build(machine, PID, LIFELINE), numbers[name], *arguments, architecture=ARCHITECTURES[machine])


def test_the_program_is_one_that_the_kernel_takes(machine: str) -> None:
    """Every path ends; jumps fit their byte; well under the 4,096 steps that are allowed."""
    program = build(machine, PID, LIFELINE)
    assert len(program) < 1_000
    for at, (code, if_true, if_false, value) in enumerate(program):
        assert 0 <= value <= 0xFFFF_FFFF
        assert code == 0x06 or at + 1 + max(if_true, if_false) < len(program)
        assert max(if_true, if_false) <= 255


@given(number=st.integers(0, 0xFFFF_FFFF), machine=st.sampled_from(MACHINES))
def test_what_is_on_no_list_is_refused(number: int, machine: str) -> None:
    if number in {*needed_calls(machine).values(), *hostile_calls(machine).values()}:
        return
    decision = decide(build(machine, PID, LIFELINE), number, architecture=ARCHITECTURES[machine])
    assert decision in (EPERM, ENOSYS) or (decision == KILL and machine == "x86_64" and number >= 0x4000_0000)


def test_calls_of_another_architecture_end_the_worker(machine: str) -> None:
    """32-bit calls have other numbers: write would pass for something else."""
    others = {0x40000003, 0xC000003E, 0xC00000B7, 0x40000028} - {ARCHITECTURES[machine]}
    assert {decide(build(machine, PID, LIFELINE), 0, architecture=other) for other in others} == {KILL}


def test_what_is_needed_is_allowed_and_what_only_an_attack_tries_is_not(machine: str) -> None:
    allowed = {name: asked(machine, name) for name in needed_calls(machine) if name not in CONDITIONAL}
    assert set(allowed.values()) == {ALLOW}
    assert {asked(machine, name) for name in hostile_calls(machine)} == {KILL}


@given(flags=st.integers(0, 2**32 - 1), machine=st.sampled_from(MACHINES))
def test_a_file_is_opened_for_reading_alone(flags: int, machine: str) -> None:
    may_write = bool(flags & (0o3 | 0o100 | 0o1000 | 0o2000))  # access mode, create, truncate, append
    assert asked(machine, "openat", -100, 0, flags) == (EPERM if may_write else ALLOW)
    if machine == "x86_64":
        assert asked(machine, "open", 0, flags) == (EPERM if may_write else ALLOW)


@given(flags=st.integers(0, 2**32 - 1), machine=st.sampled_from(MACHINES))
def test_threads_may_be_started_and_processes_and_namespaces_may_not(flags: int, machine: str) -> None:
    is_thread = bool(flags & 0x10000) and not flags & 0x7E020080
    assert asked(machine, "clone", flags) == (ALLOW if is_thread else EPERM)


def test_the_flags_of_a_thread_of_the_c_library_are_those_of_a_thread(machine: str) -> None:
    assert asked(machine, "clone", 0x3D0F00) == ALLOW
    assert asked(machine, "clone", 17) == EPERM  # fork: no flags, the signal of a child
    assert asked(machine, "clone", 0x4111) == EPERM  # vfork, posix_spawn
    assert asked(machine, "clone3", 0x1000, 88) == ENOSYS


@given(pid=st.integers(-(2**31), 2**31 - 1), machine=st.sampled_from(MACHINES))
def test_signals_reach_the_worker_itself_alone(pid: int, machine: str) -> None:
    expected = ALLOW if pid == PID else EPERM
    assert {asked(machine, name, pid, 9) for name in ("kill", "tgkill")} == {expected}
    assert asked(machine, "kill", PID, 9) == ALLOW


@given(new=st.integers(0, 2**64 - 1), machine=st.sampled_from(MACHINES))
def test_limits_may_be_asked_and_not_set(new: int, machine: str) -> None:
    assert asked(machine, "prlimit64", 0, 7, new, 0) == (EPERM if new else ALLOW)
    assert asked(machine, "prlimit64", PID, 7, 0, 0) == ALLOW
    assert asked(machine, "prlimit64", 1, 7, 0, 0) == EPERM


@given(descriptor=st.integers(0, 2**32 - 1), machine=st.sampled_from(MACHINES))
def test_every_descriptor_may_be_closed_but_the_line_to_the_parent(descriptor: int, machine: str) -> None:
    assert asked(machine, "close", descriptor) == (EPERM if descriptor == LIFELINE else ALLOW)
    assert asked(machine, "dup3", 0, LIFELINE) == EPERM
    assert asked(machine, "close", LIFELINE) == EPERM


@given(command=st.integers(0, 2**32 - 1), machine=st.sampled_from(MACHINES))
def test_controls_of_files_devices_and_the_process_are_few(command: int, machine: str) -> None:
    allowed = {"fcntl": {0, 1, 2, 3, 1030}, "ioctl": {0x5450, 0x5451, 0x541B, 0x5401, 0x5413}}
    for name, commands in allowed.items():
        assert asked(machine, name, 3, command) == (ALLOW if command in commands else EPERM)
    for control in (1, 4, 22, 38, 0x59616D61):  # death signal, dumpable, filter, privileges, who may trace
        assert asked(machine, "prctl", control) == EPERM
    assert asked(machine, "prctl", 15) == ALLOW  # the name of a thread


@pytest.mark.parametrize("machine", MACHINES)
def test_the_numbers_are_those_of_the_kernels_headers(machine: str) -> None:
    header = HEADERS[machine]
    if not header.exists():
        pytest.skip("no kernel headers on this machine")
    known = numbers_in(header.read_text())
    ours = {**needed_calls(machine), **hostile_calls(machine)}
    assert {name: number for name, number in ours.items() if known.get(name, number) != number} == {}
    unknown = {name for name in ours if name not in known}
    assert unknown <= {"futex_wake", "futex_wait", "futex_requeue", "mseal"}  # newer than the headers of Debian 12


def numbers_in(header: str) -> Mapping[str, int]:
    found = re.findall(r"^#define __NR(?:3264)?_(\w+)\s+(\d+)", header, re.MULTILINE)
    return {OTHER_NAMES.get(name, name): int(number) for name, number in found}
