import tempfile
from pathlib import Path

from hypothesis.configuration import set_hypothesis_home_dir

# It would leave a folder wherever the tests are started.
set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "uploadcare-contract")
