"""Build the bundle, try it as a stranger's machine would, and say what it weighs.

Started by `python3 dev.py bundle`. With `--compare` a bare PySide6 window is built by the same
rules beside it, and what each package adds to that is listed. Sizes are in MB of 10^6 bytes.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "jobtracker"
MB = 1e6


def build(name: str) -> Path:
    """Build `packaging/NAME.spec`; the folder of the finished bundle."""
    print(f"Building {name}", flush=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    subprocess.run([*command, str(ROOT / "packaging" / f"{name}.spec")], cwd=ROOT, check=True)
    return ROOT / "dist" / name


def program(bundle: Path) -> Path:
    return bundle / (bundle.name + (".exe" if os.name == "nt" else ""))


def files(bundle: Path) -> Iterator[Path]:
    return (path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink())


def size(bundle: Path) -> float:
    return sum(path.stat().st_size for path in files(bundle)) / MB


def without_network() -> list[str]:
    """The command before which another has no network; empty where the system has none."""
    if shutil.which("unshare"):
        for flags in (["-n"], ["-rn"]):
            if subprocess.call(["unshare", *flags, "true"], stderr=subprocess.DEVNULL) == 0:
                return ["unshare", *flags]
    return []


def self_check(bundle: Path) -> int:
    """Run the bundle's self-check with no network, no Python on PATH and an empty home."""
    cut = without_network()
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "PATH": home, "QT_QPA_PLATFORM": "offscreen"}
        if os.name == "nt":
            environment |= {"SYSTEMROOT": os.environ["SYSTEMROOT"], "USERPROFILE": home}
        unshare = [shutil.which(cut[0]) or cut[0], *cut[1:]] if cut else []
        started = time.monotonic()
        code = subprocess.call([*unshare, str(program(bundle)), "self-check"], env=environment)
    seconds = time.monotonic() - started
    network = "network cut off" if cut else "network not cut off: no unshare here"
    print(f"self-check: exit {code} in {seconds:.1f} s ({network}, no Python on PATH)")
    return code


def weights(bundle: Path) -> Counter[str]:
    """Bytes of the bundle by package: its files, and its modules in the program's archive."""
    result: Counter[str] = Counter()
    for path in files(bundle):
        if path != program(bundle):
            result[_owner(path.relative_to(bundle))] += path.stat().st_size
    inside = _modules(bundle)
    result.update(inside)
    result["(program)"] += program(bundle).stat().st_size - inside.total()
    return result


def _owner(path: Path) -> str:
    """The package that brought a file, by its folder; Python's and the system's are one each."""
    parts = path.parts[1:] if path.parts[0] == "_internal" else path.parts
    if len(parts) == 1:
        return "(system libraries)" if ".so" in parts[0] or ".dll" in parts[0] else "(Python)"
    folder = parts[0].partition("-")[0]
    return "(Python)" if folder.startswith("python3") else folder


def _modules(bundle: Path) -> Counter[str]:
    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(program(bundle))).open_embedded_archive("PYZ.pyz")
    result: Counter[str] = Counter()
    for module, (_kind, _offset, length) in archive.toc.items():
        package = module.partition(".")[0]
        result["(Python)" if package in sys.stdlib_module_names else package] += length
    return result


def compare(bundle: Path) -> None:
    """Print the bundle's size against a bare window's, and what makes the difference."""
    bare = build("bare")
    ours, theirs = weights(bundle), weights(bare)
    for package in sorted(ours, key=lambda name: theirs[name] - ours[name]):
        if abs(ours[package] - theirs[package]) >= MB / 20:
            print(f"{(ours[package] - theirs[package]) / MB:+8.1f} MB  {package}")
    ratio = size(bundle) / size(bare)
    print(f"bare window {size(bare):.1f} MB, {NAME} {size(bundle):.1f} MB: {ratio:.2f}x")


def main(arguments: list[str]) -> int:
    bundle = build(NAME)
    print(f"{program(bundle).relative_to(ROOT)}: {size(bundle):.1f} MB", flush=True)
    code = self_check(bundle)
    if "--compare" in arguments:
        compare(bundle)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
