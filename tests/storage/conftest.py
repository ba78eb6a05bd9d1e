from collections.abc import Iterator

import pytest
from tests.support.keys import lock


@pytest.fixture(autouse=True)
def _no_keys_held() -> Iterator[None]:
    """Each test begins and ends without a key, as a program does."""
    lock()
    yield
    lock()
