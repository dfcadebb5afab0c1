"""A dossier or an incident as a notebook shows it: short, complete in itself, escaped."""

from markupsafe import Markup, escape

from rashomon.model.dossier import Dossier
from rashomon.model.findings import Toll
from rashomon.model.incidents import Incident
from rashomon.publishing import words
from rashomon.publishing.glance import when_text, where_text
from rashomon.publishing.heads import notes
from rashomon.publishing.hostile import visible
from rashomon.publishing.views import Detail

_MOST = 20
_CELL = "text-align:left;vertical-align:top;padding:.25em .8em .25em 0"
_ROW = "<tr>{}</tr>"


def dossier_html(dossier: Dossier) -> str:
    """A table with a line an incident, the most prominent twenty."""
    counted = ", ".join(
        words.several(len(found), noun)
        for found, noun in (
            (dossier.reports, "report"),
            (dossier.incidents, "incident"),
            (dossier.claims, "claim"),
        )
    )
    heads = _cells("th", "Incident", "When", "Where", "Killed", "Injured", "Reports")
    shown = dossier.incidents[:_MOST]
    rows = [_ROW.format(heads), *(_ROW.format(_line(each)) for each in shown)]
    more = len(dossier.incidents) - len(shown)
    told = [*notes(dossier), *([words.several(more, "more incident")] if more else [])]
    below = "".join(f"<p>{_safe(each)}</p>" for each in told)
    head = f"<p><b>Rashomon dossier</b>: {counted}</p>"
    return _box(f"{head}<table>{''.join(rows)}</table>{below}")


def incident_html(incident: Incident) -> str:
    """A table with a line each for when, where and the tolls, with how sure they are."""
    found = {str(finding.property): finding for finding in reversed(incident.findings)}
    lines = [when_text(incident.when), where_text(incident.where)]
    lines += [_toll("Killed", incident.killed), _toll("Injured", incident.injured)]
    rows = []
    for line in lines:
        finding = found.get(line.term.lower())
        standing = words.STATUS[finding.status][0] if finding else ""
        sources = words.independent_words(finding.independent) if finding else ""
        rows.append(_ROW.format(_cells("td", line.term, line.text, standing, sources)))
    reports = words.several(len(incident.reports), "report")
    head = f"<p><b>{_safe(incident.title)}</b>: {reports}. Ranges of claims, no verdict.</p>"
    return _box(f"{head}<table>{''.join(rows)}</table>")


def _line(incident: Incident) -> str:
    tolls = (_toll("Killed", incident.killed), _toll("Injured", incident.injured))
    return _cells(
        "td",
        incident.title,
        when_text(incident.when).text,
        where_text(incident.where).text,
        *(toll.text for toll in tolls),
        str(len(incident.reports)),
    )


def _toll(label: str, toll: Toll) -> Detail:
    if toll.low is None:
        return Detail(label, words.absent(toll.why_null, "low", "best", "high"), absent=True)
    return Detail(label, words.number_short(toll.low, toll.high, toll.open))


def _cells(tag: str, *texts: str) -> str:
    return "".join(f'<{tag} style="{_CELL}"><bdi>{_safe(text)}</bdi></{tag}>' for text in texts)


def _safe(text: str) -> Markup:
    return escape(visible(text))


def _box(inner: str) -> str:
    return f'<div class="rashomon" style="font-size:.95em;line-height:1.4">{inner}</div>'
