"""What the accounts of one incident amount to: ranges, independence, status, conflicts.

The rules are those of CONTRACT.md ("numbers", "low, best, high of a finding", "independence").
"""

from rashomon.weighing.case import Case, Weighed
from rashomon.weighing.plainly import doubted
from rashomon.weighing.sorts import parts_on
from rashomon.weighing.weigh import weigh

__all__ = ["Case", "Weighed", "doubted", "parts_on", "weigh"]
