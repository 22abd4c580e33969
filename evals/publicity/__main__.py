"""`python -m evals.publicity`."""

from evals.publicity.planted import main

if __name__ == "__main__":
    main()
