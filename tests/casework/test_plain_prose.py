"""Who did it in an outlet's plain prose: blame where another report says otherwise. All fiction."""

import pytest

import rashomon
from rashomon.model.claims import ResponsibleValue

POLICE = "Police shot dead a farmer at a march of dockers in Halmeria on Monday."
DENIAL = (
    "A farmer died at a march of dockers in Halmeria on Monday. The police denied any "
    "involvement in the killing."
)
SILENT = "A farmer was shot dead at a march of dockers in Halmeria on Monday, a doctor said."
BOTH = f"{POLICE} The police denied any involvement in the killing."
RIVALS = (
    "A farmer was shot dead on Monday at a march of dockers in Halmeria. Residents blamed the "
    "Zarqan Front."
)


def told(*texts: str) -> set[str]:
    given = [
        {"text": text, "published": "2031-05-13", "outlet": f"Outlet {number}"}
        for number, text in enumerate(texts)
    ]
    dossier = rashomon.compare(given)
    actors = {actor.id: actor.name for actor in dossier.actors}
    voices = {voice.id: voice.name for voice in dossier.voices}
    assert {v.actor for c in dossier.claims if isinstance(v := c.value, ResponsibleValue)} <= set(
        actors
    )
    return {
        f"{actors[claim.value.actor]} {claim.value.role} by {voices[claim.chain[-1].voice]}"
        for claim in dossier.claims
        if isinstance(claim.value, ResponsibleValue)
    }


@pytest.mark.parametrize(
    ("texts", "blame"),
    [
        ((POLICE, DENIAL), {"police accused by Outlet 0"}),
        ((POLICE, RIVALS), {"police accused by Outlet 0"}),
        ((POLICE, SILENT), set()),
        ((POLICE, POLICE.replace("farmer", "docker")), set()),
        ((BOTH,), set()),
    ],
)
def test_plain_prose_is_blame_only_where_it_is_doubted(
    texts: tuple[str, ...], blame: set[str]
) -> None:
    assert {each for each in told(*texts) if "accused by Outlet" in each} == blame
