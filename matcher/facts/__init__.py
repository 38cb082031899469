"""What is known of a job, said once: a human's correction, else the ad's text, else the feed's field.

In reading order: ``records`` is what is known, ``papers`` and ``professions`` are what an ad asks a person to have,
``known`` is the one place where a source beats another, ``columns`` lays what is known out for the limits and the
ranking. Everything else reads these and merges nothing.
"""

from matcher.facts.known import known
from matcher.facts.records import Fact, Facts, Post, Source

__all__ = ["Fact", "Facts", "Post", "Source", "known"]
