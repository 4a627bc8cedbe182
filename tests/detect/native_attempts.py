"""What code that has taken over the worker would try, past Python: by the C library and the kernel's own calls.

Each attempt gets what the test wrote behind its name and tells whether it succeeded. Loaded before the worker is confined.
"""

from __future__ import annotations

import ctypes
import os
import signal
import struct
import sys
from collections.abc import Callable

libc = ctypes.CDLL(None, use_errno=True) if sys.platform != "win32" else None
SYSTEM_CALLS = {  # on x86-64, AArch64
    "fork": (57, None),
    "clone": (56, 220),
    "clone3": (435, 435),
    "io-uring": (425, 425),
    "memfd": (319, 279),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "perf": (298, 241),
    "userfaultfd": (323, 282),
    "ptrace": (101, 117),
    "read-memory": (310, 270),
    "unshare": (272, 97),
    "mount": (165, 40),
    "open-by-handle": (304, 265),
    "setxattr": (188, 5),
    "socketpair": (53, 199),
}


def number_of(name: str) -> int:
    return SYSTEM_CALLS[name][os.uname().machine == "aarch64"] or -1


def call(name: str, *arguments: object) -> bool:
    as_longs = (ctypes.c_long(value) if isinstance(value, int) else value for value in arguments)
    return bool(libc.syscall(ctypes.c_long(number_of(name)), *as_longs) != -1)


def text(path: str) -> ctypes.c_char_p:
    return ctypes.c_char_p(os.fsencode(path))


def write(path: str) -> bool:
    """A byte in a file, which is made for it."""
    descriptor = libc.open(text(path), os.O_WRONLY | os.O_CREAT, 0o600)
    return bool(descriptor >= 0 and libc.write(descriptor, b"x", ctypes.c_size_t(1)) == 1)


