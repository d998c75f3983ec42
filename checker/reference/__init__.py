"""The reference: what is known outside the article."""
