"""Dated flows, returns and headlines (K, N, TX6), stated a second time from SPEC.md alone."""

import math

from capital import collateral_worth, cost_to_depreciate, resale_of
from power import cooling_ratio, wall_watts
from calendar_rules import months_of
from resolved import resolve
from statement import card_price_of, statement_of
from tax import tax_on_sale


def discounted(s, day, amount, rate=None):
    return amount / (1 + (s["discountRatePerYear"] if rate is None else rate)) ** (day / 365)


def tax_years(rows, month):
    """TX5: the tax year that month number `month` (from 1) lies in; 0 is now."""
    return rows[month - 1]["year"] - rows[0]["year"] + 1 if month > 0 else 0


def outlay_of(s, resale, taxed=True):
    """K1: None where capital is left out."""
    if resale is None:
        return None
    if s["ownership"] == "to buy":
        return cost_to_depreciate(s)
    price = resale[0] * (1 - s["saleCostRatio"])
    return price - (tax_on_sale(s, price, 0) if taxed else 0)


def staked(s):
    """K6: the loan's draw less the collateral."""
    draw = s["loanUsd"] if s["loanKind"] != "none" else 0
    return draw - (s["collateralUsd"] if s["collateralKind"] != "none" else 0)


def flows_of(s, statement):
    """K2, K6: [day, amount]; day 0 first."""
    rows = statement["rows"]
    outlay = outlay_of(s, resale_of(s, rows))
    flows = [[0, staked(s) - (outlay or 0)], *([row["lastDay"], row["bankedUsd"]] for row in rows)]
    if outlay is not None:
        flows.append([rows[s["horizonMonths"] - 1]["lastDay"], card_price_of(s, rows)])
    return flows


def npv_of(s, statement):
    """K3."""
    return sum(discounted(s, day, amount) for day, amount in flows_of(s, statement))


def rates_of(flows):
    """N5, Y3: every yearly rate at which the flows are worth nothing, by steps in log growth and bisection."""
    worth = lambda x: sum(amount * math.exp(-x * day / 365) for day, amount in flows)
    low, high, steps = math.log(1e-6), math.log(1e6), 500
    points = [low + (high - low) * i / steps for i in range(steps + 1)]
    values = [worth(x) for x in points]
    rates = []
    for a, b, at_a, at_b in zip(points, points[1:], values, values[1:]):
        if at_a == 0 or (at_a < 0) == (at_b < 0):
            continue
        for _ in range(60):
            middle = (a + b) / 2
            a, b = (middle, b) if (worth(middle) < 0) == (at_a < 0) else (a, middle)
        rates.append(math.expm1(a))
    return rates


def year_of(s, rows):
    return rows[: min(12, s["horizonMonths"])]


def first_year(s, statement, key="netUsd"):
    """N1."""
    rows = year_of(s, statement["rows"])
    return sum(row[key] for row in rows) / len(rows)


def payback_months(s, outlay, rows):
    """K4: the earliest moment from which cumulative banked cash never falls below zero again."""
    if outlay is None:
        return None
    sums = [staked(s) - outlay]
    for row in rows:
        sums.append(sums[-1] + row["bankedUsd"])
    if sums[-1] < 0:
        return None
    below = [index for index, amount in enumerate(sums) if amount < 0]
    if not below:
        return 0
    last = below[-1]
    return last + -sums[last] / (sums[last + 1] - sums[last])


def decision_of(s, rows):
    """N6, N7, TX6."""
    worn, unworn = resale_of(s, rows), resale_of(s, rows, worn=False)
    if s["ownership"] != "owned" or worn is None:
        return None
    horizon = s["horizonMonths"]

    def sold(price, month):
        after_cost = price * (1 - s["saleCostRatio"])
        return after_cost - tax_on_sale(s, after_cost, tax_years(rows, month))

    last = rows[horizon - 1]["lastDay"]
    worth, values = staked(s), [sold(worn[0], 0)]
    for k in range(1, horizon + 1):
        row = rows[k - 1]
        worth += discounted(s, row["lastDay"], row["bankedUsd"])
        values.append(worth + discounted(s, row["lastDay"], row["pipelineUsd"] + sold(worn[k], k)))
    run = staked(s) + sum(discounted(s, row["lastDay"], row["bankedUsd"]) for row in rows)
    run += discounted(s, last, worn[-1] * (1 - s["saleCostRatio"]))  # its tax is in what is banked (TX4)
    values[-1] = run
    return {
        "runUsd": run,
        "sellUsd": values[0],
        "leaveUsd": discounted(s, last, sold(unworn[-1], horizon)),
        "valueAfterMonths": values,
    }


def contracted_share(s, rows):
    """N8: None without usage."""
    usage = sum(row["usageUsd"] for row in year_of(s, rows))
    contracted = sum(row["usageUsd"] * row["contractShare"] for row in year_of(s, rows))
    return contracted / usage if usage > 0 else None


def exposure_of(s, rows):
    """N8: what the network owes or holds at the end of each month of work; collateral it takes then is still counted."""
    stops = s["networkStopsAfterMonths"]
    locked = range(stops if 0 < stops <= s["horizonMonths"] else s["horizonMonths"])
    exposed = []
    for index, row in enumerate(rows[: s["horizonMonths"]]):
        is_locked = index in locked and row["collateralBackUsd"] == 0
        exposed.append(row["owedUsd"] + (collateral_worth(s, row) if is_locked else 0))
    mean = sum(exposed) / len(exposed)
    chance = s["defaultProbabilityPerYear"]
    return {
        "greatestUsd": max(exposed),
        "meanUsd": mean,
        "expectedLossUsdPerYear": None if chance is None else mean * chance,
    }


def performance_of(s, statement):
    """N9: (net per wall watt, net per TFLOP-hour)."""
    hours = first_year(s, statement, "rentedGpuHours")
    net, watts, speed = first_year(s, statement), wall_watts(s, "rented")[0], s["teraflopsPerGpu"]
    per_watt = net / watts if watts > 0 else None
    return per_watt, None if speed is None or hours == 0 else net / (hours * speed)


def next_card(given, table, s, statement):
    """N10: net added a month, or the limit by name; an estimated supply is estimated anew."""
    more = resolve({**given, "gpuCount": s["gpuCount"] + 1}, table, end=1)
    try:
        watts = wall_watts(more, "rented")[0]
    except ValueError:
        return {"limit": "supply"}
    cooled = watts * (1 + max(cooling_ratio(s, month) for month in months_of(s) if month["works"]))
    if s["circuitWatts"] is not None and cooled > s["circuitWatts"]:
        return {"limit": "circuit"}
    if s["coolingCapacityWatts"] is not None and watts > s["coolingCapacityWatts"]:
        return {"limit": "room"}
    return {"netUsd": first_year(more, statement_of(more)) - first_year(s, statement)}
