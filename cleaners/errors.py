"""What can go wrong with one document, said to the person who owns it."""


class DocumentError(ValueError):
    """A document that cannot be processed; the message says why and what to do."""
