"""Everything of one scenario, stated a second time from SPEC.md alone.

Reads lines of JSON on standard input, answers each with one: first {"table": [...]}, then one scenario of given
inputs a line.
"""

import json
import sys

from capital import resale_of
from headlines import (
    contracted_share, decision_of, exposure_of, first_year, flows_of, next_card, npv_of, outlay_of,
    payback_months, performance_of, rates_of,
)  # fmt: skip
from power import wall_watts
from prices import exit_rents, levelized, power_floor, shutdown_price
from resolved import FLAT_TOKEN, NO_SUBSIDY, resolve
from statement import statement_of


def professional_site(s):
    """N11."""
    return {
        **s,
        "tariffKind": "flat",
        "tariffCurrency": "USD",
        "flatTariffPerKwh": s["referenceTariffUsdPerKwh"],
        "coolingKind": "site",
        "pueRatio": s["referencePueRatio"],
        "rentalUtilizationRatio": s["referenceUtilizationRatio"],
        "uptimeRatio": s["referenceUptimeRatio"],
        "offeredWeek": "O" * 168,
        "baseline": "off",
        "solarSurplus": "none",
        "demandCharge": "none",
        "rampUpMonths": 0,
        "contracts": "",
        "heatUse": "not used",
        "labourHoursPerMonth": 0,
        "fixedOperatingUsdPerMonth": 0,
        "colocationUsdPerMonth": 0,
        "insuranceUsdPerMonth": 0,
        "fixedChargePerMonth": 0,
    }


def answer_of(given, table):
    s = resolve(given, table, end=1)
    statement = statement_of(s)
    rows = statement["rows"]
    resale, unworn = resale_of(s, rows), resale_of(s, rows, worn=False)
    outlay = outlay_of(s, resale)
    flat = {**s, **FLAT_TOKEN}
    bare = {**flat, **NO_SUBSIDY}
    best = resolve(given, table, end=0)
    flows = flows_of(s, statement)
    answer = {
        **statement,
        "horizonMonths": s["horizonMonths"],
        "wallRented": wall_watts(s, "rented"),
        "wallIdle": wall_watts(s, "idle"),
        "resale": resale,
        "unwornResale": unworn,
        "outlayUsd": outlay,
        "flows": flows,
        "rates": rates_of(flows),
        "npvUsd": npv_of(s, statement),
        "usageOnlyUsd": npv_of(bare, statement_of(bare)),
        "withSubsidyUsd": npv_of(flat, statement_of(flat)),
        "netUsdPerMonth": first_year(s, statement),
        "netBeforeTaxUsdPerMonth": first_year(s, statement, "netBeforeTaxUsd"),
        "netUsdPerMonthAtBest": first_year(best, statement_of(best)),
        "paybackMonths": payback_months(s, outlay, rows),
        "worstMonthUsd": min(row["bankedUsd"] for row in rows[: s["horizonMonths"]]),
        "decision": decision_of(s, rows),
        "contractedShare": contracted_share(s, rows),
        "exposure": exposure_of(s, rows),
        "performance": performance_of(s, statement),
        "nextCard": next_card(given, table, s, statement),
        "taxOnFallenTokensUsd": s["taxRateRatio"] * statement["fallenUsd"] if s["taxTreatment"] == "taxed" else None,
        "powerFloor": power_floor(s),
        "exitRents": exit_rents(s, rows, resale),
        "probes": {},
    }
    answer["shutdownUsdPerGpuHour"] = shutdown_price(s, rows, answer["powerFloor"])
    if outlay is not None:
        real = (1 + s["discountRatePerYear"]) / (1 + s["inflationPerYear"]) - 1
        untaxed = outlay_of(s, resale, taxed=False)
        answer["levelized"] = [levelized(s, rows, untaxed, resale, rate) for rate in (None, real)]
    # Prices that the engine found: here only put in, to see what the target then is.
    probed = {"fullCost": (bare, "npv"), "site": (professional_site(bare), "npv")}
    for name, price in given.get("probes", {}).items():
        base, target = probed.get(name, (s, "net"))
        at = {**base, "priceUsdPerGpuHour": price}
        of = statement_of(at)
        answer["probes"][name] = npv_of(at, of) if target == "npv" else first_year(at, of, "netBeforeTaxUsd")
    return answer


if __name__ == "__main__":
    table = json.loads(sys.stdin.readline())["table"]
    for line in sys.stdin:
        print(json.dumps(answer_of(json.loads(line), table)), flush=True)
