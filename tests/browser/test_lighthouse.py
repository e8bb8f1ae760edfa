"""What Lighthouse has to say, as of a page on a phone: nothing, of all that does not depend
on a clock.
"""

import pytest

from tests.browser.conftest import BuiltSite
from tests.compressing import served_packed
from tests.lighthouse import JUDGED, PAGES, judge


@pytest.mark.parametrize("page", PAGES)
def test_lighthouse_gives_full_marks(site: BuiltSite, page: str) -> None:
    with served_packed(site.folder) as address:
        verdict = judge(address + page, *JUDGED)
    assert [] == [fault for category in JUDGED for fault in verdict.faults(category)]
    assert [100.0] * len(JUDGED) == [verdict.score(category) for category in JUDGED]
