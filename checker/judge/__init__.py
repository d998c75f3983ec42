"""judge: every rule over every claim, pair of claims or match that it applies to."""
