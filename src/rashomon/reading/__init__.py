"""Files, web pages and records → reports."""

from rashomon.model.settings import MAX_CHARS
from rashomon.reading.decoding import MAX_BYTES
from rashomon.reading.problems import Problem, ProblemCode, Reading
from rashomon.reading.reader import Input, read

__all__ = ["MAX_BYTES", "MAX_CHARS", "Input", "Problem", "ProblemCode", "Reading", "read"]
