"""python -m bondgenoten: the command line of cli.py."""

from bondgenoten.cli import main

if __name__ == "__main__":
    main()
