import os
import sys

from measure import Measure

with Measure() as measure:
    from pyuploadcare import Uploadcare

    client = Uploadcare(
        public_key=os.environ["PUBLIC_KEY"],
        secret_key=os.environ["SECRET_KEY"],
        api_base=os.environ["API_BASE"],
    )
    measure.start()
    count = total = 0
    for file in client.list_files(request_limit=1000):
        count += 1
        total += len(file.filename) + file.size
    measure.stop(count, total)
sys.stdout.flush()
