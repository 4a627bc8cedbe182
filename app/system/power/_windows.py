"""Power on Windows: GetSystemPowerStatus, and the share of processor time others used since the last question."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes

import psutil

from app.system.power import LOW_BATTERY

_BATTERY_SAVER = 1
_ON_BATTERY = 0
_UNKNOWN_PERCENT = 255
_BUSY_PERCENT = 90.0  # Windows has no load average; this full, others wait for the processor


class PowerStatus(ctypes.Structure):
    """SYSTEM_POWER_STATUS."""

    _fields_ = (
        ("line", ctypes.c_ubyte),
        ("battery", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("seconds_left", ctypes.c_uint32),
        ("seconds_full", ctypes.c_uint32),
    )


class WindowsPower:
    """Implements `Power`. The load is measured between one question and the next; the first one sees none."""

    def should_rest(self) -> bool:
        busy = psutil.cpu_percent(interval=None) >= _BUSY_PERCENT
        status = PowerStatus()
        if not ctypes.WinDLL("kernel32").GetSystemPowerStatus(ctypes.byref(status)):
            return busy
        return busy or needs_rest(status)


def needs_rest(status: PowerStatus) -> bool:
    low = status.line == _ON_BATTERY and status.percent != _UNKNOWN_PERCENT and status.percent < LOW_BATTERY
    return bool(status.saver & _BATTERY_SAVER) or low
