import os
import sys

from measure import Measure

with Measure() as measure:
    from uploadcare_sdk import Uploadcare

    client = Uploadcare(
        os.environ["PUBLIC_KEY"], os.environ["SECRET_KEY"], api_base=os.environ["API_BASE"]
    )
    measure.start()
    count = total = 0
    for file in client.files.list(limit=1000):
        count += 1
        total += len(file.original_filename) + file.size
    measure.stop(count, total)
sys.stdout.flush()
