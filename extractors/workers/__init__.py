"""A crew of worker processes for files that nobody vouches for: each can be killed, children and all.

    with Crew(workers=2, limits=LIMITS) as crew:
        task = crew.submit(first_look, path, name="扫描件.pdf")
        pages = task.result()  # its value, or the ReadError that the task ended with

A task that takes too long, takes too much memory or ends its process is a `ReadError` of its own and
costs no other task; its worker is replaced at once. Nothing starts before the first task.

- Linux, macOS: workers are forked from a process of one thread that has the light imports already
  (never from this one, which may run BLAS, an OCR engine or Streamlit), each the head of a process
  group that is ended by SIGKILL as a whole. When this process dies, that process ends them all.
- Windows: workers are started one by one, each in a job object that bounds their memory and ends with
  the last handle to it, whoever holds it.
- A worker has no network: Python's sockets are refused in it, and on Linux, where the kernel allows it,
  it has a network namespace of its own, which its children share.
"""

from __future__ import annotations

from extractors.workers.crew import Crew, Died
from extractors.workers.task import Task
from extractors.workers.work import report

__all__ = ["Crew", "Died", "Task", "report"]
