"""Card value, outlay, loan, collateral, depreciation (W, K, TX5), stated a second time from SPEC.md alone."""

from calendar_rules import rows_of

MACRS = {  # IRS Publication 946, Table A-1, half-year convention, in percent
    3: [33.33, 44.45, 14.81, 7.41],
    5: [20, 32, 19.2, 11.52, 11.52, 5.76],
    7: [14.29, 24.49, 17.49, 12.49, 8.93, 8.92, 8.93, 4.46],
    15: [5, 9.5, 8.55, 7.7, 6.93, 6.23, 5.9, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 2.95],
}


def share_at_age(points, age):
    """W5: linear between points, held beyond them."""
    if age <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if age <= x1:
            return y0 + (y1 - y0) * (age - x0) / (x1 - x0)
    return points[-1][1]


def resale_of(s, rows, worn=True):
    """W1, W2, W5: what selling all cards after t months brings, t from 0 to the horizon; None where unknown."""
    today, later = s["resaleTodayUsdPerGpu"], s["resaleIn12MonthsUsdPerGpu"]
    curve = rows_of(s["resaleCurve"])
    if today is None or (later is None and not curve):
        return None
    wear = (s["wearPer1000LoadHoursRatio"] or 0) if worn else 0
    values, load_hours = [], 0.0
    for t in range(s["horizonMonths"] + 1):
        if curve:
            age = s["cardAgeMonths"]
            aged = today * share_at_age(curve, age + t) / share_at_age(curve, age)
        else:
            aged = today * (later / today) ** (t / 12) if today > 0 else 0
        values.append(aged * max(s["scrapRatio"], 1 - wear * load_hours / 1000) * s["gpuCount"])
        if t < s["horizonMonths"]:
            load_hours += rows[t]["rentedGpuHours"] / s["gpuCount"]
    return values


def cost_to_depreciate(s):
    """TX5; None where the purchase price is unknown."""
    each = s["purchaseUsdPerGpu"] if s["ownership"] == "to buy" else s["taxBookUsdPerGpu"]
    return None if each is None else each * s["gpuCount"]


def allowances(s, years):
    """TX5: depreciation of tax year 1, 2, ... `years`."""
    cost, method = cost_to_depreciate(s), s["depreciationMethod"]
    if cost is None or method == "none":
        return [0.0] * years
    n = s["depreciationYears"]
    if method == "macrs":
        table = [cost * percent / 100 for percent in MACRS[n]]
        return (table + [0.0] * years)[:years]
    salvage, book, result = s["salvageRatio"] * cost, cost, []
    for year in range(1, years + 1):
        left = n - year + 1
        if method == "declining":  # TX5 gives it no last year but salvage
            allowance = book / n
        elif left <= 0:
            allowance = 0.0
        elif method == "straight line":
            allowance = (cost - salvage) / n
        elif method == "sum of years":
            allowance = (cost - salvage) * left / (n * (n + 1) / 2)
        else:
            allowance = max(book * 2 / n, (book - salvage) / left)
        allowance = min(allowance, book - salvage)
        book -= allowance
        result.append(allowance)
    return result


def loan_of(s):
    """K7: [(payment, of which interest)] for the months of work."""
    if s["loanKind"] == "none":
        return [(0.0, 0.0)] * s["horizonMonths"]
    n, i, balance = s["loanMonths"], s["loanRatePerYear"] / 12, s["loanUsd"]
    payment = balance * i / (1 - (1 + i) ** -n) if i > 0 else balance / n
    result = []
    for month in range(1, s["horizonMonths"] + 1):
        if month > n:
            result.append((0.0, 0.0))
            continue
        interest = balance * i
        balance -= payment - interest
        rest = balance if month == s["horizonMonths"] else 0.0
        result.append((payment + rest, interest))
    return result


def collateral_worth(s, row):
    """S5, K5: of the whole collateral at the token's price at the end of a month."""
    if s["collateralKind"] == "none":
        return 0.0
    if s["collateralKind"] == "cash":
        return s["collateralUsd"]
    return s["collateralUsd"] / s["tokenPriceUsd"] * row["tokenPrice"]


def collateral_back(s, months, rows):
    """K5, B11: by month."""
    back = [0.0] * len(months)
    stops = s["networkStopsAfterMonths"]
    if s["collateralKind"] == "none" or 0 < stops <= s["horizonMonths"]:
        return back
    free = rows[s["horizonMonths"] - 1]["lastDay"] + s["unbondingDays"]
    index = next(i for i, row in enumerate(rows) if row["lastDay"] >= free)
    fee = s["exchangeFeeRatio"] if s["collateralKind"] == "token" else 0
    back[index] = collateral_worth(s, rows[index]) * (1 - fee)
    return back
