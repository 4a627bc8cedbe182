"""Keeps the worker to the system calls that reading and computing take, by a filter in the kernel. Source: seccomp(2).

What is not on the list fails with EPERM, which libraries are ready for; what only an attack tries ends the worker.
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import ctypes
import errno
import os
import struct
from collections.abc import Iterable, Sequence

from app.detect.process._libc import system_call
from app.detect.process._system_calls import (
    FIRST_COMMON_NUMBER,
    MACHINES,
    hostile_calls,
    needed_calls,
    own_calls,
)
from app.detect.process.measures import Force, in_force

_SET_FILTER = 1
# In all threads. Without the second the kernels before 5.16 also slow the process down, against leaks of a kind that do
# not matter to code that has all of the process anyway (speculative store bypass); kernels before 4.17 do not know it.
_ALL_THREADS, _AS_FAST_AS_OTHERS = 0b1, 0b100
_AUDIT_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32 = 0x4000_0000  # calls of the x32 ABI: the same kernel functions under other numbers

_ALLOW, _KILL_PROCESS, _ERROR = 0x7FFF_0000, 0x8000_0000, 0x0005_0000
_NOT_PERMITTED = _ERROR | errno.EPERM
_NOT_KNOWN = _ERROR | errno.ENOSYS

# Classic BPF: load a word of what the kernel hands over, compare, return. Source: <linux/filter.h>, <linux/seccomp.h>
_LOAD, _AND, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16
_ALL_BITS = 0xFFFF_FFFF

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CLONE_THREAD = 0x0001_0000
_CLONE_ELSEWHERE = 0x7E02_0080  # new namespaces: CLONE_NEWTIME .. CLONE_NEWNET, CLONE_NEWNS
_FILE_CONTROLS = (0, 1, 2, 3, 1030)  # duplicate, close on exec, get flags. No locks, leases, signals or owners
_DEVICE_CONTROLS = (0x5450, 0x5451, 0x541B, 0x5401, 0x5413)  # close on exec, bytes that wait, "is it a terminal?"
_PROCESS_CONTROLS = (2, 3, 15, 16, 21, 23, 39, 0x53564D41)  # asking how it is held; names of threads and of memory

Instruction = tuple[int, int, int, int]  # code, jump if true, jump if false, value
Program = Sequence[Instruction]


def confine_calls(lifeline: int) -> Force:
    """From now on, until the process ends, in all its threads. Needs no_new_privs. `lifeline`: a descriptor that must stay
    open, or -1."""
    if not is_known_machine():
        return Force.ABSENT
    program = build(os.uname().machine, os.getpid(), lifeline)
    content = b"".join(struct.pack("HBBI", *instruction) for instruction in program)
    buffer = ctypes.create_string_buffer(content, len(content))
    # struct sock_fprog: a count and a pointer, aligned as C does
    head = ctypes.create_string_buffer(struct.pack("@HP", len(program), ctypes.addressof(buffer)))
    try:
        _set(ctypes.addressof(head))
    except OSError as error:
        return Force.ABSENT if error.errno in (errno.EINVAL, errno.ENOSYS) else Force.REFUSED
    return in_force(_holds())


def _set(program: int) -> None:
    seccomp = own_calls(os.uname().machine)["seccomp"]
    try:
        system_call(seccomp, _SET_FILTER, _ALL_THREADS | _AS_FAST_AS_OTHERS, program)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        system_call(seccomp, _SET_FILTER, _ALL_THREADS, program)


def is_known_machine() -> bool:
    """Whether the list has numbers for this processor. A program of 32 bits uses other numbers on it."""
    return os.uname().machine in MACHINES and sys.maxsize > 2**32


def build(machine: str, pid: int, lifeline: int) -> Program:
    """The filter for the worker with that process id, and with that descriptor to keep."""
    calls = needed_calls(machine)
    special = {
        "open": _when(_has_no_bits(1, _WRITING)),
        "openat": _when(_has_no_bits(2, _WRITING)),
        "close": _when(_is_not(0, lifeline)),
        "dup2": _when(_is_not(1, lifeline)),
        "dup3": _when(_is_not(1, lifeline)),
        "fcntl": _when(_is_one_of(1, _FILE_CONTROLS)),
        "ioctl": _when(_is_one_of(1, _DEVICE_CONTROLS)),
        "prctl": _when(_is_one_of(0, _PROCESS_CONTROLS)),
        "prlimit64": [*_unless_zero(2, 0), *_unless_zero(2, 1), *_when(_is_one_of(0, (0, pid)))],
        "kill": _when(_is_one_of(0, (pid,))),
        "tgkill": _when(_is_one_of(0, (pid,))),
        "clone": _when(_has_bits(0, _CLONE_THREAD, among=_CLONE_THREAD | _CLONE_ELSEWHERE)),
        "clone3": [(_RETURN, 0, 0, _NOT_KNOWN)],  # its flags are out of sight; the C library then uses clone
    }
    allow = [(_RETURN, 0, 0, _ALLOW)]
    return [
        *_only_machine(machine),
        *_each(hostile_calls(machine).values(), [(_RETURN, 0, 0, _KILL_PROCESS)]),
        *(step for name, number in calls.items() for step in _each([number], special.get(name, allow))),
        (_IF_AT_LEAST, 0, 1, FIRST_COMMON_NUMBER),
        (_RETURN, 0, 0, _NOT_KNOWN),
        (_RETURN, 0, 0, _NOT_PERMITTED),
    ]


def _only_machine(machine: str) -> Program:
    foreign = [(_IF_AT_LEAST, 0, 1, _X32), (_RETURN, 0, 0, _KILL_PROCESS)] if machine == "x86_64" else []
    return [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_IF_EQUAL, 1, 0, _AUDIT_ARCHITECTURES[machine]),
        (_RETURN, 0, 0, _KILL_PROCESS),
        (_LOAD, 0, 0, _NUMBER_AT),
        *foreign,
    ]


def _each(numbers: Iterable[int], body: Program) -> Program:
    """`body`, which returns, for each of the calls."""
    return [step for number in numbers for step in ((_IF_EQUAL, 0, len(body), number), *body)]


def _when(condition: Program) -> Program:
    """Allowed when `condition` comes to its end; it steps over one instruction there, and else does not."""
    return [*condition, (_RETURN, 0, 0, _NOT_PERMITTED), (_RETURN, 0, 0, _ALLOW)]


def _has_no_bits(argument: int, mask: int) -> Program:
    return _has_bits(argument, 0, among=mask)


def _has_bits(argument: int, wanted: int, *, among: int) -> Program:
    """The lower half decides: the kernel takes flags as an int."""
    return [_load(argument), (_AND, 0, 0, among), (_IF_EQUAL, 1, 0, wanted)]


def _is_one_of(argument: int, values: Sequence[int]) -> Program:
    last = len(values) - 1
    return [_load(argument), *((_IF_EQUAL, last - at + 1, 0, value) for at, value in enumerate(values))]


def _is_not(argument: int, value: int) -> Program:
    return [_load(argument), (_IF_EQUAL, 0, 1, value & _ALL_BITS)]


def _unless_zero(argument: int, half: int) -> Program:
    """Refuses when that half of a pointer is set; goes on otherwise."""
    return [_load(argument, half), (_IF_EQUAL, 1, 0, 0), (_RETURN, 0, 0, _NOT_PERMITTED)]


def _load(argument: int, half: int = 0) -> Instruction:
    return (_LOAD, 0, 0, _ARGUMENTS_AT + 8 * argument + 4 * half)  # both architectures are little-endian


def _holds() -> bool:
    """Tries what must be refused, with arguments that would do no harm."""
    tried, needed = own_calls(os.uname().machine), needed_calls(os.uname().machine)
    nowhere = ctypes.c_char_p(b"")
    return all(
        _is_refused(number, *arguments)
        for number, arguments in (
            (tried["socket"], (1, 1, 0)),
            (tried["execve"], (nowhere, None, None)),
            (tried["unlinkat"], (-100, nowhere, 0)),
            (needed["clone"], (_CLONE_ELSEWHERE | 0x200, None, None, None, None)),  # contradicts itself: makes nothing
            (needed["openat"], (-100, nowhere, os.O_WRONLY)),
            (needed["kill"], (os.getppid(), 0)),
        )
    )


def _is_refused(number: int, *arguments: object) -> bool:
    try:
        system_call(number, *arguments)
    except OSError as error:
        return error.errno == errno.EPERM
    return False
