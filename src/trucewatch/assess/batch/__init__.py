"""assess: many incidents against one provision at a time, as columns; the same answers as one by one."""
