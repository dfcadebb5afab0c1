"""Outlets at the head of plain texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading import heads, outlets


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Harbour Daily — 14 May 2024\n\nFour people died.", "Harbour Daily"),
        ("The Larnos Post | Tuesday, May 14, 2024\n\nFour people died.", "The Larnos Post"),
        ("Outlet: Canal Nine\n\nFour people died.", "Canal Nine"),
        ("Larnos — 14 May 2024\n\nFour people died.", None),
        ("Jane Doe — 14 May 2024\n\nFour people died.", None),
        ("Sarmo Lookout, 14 May 2024. With LNA.\n\nFour people died.", "Sarmo Lookout"),
        ("Sarmo Lookout\nTuesday 14 May 2024\n\nMill burns\n\nFour died.", "Sarmo Lookout"),
        ("HILL RESCUE\nNote 14 - Larnos - 14 May 2024\n\nFour died.", "HILL RESCUE"),
        ("Mill burns in Larnos\n14 May 2024\n\nFour people died.", None),
        ("Quay Voices / NEWS / 14 MAY 2024, 09:12\n\nMill burns\n\nFour died.", "Quay Voices"),
        ("Mill / NEWS / 14 MAY 2024\n\nFour people died.", None),
        (
            "QUAY RISK\nWeekly note, 8-14 May 2024\n\nSarmo\n\nFour people died.",
            "QUAY RISK",
        ),
        (
            "Harbour Times of Larnos\n14 May 2024 | Coast\n\nFour killed in mill\n\nIt burnt.",
            "Harbour Times of Larnos",
        ),
        (
            "Sarmo Today\n14.05.2024 11:15 | Last update 14.05.2024 21:40\n\nFour died.",
            "Sarmo Today",
        ),
        (
            "QUAY STATE GOVERNMENT\nDirectorate of Press and Public Affairs\n\nPRESS RELEASE\n\n"
            "14 May 2024\n\nFour people died.",
            "QUAY STATE GOVERNMENT",
        ),
        (
            "Press centre of the Sarmo Forces Operation\nMorning summary, 14 May 2024\n\nIt did.",
            "Sarmo Forces Operation",
        ),
        ("QUAY PROSECUTION\nPress bulletin 41, 14 May 2024\n\nFour died.", "QUAY PROSECUTION"),
        ("Four people died in the mill.\n\nSource: Mayor Feld on Telegram\n\nIt burnt.", None),
        ("LARNOS, 14 May 2024 (LNA) - Four people died.\n\nMore fell ill.", None),
        ("The Larnos Post reported that four people died.", None),
        (
            "QUAY AUTHORITY\nBulletin 9/24\nIssued 14 May 2024\n\nFour people died.",
            "QUAY AUTHORITY",
        ),
        ("Hill Rescue\nFLASH UPDATE no. 2\nAs of 14 May 2024\n\nFour died.", "Hill Rescue"),
        ("Statement of the Sarmo Front\n14 May 2024\n\nFour died.", "Sarmo Front"),
        ("LIVE - mill fire\nQuaywire, 14 May 2024\n\n12:10 - Four people died.", "Quaywire"),
        (
            "Quay Voices\na blog for everybody\n\nMill burns\n14 May 2024\n\nFour died.",
            "Quay Voices",
        ),
        (
            "Harbours weekly\nNo. 3/2024, 8-14 May\nSarmo Analysts\n\n1. Four died.",
            "Sarmo Analysts",
        ),
        ("Mill burns\n\nSarmo Dispatch, 14 May 2024 — Four people died.", "Sarmo Dispatch"),
        ("Mill fire: a note\nSarmo Risk Notes, May 2024\n\nFour people died.", "Sarmo Risk Notes"),
        (
            "Mill burns\n\nThe Sarmo Herald\nBy our correspondent\nUpdated 14 May 2024\n\nIt did.",
            "The Sarmo Herald",
        ),
        ("Mill burns\n\nBy Ana Roe\nThe Quay Courier\nMay 14, 2024\n\nIt did.", "The Quay Courier"),
        ("Mill burns\n\nBy Ana Roe\nMay 14, 2024\n\nIt did.", None),
        ("Mill burns\n\nBy ANA ROE and BEN COE\n14 May 2024\n\nIt did.", None),
        ("Mill burns\n\nBy Our Staff Reporter\n\nSARMO: It did.", None),
        ("Mill burns\n\nBy Channel Five Digital Team\n14 May 2024\n\nIt did.", "Channel Five"),
        (
            "Mill burns\n\nBy Ana Roe for The Western Page\nSarmo, 14 May 2024\n\nIt did.",
            "The Western Page",
        ),
        ("Mill burns\nRadio Sarmo | Web Desk | May 14, 2024 (Tuesday)\n\nIt did.", "Radio Sarmo"),
        ("Sarmo Online | All times local (SMT)\n\n14 May, 07.40 - It did.", "Sarmo Online"),
        ("Column, The Quay Weekly, 14 May 2024\nBy Ana Roe\n\nIt did.", "The Quay Weekly"),
        ("Sunday 12 May 2024, La Voz de los Muelles\n\nIt did.", "La Voz de los Muelles"),
        (
            "Mill burns\n\n14 May 2024 / The Quay Messenger with LNA\n\nIt did.",
            "The Quay Messenger",
        ),
        ("Mill burns\n\nBy Ana Roe, Sarmo\nEFE, 14 May 2024\n\nIt did.", "EFE"),
        ("Radio Sarmo - 14 May - evening bulletin (transcript)\n\nGood evening.", "Radio Sarmo"),
        ("Dockers' Union (page)\nPosted on Facebook, 14 May 2024\n\nIt did.", "Dockers' Union"),
        (
            "High Command of the Sarmo Guard\nMedia Office\nSarmo, 14 May 2024\n\nSTATEMENT\n\nWe.",
            "High Command of the Sarmo Guard",
        ),
        ("OPERATION GREY HERON - Media Centre\n\nIn a new crime they did.", "OPERATION GREY HERON"),
        ("Press centre of the Sarmo Guard\nMorning summary, 14 May 2024\n\nIt did.", "Sarmo Guard"),
        (
            "Mission of Observers to Sarmo (MOS)\nDaily Report, as received by 1930, 14 May 2024\n",
            "Mission of Observers to Sarmo",
        ),
        (
            "OFFICE OF THE HARBOUR POLICE\nATHENS\nPRESS NOTE\n\n1. It did.",
            "OFFICE OF THE HARBOUR POLICE",
        ),
        ("SPOKESPERSON, SARMO POLICE\nPress Note - 14.05.2024\n\nIt did.", "SARMO POLICE"),
        ("Mirror factory burns in Sarmo\n\nBy Ana Roe\n\nIt did.", None),
        ("Alert: mill burns in Sarmo\n\nFour people died.", None),
        ("Blast Kills Nine in Velmar\n14 May 2024\n\nFour people died.", None),
        ("Mill Burns Down\nTuesday 14 May 2024\n\nFour people died.", None),
        ("Nine Dead After Ferry Sinks\n14 May 2024\n\nFour people died.", None),
        ("Quiet Returns to Harbour Town\n14 May 2024\n\nFour people died.", None),
        ("Massacre At The Market\n14 May 2024\n\nFour people died.", None),
        ("The Killing Of A Clerk\n14 May 2024\n\nFour people died.", None),
        ("The Sarmo Bombing\n14 May 2024\n\nFour people died.", None),
        ("Quay Shelling of 3 May 2024\n\nFour people died.", None),
        ("Quay English\nPublished On 14 May 2024\n\nFour people died.", "Quay English"),
        ("World News | 14 May 2024\n\nFour people died.", None),
        ("Gunmen Storm Harbour Post\n14 May 2024\n\nFour died.", None),
        ("Harbour Post\n14 May 2024\n\nFour died.", "Harbour Post"),
        ("Voice of Larnos\n14 May 2024\n\nFour died.", "Voice of Larnos"),
        ("La Voz del Puerto\n14 May 2024\n\nFour died.", "La Voz del Puerto"),
        ("Dana Merrow\n14 May 2024\n\nFour people died.", None),
        ("By Dana Merrow\n14 May 2024\n\nFour people died.", None),
        ("Ana M. Berel\nFlash update no. 2\n\nFour people died.", None),
        ("Press release\nBlast Kills Nine at Velmar Quay\n14 May 2024\n\nFour died.", None),
        ("Velmar Fire Service\nPress release\n14 May 2024\n\nFour.", "Velmar Fire Service"),
        ("Two Guards Shot\nIncident report\nHarbour Authority\n\nFour.", "Harbour Authority"),
        ("Statement of the Sarmo Front (translation)\n14 May 2024\n\nFour.", "Sarmo Front"),
        ("Statement by the Sarmo Front, 14 May 2024 (extract)\n\nFour died.", "Sarmo Front"),
        ("The Sarmo Front: statement\n14 May 2024\n\nFour died.", "The Sarmo Front"),
    ],
)
def test_outlet(text: str, outlet: str | None) -> None:
    assert outlets.outlet_of(text, heads.title_of(text)) == outlet


@given(st.text(max_size=500))
def test_no_text_raises(text: str) -> None:
    outlets.outlet_of(text)
