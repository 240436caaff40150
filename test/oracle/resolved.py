"""From what was given to what is computed with (I3, I4, I5), stated a second time from SPEC.md alone."""

RANGES = {  # I3: key -> (good end, bad end)
    "platformFeeRatio": (0, 0.3),
    "minimumPayoutUsd": (0, 100),
    "holdDays": (0, 30),
    "withdrawalFeeUsd": (0, 10),
}
NO_SUBSIDY = dict.fromkeys(
    [
        "subsidyUsdPerRentedGpuHour",
        "subsidyUsdPerUpGpuHour",
        "subsidyTokensPerRentedGpuHour",
        "subsidyTokensPerUpGpuHour",
        "emissionTokensPerMonth",
    ],
    0,
)
FLAT_TOKEN = {"tokenYearlyChangeRatio": 0, "tokenPriceJumps": ""}  # V5


def resolve(given, table, end):
    """I3 to I5: what nobody gave is assumed, ranged, estimated or unknown; what does not apply stays as assumed."""
    s = {row["key"]: row["assumed"] for row in table}
    for row in table:
        if all(given.get(when["key"], s[when["key"]]) in when["is"] for when in row.get("appliesWhen", [])):
            s[row["key"]] = given.get(row["key"], s[row["key"]])
    for key, ends in RANGES.items():
        if s[key] is None:
            s[key] = ends[end]
    if s["powerBasis"] == "board":
        if s["rentedBoardWatts"] is None:
            s["rentedBoardWatts"] = 0.85 * s["gpuBoardLimitWatts"]
        if s["psuRatedWatts"] is None:
            dc = s["gpuCount"] * s["rentedBoardWatts"] + s["hostRentedWatts"]
            s["psuRatedWatts"] = max(50, dc / 0.6)  # the smallest supply of the table is 50 W
        if s["psuEfficiencyAt10Ratio"] is None:
            s["psuEfficiencyAt10Ratio"] = s["psuEfficiencyAt20Ratio"]
    if s["replacementUsdPerGpu"] is None:
        s["replacementUsdPerGpu"] = s["resaleTodayUsdPerGpu"]
    return s
