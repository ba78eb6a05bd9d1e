"""What a desktop is told: which files are Jobtracker's, and how it is started with one."""

from configparser import RawConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

LINUX = Path(__file__).parents[1] / "packaging" / "linux"
NAME = "io.github.jobtracker.jobtracker"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_a_workspace_opens_with_a_double_click() -> None:
    entry = RawConfigParser()
    entry.read(LINUX / f"{NAME}.desktop", "utf-8")
    types = ET.parse(LINUX / f"{NAME}.xml").findall(f"{MIME}mime-type")
    (kind,) = [one.get("type") for one in types]
    patterns = [glob.get("pattern") for one in types for glob in one.findall(f"{MIME}glob")]
    told = ET.parse(LINUX / f"{NAME}.metainfo.xml").findtext("provides/mediatype")

    assert entry["Desktop Entry"]["Exec"] == "jobtracker %f"
    assert entry["Desktop Entry"]["MimeType"] == f"{kind};"
    assert patterns == ["*.jobtracker"]
    assert told == kind
