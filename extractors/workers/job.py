"""Windows: a worker and all that it starts in one job object, which bounds their memory and ends them."""

from __future__ import annotations

import subprocess
import sys

__all__: list[str] = []

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    __all__ = ["Job"]

    _EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
    _JOB_MEMORY, _KILL_ON_CLOSE = 0x200, 0x2000
    _KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)
    _KERNEL.CreateJobObjectW.restype = wintypes.HANDLE
    _KERNEL.CreateJobObjectW.argtypes = (wintypes.LPVOID, wintypes.LPCWSTR)
    _KERNEL.SetInformationJobObject.argtypes = (
        wintypes.HANDLE,
        ctypes.c_int,
        wintypes.LPVOID,
        wintypes.DWORD,
    )
    _KERNEL.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    _KERNEL.TerminateJobObject.argtypes = (wintypes.HANDLE, wintypes.UINT)
    _KERNEL.CloseHandle.argtypes = (wintypes.HANDLE,)

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    class Job:
        """Ends with this process too: the kernel closes the last handle, and the job with it."""

        def __init__(self, process: subprocess.Popen[bytes], *, memory: int) -> None:
            self._process = process
            self._handle = _KERNEL.CreateJobObjectW(None, None)
            limits = _Extended()
            limits.BasicLimitInformation.LimitFlags = _JOB_MEMORY | _KILL_ON_CLOSE
            limits.JobMemoryLimit = memory
            _KERNEL.SetInformationJobObject(
                self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
            )
            if not _KERNEL.AssignProcessToJobObject(self._handle, int(process._handle)):  # type: ignore[attr-defined]  # noqa: SLF001
                process.kill()
                raise ctypes.WinError(ctypes.get_last_error())

        def end(self) -> None:
            if self._handle:
                _KERNEL.TerminateJobObject(self._handle, 1)
                _KERNEL.CloseHandle(self._handle)
                self._handle = None
