"""Resolved facts about a job. Order of precedence: a human's correction, the ad's text, the feed's field.

Reading order: ``records`` defines the facts, ``papers`` and ``professions`` name what an ad requires of a person,
``known`` is the only place where one source beats another, ``columns`` lays the facts out for limits and ranking. All
other code reads these results and merges nothing.
"""

from matcher.facts.known import known
from matcher.facts.records import Fact, Facts, Post, Source

__all__ = ["Fact", "Facts", "Post", "Source", "known"]
