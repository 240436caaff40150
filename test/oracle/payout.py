"""From earned to banked, day by day (B), stated a second time from SPEC.md alone."""

from calendar_rules import product_until, rows_of
from venue import sale_of


def is_payout_day(s, month, date):
    if s["payoutCadence"] == "weekly":
        return (month["firstWeekday"] + date - 1) % 7 == int(s["payoutWeekday"])
    return s["payoutCadence"] == "daily" or date == s["payoutMonthDay"]


def token_price(s, month, day):
    """B3, B10."""
    if s["payoutCurrency"] != "token":
        return 0.0
    jumps = product_until(rows_of(s["tokenPriceJumps"]), month["number"])
    return s["tokenPriceUsd"] * (1 + s["tokenYearlyChangeRatio"]) ** (day / 365) * jumps


def take_oldest(lots, tokens):
    """B12: the value on the paid day of the oldest `tokens` of the lots, which lose them."""
    value = 0.0
    while lots and tokens > 0:
        amount, worth = lots[0]
        if amount <= tokens * (1 + 1e-12):
            value += worth
            tokens -= amount
            lots.pop(0)
        else:
            value += worth * tokens / amount
            lots[0] = [amount - tokens, worth * (1 - tokens / amount)]
            tokens = 0
    return value


class Pipeline:
    """All that is owed or held, in dollars and in tokens."""

    def __init__(self):
        self.balance = [0.0, 0.0]
        self.to_credit, self.held, self.under_way = {}, {}, {}  # by day
        self.waiting = 0.0  # tokens that are free and unsold
        self.lots = []

    def owed(self):
        """Everything but money under way: (dollars, tokens)."""
        parts = [self.balance, *self.to_credit.values(), *self.held.values()]
        return sum(c for c, _ in parts), sum(t for _, t in parts) + self.waiting

    def owed_usd(self, price):
        cash, tokens = self.owed()
        return cash + tokens * price

    def worth(self, price):
        return self.owed_usd(price) + sum(self.under_way.values())


def payouts_of(s, months, works):
    """B: for each month the income lines, the bridge and what the tax office sees; the tokens' account."""
    token = s["payoutCurrency"] == "token"
    usage_in_tokens = token and s["usageDenomination"] == "token"
    last_credit_day = sum(month["days"] for month in months if month["works"]) + s["creditDelayDays"]
    end = sum(month["days"] for month in months)
    stops = s["networkStopsAfterMonths"] if s["networkStopsAfterMonths"] <= s["horizonMonths"] else 0
    every = s["saleEveryDays"] if token else 0
    pipe = Pipeline()
    account = dict.fromkeys(["accrued", "sold", "forFees", "lost"], 0.0)
    fallen, first_cash_day, before, day, rows = 0.0, None, None, 0, []

    for month, work in zip(months, works):
        row = dict.fromkeys(
            ["usageUsd", "subsidyUsd", "platformFeeUsd", "paymentFeeUsd", "withdrawalFeeUsd", "saleCostUsd",
             "downtimeCreditUsd", "lostUsd", "revaluationUsd", "bankedIncomeUsd", "taxableUsd"], 0.0,
        )  # fmt: skip
        for date in range(1, month["days"] + 1):
            price = token_price(s, month, day)
            if before not in (None, price):
                row["revaluationUsd"] += pipe.owed()[1] * (price - before)
            before = price

            cash, tokens = pipe.to_credit.pop(day, (0.0, 0.0))
            pipe.balance = [pipe.balance[0] + cash, pipe.balance[1] + tokens]
            worth, fee = pipe.balance[0] + pipe.balance[1] * price, s["withdrawalFeeUsd"]
            if is_payout_day(s, month, date):
                if worth >= s["minimumPayoutUsd"] and worth > fee:
                    paid = [pipe.balance[0] - fee, 0.0]
                    if token:
                        account["accrued"] += pipe.balance[0] / price
                        account["forFees"] += fee / price
                        paid = [0.0, pipe.balance[1] + (pipe.balance[0] - fee) / price]
                        pipe.lots.append([paid[1], worth - fee])
                    pipe.held[day + s["holdDays"]] = paid
                    row["withdrawalFeeUsd"] -= fee
                    row["taxableUsd"] += worth - fee
                    pipe.balance = [0.0, 0.0]
                elif day >= last_credit_day:
                    row["lostUsd"] += worth
                    account["lost"] += pipe.balance[1]
                    pipe.balance = [0.0, 0.0]

            cash, tokens = pipe.held.pop(day, (0.0, 0.0))
            if cash != 0:
                pipe.under_way[day + s["transferDays"]] = cash
            pipe.waiting += tokens
            arrives = day + s["transferDays"]
            if pipe.waiting > 0 and (every == 0 or day % every == 0) and arrives < end:
                offered = pipe.waiting
                taken, proceeds = sale_of(s, offered, price)
                pipe.waiting = offered - taken if taken < offered else 0.0
                value = take_oldest(pipe.lots, taken)
                account["sold"] += taken
                fallen += max(0, value - proceeds)
                row["taxableUsd"] += proceeds - value
                row["saleCostUsd"] -= taken * price - proceeds
                pipe.under_way[arrives] = pipe.under_way.get(arrives, 0.0) + proceeds
            arrived = pipe.under_way.pop(day, 0.0)
            row["bankedIncomeUsd"] += arrived
            if arrived > 0 and first_cash_day is None:
                first_cash_day = day

            if work:
                share = 1 / month["days"]
                gross_tokens = work["usage"] / s["tokenPriceUsd"] * share if usage_in_tokens else 0.0
                gross = gross_tokens * price if usage_in_tokens else work["usage"] * share
                keep = 1 - work["platformShare"] - work["paymentShare"]
                tokens = gross_tokens * keep + work["subsidyTokens"] * share
                cash = (0.0 if usage_in_tokens else gross * keep) + work["subsidyUsd"] * share
                row["usageUsd"] += gross
                row["platformFeeUsd"] -= gross * work["platformShare"]
                row["paymentFeeUsd"] -= gross * work["paymentShare"]
                row["downtimeCreditUsd"] -= gross * work["creditShare"]
                row["subsidyUsd"] += (work["subsidyUsd"] + work["subsidyTokens"] * price) * share
                account["accrued"] += tokens
                pipe.to_credit[day + 1 + s["creditDelayDays"]] = [cash, tokens]
            day += 1

        if month["index"] + 1 == stops:
            lose_what_is_owed(pipe, price, row, account)
        if day == end and pipe.owed()[1] > 0:
            lose_what_is_owed(pipe, price, row, account)
        row["tokenPrice"] = price
        row["lastDay"] = day - 1
        row["pipelineUsd"] = pipe.worth(price)
        row["owedUsd"] = pipe.owed_usd(price)
        rows.append(row)
    return {"rows": rows, "firstCashDay": first_cash_day, "tokens": account, "fallenUsd": fallen}


def lose_what_is_owed(pipe, price, row, account):
    """B9, B11, TX1: what was paid, and so taxed, and is lost lowers the tax."""
    row["lostUsd"] += pipe.owed_usd(price)
    account["lost"] += pipe.owed()[1]
    row["taxableUsd"] -= sum(value for _, value in pipe.lots) + sum(cash for cash, _ in pipe.held.values())
    pipe.balance, pipe.to_credit, pipe.held, pipe.waiting, pipe.lots = [0.0, 0.0], {}, {}, 0.0, []
