"""The monthly statement, stated a second time: plain Python, written from SPEC.md alone (H, E, R, B, W, S, K, TX).

Not a copy of the engine: one scenario, one day after the other, Python's own powers and dates. A scenario is a
dict of resolved inputs, unknown ones None. Money is USD.
"""

from calendar_rules import months_of, rows_of
from capital import collateral_back, collateral_worth, cost_to_depreciate, loan_of, resale_of
from payout import payouts_of
from tax import taxes_of
from work import penalties, work_of

RUNNING_LINES = [
    "alternativeUsd", "heatCreditUsd", "electricityUsd", "coolingUsd", "fixedChargeUsd", "peakChargeUsd",
    "consumablesUsd", "trafficUsd", "fixedOperatingUsd", "labourUsd", "repairsUsd", "downtimeCreditUsd",
    "slashingUsd", "penaltyUsd",
]  # fmt: skip
LINES = [
    "usageUsd", "subsidyUsd", "platformFeeUsd", "paymentFeeUsd", *RUNNING_LINES,
    "withdrawalFeeUsd", "saleCostUsd", "taxUsd",
]  # fmt: skip
UNTAXED = ["labourUsd", "heatCreditUsd"]
OF_WORK = [
    "rentedGpuHours", "upGpuHours", "spotGpuHours", "rigKwh", "contractShare", "platformShare", "paymentShare",
    "creditShare",
]  # fmt: skip


def slashing(s, month, row):
    """S5."""
    stops = s["networkStopsAfterMonths"]
    if s["collateralKind"] == "none" or (stops > 0 and month["index"] >= stops):
        return 0.0
    share = s["slashingEventsPerYear"] * s["slashedShareRatio"] * month["days"] / 365
    return collateral_worth(s, row) * share


def card_price_of(s, rows):
    """K2: what selling the cards at the horizon brings; None where capital is left out."""
    resale = resale_of(s, rows)
    if resale is None or (s["ownership"] == "to buy" and cost_to_depreciate(s) is None):
        return None
    return resale[-1] * (1 - s["saleCostRatio"])


def statement_of(s):
    """S: rows by month, tail included, with the bridge (B6), and the tokens' account (B8)."""
    months = months_of(s)
    works = [work_of(s, month) if month["works"] else None for month in months]
    payouts = payouts_of(s, months, works)
    rows = payouts["rows"]
    for month, work, row in zip(months, works, rows):
        row |= work["lines"] if work else dict.fromkeys(set(RUNNING_LINES) - {"downtimeCreditUsd"}, 0.0)
        row |= {key: work[key] if work else 0.0 for key in OF_WORK}
        row["slashingUsd"] = -slashing(s, month, row) if work else 0.0
        row["penaltyUsd"] = -penalties(s, month) if work else 0.0
        row["dollarsPerListedDollar"] = row["usageUsd"] / work["usage"] if work and work["usage"] > 0 else 1.0
        row["month"] = f"{month['year']:04d}-{month['month']:02d}"
        row["year"] = month["year"]

    loan, back = loan_of(s), collateral_back(s, months, rows)
    replaced = {number: cost for number, cost, _, _ in rows_of(s["replacements"])}
    taxable = []
    for month, row in zip(months, rows):
        payment, interest = loan[month["index"]] if month["works"] else (0.0, 0.0)
        renewed = replaced.get(month["number"], 0.0) if month["works"] else 0.0
        row["loanUsd"], row["replacementUsd"], row["collateralBackUsd"] = -payment, -renewed, back[month["index"]]
        running = sum(row[key] for key in RUNNING_LINES if key not in UNTAXED)
        taxable.append(row["taxableUsd"] + running - interest)

    line, paid = taxes_of(s, months, taxable, card_price_of(s, rows))
    for index, row in enumerate(rows):
        row["taxUsd"], row["taxPaidUsd"] = line[index], paid[index]
        row["netUsd"] = sum(row[key] for key in LINES)
        row["netBeforeTaxUsd"] = row["netUsd"] - row["taxUsd"]
        row["capitalUsd"] = row["loanUsd"] + row["replacementUsd"] + row["collateralBackUsd"]
        running = sum(row[key] for key in RUNNING_LINES)
        row["bankedUsd"] = row["bankedIncomeUsd"] + running - row["taxPaidUsd"] + row["capitalUsd"]
    return payouts
