"""The subcommands of `factcheck`, one file each."""
