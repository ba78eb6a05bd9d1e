import importlib.util
from types import ModuleType

import dev
import pytest


@pytest.fixture(scope="module")
def trimming() -> ModuleType:
    path = dev.ROOT / "packaging" / "trimming.py"
    spec = importlib.util.spec_from_file_location("trimming", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6\\plugins\\imageformats\\qsvg.dll",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.dylib",
        "PySide6/Qt/translations/qtbase_de.qm",
        "jobtracker/resources/themes/dark.toml",
        "rapidfuzz/fuzz_cpp.cpython-311-x86_64-linux-gnu.so",
        "rapidfuzz/distance/_initialize_cpp.cp311-win_amd64.pyd",
    ],
)
def test_what_the_window_needs_goes_into_the_bundle(trimming: ModuleType, name: str) -> None:
    assert trimming.kept([(name, "", "BINARY")]) == [(name, "", "BINARY")]


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/translations/qt_help_de.qm",
        "libgtk-3.so.0",
        "lxml/isoschematron/resources/rng/iso-schematron.rng",
        "rapidfuzz/fuzz_cpp_avx2.cpython-311-x86_64-linux-gnu.so",
        "rapidfuzz\\distance\\metrics_cpp.cp311-win_amd64.pyd",
    ],
)
def test_what_nobody_uses_stays_out(trimming: ModuleType, name: str) -> None:
    assert trimming.kept([(name, "", "BINARY")]) == []
