"""resolve: claims that join standing incidents: only what they touch is compared and grouped anew.

What stands is described by a `Shelf`: for each claim the blocks it lies in, its day and its village; for each report
its names; all edges. From it `rejoin` finds the claims whose candidates or scores may be others than before, compares
these, and groups again the incidents they lie in, as far as the change reaches. What comes out is what `incidents`
over everything gives; where a change reaches far it says so, and everything is to be done at once.

What is global stays so by steps: a name's worth goes by how many reports there are, and changes for all when these have
grown by a quarter.
"""

from trucewatch.resolve.joining.regroup import Rejoined
from trucewatch.resolve.joining.rejoin import Delta, rejoin
from trucewatch.resolve.joining.shelf import Named, Placed, Shelf
from trucewatch.resolve.joining.shelving import named, placed, root_key
from trucewatch.resolve.joining.world import World

__all__ = ["Delta", "Named", "Placed", "Rejoined", "Shelf", "World", "named", "placed", "rejoin", "root_key"]
