"""cli: lets `python -m trucewatch` stand for `trucewatch`."""

from trucewatch.cli import main

if __name__ == "__main__":
    main()
