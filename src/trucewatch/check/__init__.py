"""check: findings worked out a second time, in the plainest way, from the claims and the text that they name.

Nothing here is shared with `assess`: what one of the two gets wrong, the other does not repeat.
"""

from trucewatch.check.standard import Standard
from trucewatch.check.verify import Given, Refusal, given, verify

__all__ = ["Given", "Refusal", "Standard", "given", "verify"]
