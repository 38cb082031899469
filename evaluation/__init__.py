"""Is a change better, by how much, how surely, and worse for whom? Measures over files that other programs wrote.

In reading order: ``reading`` (the files), ``measures``, ``significance``, ``slices`` over ``fields`` of work,
``beyond`` (what relevance does not show), ``baselines``, ``inputs`` (all files of one evaluation), ``report`` with
``plots``, the command in ``__main__``; ``process`` (the matcher, run from outside), ``probes`` (the matcher on altered
input), ``gate`` (the fixtures from end to end); ``benchmarks`` and ``agreement``.
Imports nothing of ``matcher`` or ``service``.
"""
