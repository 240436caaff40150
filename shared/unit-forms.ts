/**
 * How each unit is written by people and shown on screen: data for units.ts.
 * @see SPEC.md U1 and U2
 */
import type { Unit } from './figure.ts'

/** A written unit is the shown one times 10^power, or times a factor. */
export type Scale = { readonly power: number } | { readonly factor: number }

export type UnitForm = {
  /** `usd`: only US dollars; `any`: any one currency; `none`: naming a currency is an error. */
  readonly currency: 'usd' | 'any' | 'none'
  /** What may stand behind the number (spaces and hyphens left out, "per" as a slash). A bare number is always allowed. */
  readonly written: Readonly<Record<string, Scale>>
  readonly shownAs: {
    readonly prefix: string
    readonly one: string
    readonly many: string
    readonly inPercent: boolean
  }
  readonly example: string
}

/** No line may break between a number and its unit. */
const gap = '\u00a0'

function as(power: number, ...names: readonly string[]): Record<string, Scale> {
  return Object.fromEntries(names.map((name) => [name, { power }]))
}

function times(factor: number, ...names: readonly string[]): Record<string, Scale> {
  return Object.fromEntries(names.map((name) => [name, { factor }]))
}

function form(
  currency: UnitForm['currency'],
  example: string,
  shown: string | readonly [one: string, many: string],
  ...written: readonly Record<string, Scale>[]
): UnitForm {
  const [one, many] = typeof shown === 'string' ? [shown, shown] : shown
  const prefix = currency === 'usd' ? '$' : ''
  return {
    currency,
    example,
    shownAs: { prefix, one, many, inPercent: false },
    written: Object.assign({}, ...written),
  }
}

function percent(example: string, shown: string, ...names: readonly string[]): UnitForm {
  const plain = form('none', example, shown, as(-2, '%', 'percent', ...names))
  return { ...plain, shownAs: { ...plain.shownAs, inPercent: true } }
}

const perKwh = [as(0, '/kWh', '/kwh', '/KWh', '/KWH'), as(-3, '/MWh')]
const gpuHour = ['/GPUh', '/GPUhour', '/GPUhr', '/gpuh', '/gpuhour', '/gpuhr', '/h', '/hr', '/hour']
const perGpuHour = as(0, ...gpuHour)

export const unitForms: Readonly<Record<Unit, UnitForm>> = {
  count: form('none', '4', ''),
  ratio: percent('12 %', `${gap}%`),
  ratioPerYear: percent('3 % per year', `${gap}%/year`, '%/year', '%/yr', '%/y', '%/a', '%p.a.', '%pa'),
  percentEfficiency: form('none', '92 %', `${gap}%`, as(0, '%', 'percent')),
  watts: form(
    'none',
    '350 W',
    `${gap}W`,
    as(0, 'W', 'w', 'watt', 'watts', 'Watt', 'Watts'),
    as(3, 'kW', 'kw', 'KW'),
    as(6, 'MW'),
  ),
  hours: form(
    'none',
    '12 h',
    `${gap}h`,
    as(0, 'h', 'hr', 'hrs', 'hour', 'hours'),
    times(24, 'd', 'day', 'days'),
  ),
  days: form(
    'none',
    '30 days',
    [`${gap}day`, `${gap}days`],
    as(0, 'd', 'day', 'days'),
    times(7, 'w', 'week', 'weeks'),
  ),
  months: form(
    'none',
    '36 months',
    [`${gap}month`, `${gap}months`],
    as(0, 'mo', 'month', 'months'),
    times(12, 'y', 'yr', 'year', 'years'),
  ),
  years: form('none', '3 years', [`${gap}year`, `${gap}years`], as(0, 'y', 'yr', 'yrs', 'year', 'years')),
  gigabytes: form('none', '24 GB', `${gap}GB`, as(0, 'GB', 'gb'), as(3, 'TB', 'tb'), as(-3, 'MB', 'mb')),
  terabytes: form('none', '2 TB', `${gap}TB`, as(0, 'TB', 'tb'), as(-3, 'GB', 'gb')),
  kilowattHours: form('none', '350 kWh', `${gap}kWh`, as(0, 'kWh', 'kwh'), as(3, 'MWh', 'mwh')),
  usd: form('usd', '$1,599.00', ''),
  usdPerGpu: form('usd', '$1,599.00', '/GPU', as(0, '/GPU', '/gpu', '/card')),
  usdPerMonth: form('usd', '$25.00/month', '/month', as(0, '/month', '/mo')),
  usdPerHour: form('usd', '$0.31/h', '/h', as(0, '/h', '/hr', '/hour')),
  usdPerGpuHour: form('usd', '$0.31/GPU-h', '/GPU-h', perGpuHour),
  usdPerKwh: form('usd', '$0.31/kWh', '/kWh', ...perKwh),
  usdPerGigabyte: form('usd', '$0.05/GB', '/GB', as(0, '/GB', '/gb'), as(-3, '/TB', '/tb')),
  usdPerToken: form('usd', '$0.31', '/token', as(0, '/token')),
  usdPerCurrencyUnit: form('usd', '$1.08', '', as(0, '/EUR', '/€', '/GBP', '/£')),
  currencyUnitsPerKwh: form('any', '0.31/kWh', '/kWh', ...perKwh),
  tokensPerGpuHour: form(
    'none',
    '2.5 tokens/GPU-h',
    `${gap}tokens/GPU-h`,
    perGpuHour,
    as(0, ...gpuHour.map((name) => `tokens${name}`)),
  ),
  gigabytesPerGpuHour: form(
    'none',
    '1.5 GB/GPU-h',
    `${gap}GB/GPU-h`,
    as(0, ...gpuHour.map((name) => `GB${name}`)),
    as(-3, ...gpuHour.map((name) => `MB${name}`)),
  ),
  hoursPerMonth: form(
    'none',
    '10 h/month',
    `${gap}h/month`,
    as(0, 'h', 'hours', 'h/month', 'h/mo', 'hours/month'),
  ),
  gigabytesPerSecond: form('none', '1.2 GB/s', `${gap}GB/s`, as(0, 'GB/s'), as(-3, 'MB/s'), as(3, 'TB/s')),
  teraflops: form(
    'none',
    '82.6 TFLOPS',
    `${gap}TFLOPS`,
    as(0, 'TFLOPS', 'TFLOP/s', 'TFLOPs'),
    as(3, 'PFLOPS', 'PFLOP/s'),
    as(-3, 'GFLOPS', 'GFLOP/s'),
  ),
}
