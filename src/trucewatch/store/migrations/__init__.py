"""store: the steps by which a store of an older version becomes one of this version, each a file in `versions`."""
