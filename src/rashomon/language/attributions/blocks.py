"""Block quotes and posts as attributions."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from rashomon.language.attributions.drafts import Draft, Range, trim
from rashomon.model.annotations import Section

_OPENER = 450  # characters before a block in which its speaker is named


def section_drafts(doc: Doc, sections: Sequence[Section]) -> Iterator[Draft]:
    """One draft for each block quote and each post."""
    text = doc.text  # put together anew at each call
    for section in sections:
        if section.kind == "block-quote":
            yield from _block(doc, text, section)
        elif section.kind == "post":
            yield from _post(doc, text, section)


def _tokens(doc: Doc, start: int, end: int) -> Range | None:
    span = doc.char_span(start, end, alignment_mode="expand") if start < end else None
    return trim(doc, span.start, span.end) if span is not None else None


def _block(doc: Doc, text: str, section: Section) -> Iterator[Draft]:
    content = _tokens(doc, section.start, section.end)
    if content is None:
        return
    begin = max(0, section.start - _OPENER)
    at = text.rfind(section.speaker, begin, section.start) if section.speaker else -1
    source = _tokens(doc, at, at + len(section.speaker)) if section.speaker and at >= 0 else None
    colon = content[0] - 1
    while colon > 0 and doc[colon].is_space:
        colon -= 1
    yield Draft(colon, "block", None, source, [content], kind="block")


def _post(doc: Doc, text: str, section: Section) -> Iterator[Draft]:
    speaker = section.speaker or section.handle
    if not speaker:
        return
    signed = text.rfind("(@", section.start, section.end)
    at = text.rfind(speaker, section.start, signed if signed >= 0 else section.end)
    if at < 0:
        return
    content = _tokens(doc, section.start, at)
    source = _tokens(doc, at, at + len(speaker))
    if content is None or source is None or content[1] > source[0]:
        return
    yield Draft(source[0], "post", None, source, [content], kind="post", speaker=speaker)


def within_posts(drafts: Sequence[Draft], posts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, those in a post cut at its end; its hashtags and labels name no speaker."""
    starts = [post.start for post in posts]
    for made in drafts:
        before = bisect_right(starts, made.head)
        post = posts[before - 1] if before else None
        if post is None or made.head >= post.head:
            yield made
            continue
        end = post.content[0][1]
        made.content = [(a, min(b, end)) for a, b in made.content if a < end]
        if made.content and made.frame != "label":
            yield made