def make(path: str) -> bool:
    return bool(libc.open(text(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600) >= 0)


def truncate(path: str) -> bool:
    return bool(libc.truncate(text(path), ctypes.c_long(0)) == 0)


def remove(path: str) -> bool:
    return bool(libc.unlink(text(path)) == 0)


def remove_folder(path: str) -> bool:
    return bool(libc.rmdir(text(path)) == 0)


def rename(path: str) -> bool:
    return bool(libc.rename(text(path), text(path + ".renamed")) == 0)


def make_folder(path: str) -> bool:
    return bool(libc.mkdir(text(path), 0o700) == 0)


def make_pipe(path: str) -> bool:
    return bool(libc.mkfifo(text(path), 0o600) == 0)


def link(path: str) -> bool:
    return bool(libc.link(text(path), text(path + ".linked")) == 0)


def symlink(path: str) -> bool:
    return bool(libc.symlink(b"/", text(path)) == 0)


def change_mode(path: str) -> bool:
    return bool(libc.chmod(text(path), 0o777) == 0)


def change_times(path: str) -> bool:
    times = struct.pack("4q", 0, 0, 0, 0)
    return bool(libc.utimensat(-100, text(path), times, 0) == 0)


def set_attribute(path: str) -> bool:
    return call("setxattr", text(path), ctypes.c_char_p(b"user.seen"), ctypes.c_char_p(b"1"), 1, 0)


def open_documents() -> list[int]:
    """The descriptors of regular files that are open here: the document."""
    import stat

    found = []
    for descriptor in range(3, 64):
        try:
            if stat.S_ISREG(os.fstat(descriptor).st_mode):
                found.append(descriptor)
        except OSError:
            continue
    return found


def change_document(_argument: str) -> bool:
    """Its mode and times, by the descriptor that was handed over."""
    documents = open_documents()
    changes = [
        change
        for document in documents
        for change in (libc.fchmod(document, 0o777), libc.futimens(document, struct.pack("4q", 0, 0, 0, 0)))
    ]
    return bool(documents) and 0 in changes


def reopen_document(_argument: str) -> bool:
    """To write in it, as a descriptor for reading alone was handed over."""
    places = [f"/proc/self/fd/{document}" for document in open_documents()]
    return any(libc.open(text(place), os.O_RDWR) >= 0 for place in places)


def lock_document(_argument: str) -> bool:
    return any(libc.flock(document, 2 | 4) == 0 for document in open_documents())


def read_file(path: str) -> bool:
    return bool(libc.open(text(path), os.O_RDONLY) >= 0)


def list_folder(path: str) -> bool:
    return bool(libc.open(text(path), os.O_RDONLY | os.O_DIRECTORY) >= 0)


def connect(port: str) -> bool:
    return _with_socket(2, 1, struct.pack("=H", 2) + struct.pack(">H", int(port)) + bytes((127, 0, 0, 1)) + bytes(8))


def connect_to_name(name: str) -> bool:
    """An abstract unix socket, as the message bus of a session may be."""
    return _with_socket(1, 1, struct.pack("=H", 1) + b"\0" + name.encode())


def connect_to_path(path: str) -> bool:
    return _with_socket(1, 1, struct.pack("=H", 1) + os.fsencode(path) + b"\0")


def _with_socket(family: int, kind: int, address: bytes) -> bool:
    descriptor = libc.socket(family, kind, 0)
    return bool(descriptor >= 0 and libc.connect(descriptor, address, len(address)) == 0)


def listen(_argument: str) -> bool:
    address = struct.pack("=H", 2) + struct.pack(">H", 0) + bytes((127, 0, 0, 1)) + bytes(8)
    descriptor = libc.socket(2, 1, 0)
    return bool(descriptor >= 0 and libc.bind(descriptor, address, len(address)) == 0)


def send_datagram(port: str) -> bool:
    address = struct.pack("=H", 2) + struct.pack(">H", int(port)) + bytes((127, 0, 0, 1)) + bytes(8)
    descriptor = libc.socket(2, 2, 0)
    return bool(descriptor >= 0 and libc.sendto(descriptor, b"x", ctypes.c_size_t(1), 0, address, len(address)) == 1)


def make_socketpair(_argument: str) -> bool:
    return call("socketpair", 1, 1, 0, ctypes.create_string_buffer(8))


def fork(_argument: str) -> bool:
    child = libc.fork()
    return _child(child)


def fork_by_number(_argument: str) -> bool:
    """With clone and the signal of a child alone, as a fork that goes past the C library."""
    return _child(int(libc.syscall(ctypes.c_long(number_of("clone")), ctypes.c_long(signal.SIGCHLD), *[None] * 4)))


def clone3(_argument: str) -> bool:
    flags = struct.pack("11Q", 0, 0, 0, 0, signal.SIGCHLD, 0, 0, 0, 0, 0, 0)
    size = ctypes.c_long(len(flags))
    return _child(int(libc.syscall(ctypes.c_long(number_of("clone3")), ctypes.c_char_p(flags), size)))


def _child(pid: int) -> bool:
    if pid == 0:
        libc._exit(0)
    if pid > 0:
        libc.waitpid(pid, None, 0)
    return pid > 0


def run_program(path: str) -> bool:
    """In the place of the worker: on success a folder is there that says so, and nobody answers."""
    arguments = (ctypes.c_char_p * 3)(b"mkdir", os.fsencode(path), None)
    return bool(libc.execve(b"/bin/mkdir", arguments, (ctypes.c_char_p * 1)(None)) == 0)


def kill(pid: str) -> bool:
    return bool(libc.kill(int(pid), signal.SIGKILL) == 0)


def kill_thread(pid: str) -> bool:
    number = {"x86_64": 234, "aarch64": 131}[os.uname().machine]
    as_longs = (ctypes.c_long(value) for value in (number, int(pid), int(pid), signal.SIGKILL))
    return bool(libc.syscall(*as_longs) == 0)


def signal_parent(_argument: str) -> bool:
    """Signal 0 does nothing but ask whether one may."""
    return bool(libc.kill(os.getppid(), 0) == 0)


def take_memory(megabytes: str) -> bool:
    size = ctypes.c_size_t(int(megabytes) * 1_000_000)
    libc.mmap.restype = ctypes.c_void_p
    return bool(libc.mmap(None, size, 3, 0x22, -1, ctypes.c_long(0)) != ctypes.c_void_p(-1).value)


def lift_limits(_argument: str) -> bool:
    """To what the hard limits allow."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    return bool(libc.setrlimit(resource.RLIMIT_CPU, struct.pack("2q", hard, hard)) == 0)


def outlive_parent(_argument: str) -> bool:
    """Cut the line by which the kernel tells that the parent is gone: the one descriptor that tells by a signal."""
    lines = [descriptor for descriptor in range(3, 128) if libc.fcntl(descriptor, 3, 0) & 0o20000 > 0]
    lines = [descriptor for descriptor in lines if libc.fcntl(descriptor, 3, 0) != -1]
    cuts = (libc.fcntl(line, 4, 0) == 0 or libc.dup2(0, line) >= 0 or libc.close(line) == 0 for line in lines)
    return bool(lines) and any(cuts)


def let_others_in(_argument: str) -> bool:
    return bool(libc.prctl(4, 1, 0, 0, 0) == 0)


def is_open_to_others(_argument: str) -> bool:
    return bool(libc.prctl(3, 0, 0, 0, 0) != 0)


def may_gain_privileges(_argument: str) -> bool:
    return bool(libc.prctl(39, 0, 0, 0, 0) != 1)


def anonymous_file(_argument: str) -> bool:
    return call("memfd", ctypes.c_char_p(b"x"), 0)


def start_thread(_argument: str) -> bool:
    """No attack: libraries do that."""
    import threading

    done = threading.Event()
    thread = threading.Thread(target=done.set)
    thread.start()
    thread.join()
    return done.is_set()


def by_number(name: str) -> Callable[[str], bool]:
    return lambda _argument: call(name, *[0] * 6)


ATTEMPTS: dict[str, Callable[[str], bool]] = {
    "write": write,
    "make": make,
    "truncate": truncate,
    "remove": remove,
    "remove-folder": remove_folder,
    "rename": rename,
    "make-folder": make_folder,
    "make-pipe": make_pipe,
    "link": link,
    "symlink": symlink,
    "change-mode": change_mode,
    "change-times": change_times,
    "set-attribute": set_attribute,
    "change-document": change_document,
    "reopen-document": reopen_document,
    "lock-document": lock_document,
    "read-file": read_file,
    "list-folder": list_folder,
    "connect": connect,
    "connect-to-name": connect_to_name,
    "connect-to-path": connect_to_path,
    "listen": listen,
    "send-datagram": send_datagram,
    "make-socketpair": make_socketpair,
    "fork": fork,
    "fork-by-number": fork_by_number,
    "clone3": clone3,
    "run-program": run_program,
    "kill": kill,
    "kill-thread": kill_thread,
    "signal-parent": signal_parent,
    "take-memory": take_memory,
    "lift-limits": lift_limits,
    "outlive-parent": outlive_parent,
    "let-others-in": let_others_in,
    "is-open-to-others": is_open_to_others,
    "may-gain-privileges": may_gain_privileges,
    "anonymous-file": anonymous_file,
    "start-thread": start_thread,
    **{
        name: by_number(name)
        for name in (
            *("io-uring", "keyctl", "bpf", "perf", "userfaultfd", "ptrace", "read-memory", "unshare", "mount"),
            "open-by-handle",
        )
    },
}
