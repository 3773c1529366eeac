"""Reads plan files into plain data that remembers where every key and value stands."""

from generator.source.builder import Limits
from generator.source.document import Document, read_document
from generator.source.tree import PositionedMapping, PositionedSequence, position_of

__all__ = [
    "Document",
    "Limits",
    "PositionedMapping",
    "PositionedSequence",
    "position_of",
    "read_document",
]
