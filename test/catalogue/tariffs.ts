/** Tariffs: the newest average found for each place, in its own currency per kWh. */
import type { CatalogueTariff } from '../../shared/catalogue.ts'
import type { EvidenceClass } from '../../shared/figure.ts'
import type { ReferenceFacts, TariffTable } from './facts.ts'

const stateNames: Readonly<Record<string, string>> = {
  AL: 'Alabama',
  AK: 'Alaska',
  AZ: 'Arizona',
  AR: 'Arkansas',
  CA: 'California',
  CO: 'Colorado',
  CT: 'Connecticut',
  DE: 'Delaware',
  DC: 'District of Columbia',
  FL: 'Florida',
  GA: 'Georgia',
  HI: 'Hawaii',
  ID: 'Idaho',
  IL: 'Illinois',
  IN: 'Indiana',
  IA: 'Iowa',
  KS: 'Kansas',
  KY: 'Kentucky',
  LA: 'Louisiana',
  ME: 'Maine',
  MD: 'Maryland',
  MA: 'Massachusetts',
  MI: 'Michigan',
  MN: 'Minnesota',
  MS: 'Mississippi',
  MO: 'Missouri',
  MT: 'Montana',
  NE: 'Nebraska',
  NV: 'Nevada',
  NH: 'New Hampshire',
  NJ: 'New Jersey',
  NM: 'New Mexico',
  NY: 'New York',
  NC: 'North Carolina',
  ND: 'North Dakota',
  OH: 'Ohio',
  OK: 'Oklahoma',
  OR: 'Oregon',
  PA: 'Pennsylvania',
  RI: 'Rhode Island',
  SC: 'South Carolina',
  SD: 'South Dakota',
  TN: 'Tennessee',
  TX: 'Texas',
  UT: 'Utah',
  VT: 'Vermont',
  VA: 'Virginia',
  WA: 'Washington',
  WV: 'West Virginia',
  WI: 'Wisconsin',
}

const europeanNames: Readonly<Record<string, string>> = {
  EU: 'European Union (average)',
  BE: 'Belgium',
  BG: 'Bulgaria',
  DE: 'Germany',
  DK: 'Denmark',
  HU: 'Hungary',
  IE: 'Ireland',
  MT: 'Malta',
}

/** Hundredths of a currency per kWh, or currency per 100 kWh, to four places: no digits that were not there. */
const perKwh = (hundredths: number): number => Number((hundredths / 100).toFixed(4))

function tariff(
  place: { id: string; place: string; currency: 'USD' | 'EUR' },
  hundredths: number,
  said: { source: string; asOf: string; class: EvidenceClass; period: string; note: string },
): CatalogueTariff {
  return {
    ...place,
    pricePerKwh: {
      value: perKwh(hundredths),
      low: null,
      high: null,
      unit: 'currencyUnitsPerKwh',
      source: said.source,
      asOf: said.asOf,
      class: said.class,
    },
    period: said.period,
    note: said.note,
  }
}

function american(electricity: ReferenceFacts['electricity']): CatalogueTariff[] {
  const official = electricity.usStatesResidentialCentsPerKwh2023
  const newer = electricity.usStatesResidentialCentsPerKwhNewer
  const average = electricity.usResidentialAverageCentsPerKwh
  const monthsNotStated = {
    source: newer.source,
    asOf: newer.asOf,
    class: 'weak-third-party',
    period: 'early 2026, month not stated',
  } as const
  const states = Object.entries(official.values).map(([code, cents]) => {
    const name = stateNames[code]
    if (!name) throw new Error(`No name for the state ${code}`)
    const place = { id: `us-${code.toLowerCase()}`, place: `US: ${name}`, currency: 'USD' } as const
    const recent = newer.values[code]
    return recent === undefined
      ? tariff(place, cents, {
          source: official.source,
          asOf: '2023',
          class: 'third-party',
          period: '2023',
          note: 'Official average of homes; prices in the US have risen by about 17 % since: type your own',
        })
      : tariff(place, recent, {
          ...monthsNotStated,
          note: `Average of homes in a copy of official data; the official average of 2023 was $${perKwh(cents)}`,
        })
  })
  const whole = tariff({ id: 'us', place: 'United States (average)', currency: 'USD' }, average.value, {
    ...monthsNotStated,
    note: 'Average of homes in a copy of official data',
  })
  return [whole, ...states]
}

function europeanTariffs(
  table: TariffTable,
  codes: readonly string[],
  period: string,
  note: string,
): CatalogueTariff[] {
  return codes.map((code) => {
    const name = europeanNames[code]
    const price = table.values[code]
    if (!name || price === undefined) throw new Error(`No name or price for ${code}`)
    return tariff({ id: code.toLowerCase(), place: name, currency: 'EUR' }, price, {
      source: table.source,
      asOf: table.asOf,
      class: 'weak-third-party',
      period,
      note,
    })
  })
}

function european(electricity: ReferenceFacts['electricity']): CatalogueTariff[] {
  const newest = electricity.euHouseholdEurPer100Kwh2025H1
  const before = electricity.euHouseholdEurPer100Kwh2024H2
  const onlyBefore = Object.keys(before.values).filter((code) => !(code in newest.values))
  return [
    ...europeanTariffs(
      newest,
      Object.keys(newest.values),
      '2025, first half',
      'Homes, taxes included, in a copy of Eurostat’s release',
    ),
    ...europeanTariffs(
      before,
      onlyBefore,
      '2024, second half',
      'Homes, taxes included, as a news page gives Eurostat’s figure',
    ),
  ]
}

export function catalogueTariffs(reference: ReferenceFacts): CatalogueTariff[] {
  return [...american(reference.electricity), ...european(reference.electricity)].toSorted((a, b) =>
    a.place < b.place ? -1 : 1,
  )
}
