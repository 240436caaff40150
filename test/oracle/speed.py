"""How long one statement with NPV and IRR takes here: {"given", "table", "times"} in, milliseconds each out."""
import json
import sys
import time

from headlines import flows_of, npv_of, rates_of
from resolved import resolve
from statement import statement_of

request = json.load(sys.stdin)
started = time.perf_counter()
for _ in range(request["times"]):
    scenario = resolve(request["given"], request["table"], end=1)
    statement = statement_of(scenario)
    npv_of(scenario, statement)
    rates_of(flows_of(scenario, statement))
print(1000 * (time.perf_counter() - started) / request["times"])
