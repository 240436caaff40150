"""Watts, tariff, cooling and heat (E), stated a second time from SPEC.md alone."""

from calendar_rules import offered_hours, rows_of


def wall_watts(s, state):
    """E1 to E3: (watts at the wall, estimated)."""
    if s["powerBasis"] == "wall":
        return s["wallRentedWatts" if state == "rented" else "wallIdleWatts"], False
    board, host = (
        (s["rentedBoardWatts"], s["hostRentedWatts"])
        if state == "rented"
        else (s["idleBoardWatts"], s["hostIdleWatts"])
    )
    dc = s["gpuCount"] * board + host
    load = dc / s["psuRatedWatts"]
    if load > 1:
        raise ValueError("overloaded")
    points = [(p / 100, s[f"psuEfficiencyAt{p}Ratio"]) for p in (10, 20, 50, 100)]
    efficiency = points[0][1]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if x0 <= load <= x1:
            efficiency = y0 + (y1 - y0) * (load - x0) / (x1 - x0)
    watts = s["calibrationSlopeRatio"] * dc / efficiency + s["calibrationOffsetWatts"]
    return max(0.0, watts), load < 0.1


def usd_of_tariff(s, month):
    """E7, E9: USD per unit of tariff currency in a month, with the yearly change."""
    rate = 1 if s["tariffCurrency"] == "USD" else s["tariffCurrencyUsd"]
    return rate * (1 + s["tariffYearlyChangeRatio"]) ** (month["index"] / 12)


def hourly_prices(s, month, tier_mean):
    """E8, P1: [(USD per kWh, hours of the month)] over offered hours; tiers count at the month's mean price."""
    if s["tariffKind"] == "tiered":
        return [(tier_mean, count) for _, count in offered_hours(s, month)]
    unit = usd_of_tariff(s, month)
    if s["tariffKind"] == "flat":
        return [(s["flatTariffPerKwh"] * unit, count) for _, count in offered_hours(s, month)]
    second = s["secondTariffMonths"][month["month"] - 1] == "1"
    week = s["secondTariffWeek" if second else "tariffWeek"]
    price = {"L": s["lowTariffPerKwh"], "M": s["middleTariffPerKwh"], "H": s["highTariffPerKwh"]}
    return [(price[week[hour]] * unit, count) for hour, count in offered_hours(s, month)]


def by_month_of_year(rows, month):
    return sum(row[1] for row in rows if row[0] == month["month"])


def bill(tiers, kwh):
    """E12: the kWh within each tier times its price."""
    total = 0.0
    for index, (begins, price) in enumerate(tiers):
        ends = tiers[index + 1][0] if index + 1 < len(tiers) else float("inf")
        total += max(0.0, min(kwh, ends) - begins) * price
    return total


def energy_cost(s, month, kwh):
    """E7, E11, E12: (USD for the rig's and the cooling's kWh together, mean price of the grid's kWh)."""
    unit = usd_of_tariff(s, month)
    from_roof = 0.0
    if s["solarSurplus"] == "used first" and kwh > 0:
        from_roof = min(kwh, by_month_of_year(rows_of(s["solarSurplusKwhByMonth"]), month))
    cost = from_roof * s["feedInPerKwh"] * unit if from_roof else 0.0
    grid = kwh - from_roof
    if s["tariffKind"] == "tiered":
        tiers = rows_of(s["tariffTiers"])
        house = by_month_of_year(rows_of(s["houseKwhByMonth"]), month)
        more = (bill(tiers, house + grid) - bill(tiers, house)) * unit
        ends_in = [price for begins, price in tiers if begins <= house][-1]
        return cost + more, more / grid if grid != 0 else ends_in * unit
    prices = hourly_prices(s, month, None)
    mean = sum(price * count for price, count in prices) / sum(count for _, count in prices)
    return cost + grid * mean, mean


def cooling_ratio(s, month):
    """E6: kWh of cooling per kWh of the rig."""
    if s["coolingKind"] == "room" and s["coolingMonths"][month["month"] - 1] == "1":
        return s["heatRemovedRatio"] / s["coolingCop"]
    return s["pueRatio"] - 1 if s["coolingKind"] == "site" else 0.0


def peak_charge(s, month, rented_watts, idle_watts, watts_factor, up_hours):
    """E13: what the rig adds to the charge for the month's peak, USD."""
    if s["demandCharge"] == "none" or up_hours == 0:
        return 0.0
    with_cooling = (1 + cooling_ratio(s, month)) / 1000
    rig = rented_watts * watts_factor * with_cooling
    if s["baseline"] == "on anyway":
        rig = max(0, rig - idle_watts * with_cooling)
    offered, other = s["housePeakOfferedKw"], s["housePeakOtherKw"]
    added = max(offered + rig, other) - max(offered, other)
    return s["demandChargePerKw"] * added * usd_of_tariff(s, month)


def heat_usd(s, month, kwh):
    """E14: the fuel that the rig's heat saves."""
    if s["heatUse"] == "not used" or s["heatingMonths"][month["month"] - 1] == "0":
        return 0.0
    return kwh * s["heatUsefulRatio"] * s["fuelUsdPerKwh"] / s["heaterEfficiencyRatio"]
