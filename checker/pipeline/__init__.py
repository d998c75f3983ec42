"""The pipeline: an Article to a spaCy Doc with zones, blocks, mentions and claims."""
