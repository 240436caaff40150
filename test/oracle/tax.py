"""Tax set aside, tax paid, and the tax on selling the cards (TX), stated a second time from SPEC.md alone."""

from capital import allowances, cost_to_depreciate


def book_value(s, years):
    """TX5: after the allowances of tax years 1 to `years`."""
    return cost_to_depreciate(s) - sum(allowances(s, years))


def tax_on_sale(s, price, years):
    """TX6: of selling the cards for `price`, after the cost of selling."""
    if s["taxTreatment"] == "before tax":
        return 0.0
    tax = s["taxRateRatio"] * (price - book_value(s, years))
    return tax if s["lossTreatment"] == "refunded" else max(0, tax)


def tax_of(s, taxable, carried):
    """TX2: (tax, losses carried on)."""
    if s["lossTreatment"] == "refunded":
        return s["taxRateRatio"] * taxable, 0.0
    return s["taxRateRatio"] * max(0, taxable - carried), max(0, carried - taxable)


def taxes_of(s, months, taxable, card_price):
    """TX3, TX4: by month, (the line, what is paid). `taxable` is before depreciation; card_price after its cost."""
    if s["taxTreatment"] == "before tax":
        return [0.0] * len(months), [0.0] * len(months)
    line, paid = [0.0] * len(months), [0.0] * len(months)
    first = months[0]["year"]
    last_of_work = months[s["horizonMonths"] - 1]["year"]
    allowed = allowances(s, last_of_work - first + 1)
    carried = carried_with_card = 0.0
    for year in range(first, months[-1]["year"] + 1):
        of_year = [month for month in months if month["year"] == year]
        worked = sum(month["works"] for month in of_year)
        so_far = set_aside = 0.0
        for month in of_year:
            so_far += taxable[month["index"]]
            if month["works"]:
                so_far -= allowed[year - first] / worked
            owed = tax_of(s, so_far, carried)[0]
            line[month["index"]] = -(owed - set_aside)
            set_aside = owed
        carried = tax_of(s, so_far, carried)[1]
        if year == last_of_work and card_price is not None:
            so_far += card_price - book_value(s, len(allowed))
        whole, carried_with_card = tax_of(s, so_far, carried_with_card)
        due = next(
            (m for m in months if m["year"] == year + 1 and m["month"] == s["taxPaymentMonth"]),
            months[-1],
        )
        paid[due["index"]] += whole
    return line, paid
