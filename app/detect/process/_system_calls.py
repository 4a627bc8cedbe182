"""The system calls of Linux that the worker is told apart by, with their numbers. Source: the kernel's unistd.h."""

from __future__ import annotations

from collections.abc import Mapping

# Name, number on x86-64, number on AArch64; `-` where the architecture has none.
# What reading, computing and answering take. Some are allowed with certain arguments only: see _seccomp.py.
_NEEDED = """
read 0 63, readv 19 65, pread64 17 67, preadv 295 69, preadv2 327 286, lseek 8 62, readahead 187 213,
fadvise64 221 223, open 2 -, openat 257 56, fstat 5 80, newfstatat 262 79, statx 332 291, stat 4 -, lstat 6 -,
access 21 -, faccessat 269 48, faccessat2 439 439, readlink 89 -, readlinkat 267 78, getcwd 79 17, getdents 78 -,
getdents64 217 61, statfs 137 43, fstatfs 138 44,

write 1 64, writev 20 66, pwrite64 18 68, pwritev 296 70, pwritev2 328 287, recvmsg 47 212, close 3 57,
dup 32 23, dup2 33 -, dup3 292 24, fcntl 72 25, ioctl 16 29, poll 7 -, ppoll 271 73,
select 23 -, pselect6 270 72, epoll_create 213 -, epoll_create1 291 20, epoll_ctl 233 21, epoll_wait 232 -,
epoll_pwait 281 22, epoll_pwait2 441 441, eventfd 284 -, eventfd2 290 19, pipe 22 -, pipe2 293 59,

mmap 9 222, munmap 11 215, mremap 25 216, mprotect 10 226, madvise 28 233, brk 12 214, mincore 27 232, msync 26 227,
mlock 149 228, mlock2 325 284, munlock 150 229, membarrier 324 283, pkey_alloc 330 289, pkey_free 331 290,
pkey_mprotect 329 288, mseal 462 462,

clone 56 220, clone3 435 435, futex 202 98, futex_waitv 449 449, futex_wake 454 454, futex_wait 455 455,
futex_requeue 456 456, set_robust_list 273 99, get_robust_list 274 100, set_tid_address 218 96, rseq 334 293,
sched_yield 24 124, sched_getaffinity 204 123, sched_getparam 143 121, sched_getscheduler 145 120,
sched_get_priority_max 146 125, sched_get_priority_min 147 126, getpriority 140 141, getcpu 309 168, exit 60 93,
exit_group 231 94,

rt_sigaction 13 134, rt_sigprocmask 14 135, rt_sigpending 127 136, rt_sigreturn 15 139, rt_sigsuspend 130 133,
rt_sigtimedwait 128 137, sigaltstack 131 132, kill 62 129, tgkill 234 131, pause 34 -, restart_syscall 219 128,

nanosleep 35 101, clock_nanosleep 230 115, clock_gettime 228 113, clock_getres 229 114, gettimeofday 96 169,
time 201 -, times 100 153, alarm 37 -, setitimer 38 103, getitimer 36 102, timer_create 222 107,
timer_settime 223 110, timer_gettime 224 108, timer_getoverrun 225 109, timer_delete 226 111, timerfd_create 283 85,
timerfd_settime 286 86, timerfd_gettime 287 87,

prctl 157 167, arch_prctl 158 -, prlimit64 302 261, getrlimit 97 163, getrusage 98 165, getpid 39 172,
gettid 186 178, getppid 110 173, getpgrp 111 -, getpgid 121 155, getsid 124 156, getuid 102 174, geteuid 107 175,
getgid 104 176, getegid 108 177, getresuid 118 148, getresgid 120 150, getgroups 115 158, uname 63 160,
sysinfo 99 179, getrandom 318 278, umask 95 166, capget 125 90
"""
# What nothing that reads a document has any use for: whoever tries is not a library that looks what the system has.
_HOSTILE = """
ptrace 101 117, process_vm_readv 310 270, process_vm_writev 311 271, pidfd_getfd 438 438, bpf 321 280,
perf_event_open 298 241, userfaultfd 323 282, add_key 248 217, request_key 249 218, keyctl 250 219,
init_module 175 105, finit_module 313 273, delete_module 176 106, kexec_load 246 104, kexec_file_load 320 294,
reboot 169 142, swapon 167 224, swapoff 168 225, mount 165 40, umount2 166 39, pivot_root 155 41, setns 308 268,
unshare 272 97, move_mount 429 429, open_tree 428 428, fsopen 430 430, fsconfig 431 431, fsmount 432 432,
fspick 433 433, mount_setattr 442 442, open_by_handle_at 304 265
"""
# How the filter is set, and what the worker then tries itself, to see it refused.
_OWN = "seccomp 317 277, socket 41 198, execve 59 221, unlinkat 263 35"

# From here on every architecture has the same numbers, and who calls one is ready for a kernel that does not know it.
FIRST_COMMON_NUMBER = 424

MACHINES = ("x86_64", "aarch64")


def needed_calls(machine: str) -> Mapping[str, int]:
    return _numbers(_NEEDED, machine)


def hostile_calls(machine: str) -> Mapping[str, int]:
    return _numbers(_HOSTILE, machine)


def own_calls(machine: str) -> Mapping[str, int]:
    return _numbers(_OWN, machine)


def _numbers(table: str, machine: str) -> Mapping[str, int]:
    column = 1 + MACHINES.index(machine)
    rows = (entry.split() for entry in table.split(","))
    return {row[0]: int(row[column]) for row in rows if row[column] != "-"}
