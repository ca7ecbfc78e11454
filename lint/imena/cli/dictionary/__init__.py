"""The subcommands of ``imena dict``: one module each."""
