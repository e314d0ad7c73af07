"""`python -m newsfacts` is the `newsfacts` command."""

from newsfacts.cli import main

if __name__ == "__main__":
    main()
