/** What a random entry of a random scorecard says: mostly answers, now and then each of the other kinds. */
import { isoDate } from '../../shared/calendar.ts'
import type { ChecklistItem } from '../../shared/diligence/checklist.ts'
import type { Answer, AnswerValue, ComputedBasis, EntryBody } from '../../shared/diligence/entry.ts'
import type { EvidenceClass } from '../../shared/figure.ts'
import { evidenceClasses } from '../../shared/figure.ts'

export type Ages = 'exact' | 'any'

export type Draw = {
  readonly random: () => number
  readonly ages: Ages
  readonly earlier: number
  readonly later: number
  /** To answer: items of any checklist, own ones, circumstances, and one that nobody asks. */
  readonly itemIds: readonly string[]
  readonly values: readonly AnswerValue[]
  readonly classes: readonly EvidenceClass[]
  readonly checklistDigests: readonly string[]
  readonly computedBy: Readonly<Record<string, 'net' | 'exit'>>
  readonly ownItem: () => ChecklistItem
}

export const oneOf = <T>(random: () => number, values: readonly T[]): T =>
  values[Math.floor(random() * values.length)]!
export const integer = (random: () => number, most: number): number => Math.floor(random() * (most + 1))

/** Days; every half-life of an exact card divides it. */
export const grid = 60

const who = 'me'
const digest = 'f'.repeat(64)
const kinds = [
  'test-job',
  'payout',
  'record',
  'record',
  'dated-path',
  'tripwire',
  'tripwire',
  'figure',
  'figure',
  'figure',
  'permissions',
  'note',
  'checklist',
  'own-item',
  'withdrawal',
  'withdrawal',
  'withdrawal',
] as const

export function bodyFrom(draw: Draw, sequence: number, recorded: number): EntryBody {
  return draw.random() < 0.6 ? answerFrom(draw, recorded) : otherFrom(draw, sequence, recorded)
}

/** Seen no later than it is recorded; on the grid below the later date where ages are exact. */
function seenBefore({ random, ages, earlier, later }: Draw, recorded: number): string {
  if (ages === 'exact')
    return isoDate(later - grid * (Math.max(0, Math.ceil((later - recorded) / grid)) + integer(random, 2)))
  const fitting = [earlier, later, recorded].filter((day) => day <= recorded)
  return isoDate(random() < 0.3 ? oneOf(random, fitting) : recorded - integer(random, 500))
}

function answerFrom(draw: Draw, recorded: number): Answer {
  const { random, values, classes, itemIds, computedBy } = draw
  const itemId = oneOf(random, itemIds)
  const isCircumstance = itemId === 'has-token' || itemId === 'takes-gpus'
  const by = random() < 0.9 ? computedBy[itemId] : oneOf(random, ['net', 'exit'] as const)
  const computed = by === undefined || random() < 0.3 ? null : basisFrom(draw, by)
  return {
    kind: 'answer',
    itemId,
    value: isCircumstance && random() < 0.9 ? oneOf(random, ['yes', 'no']) : oneOf(random, values),
    class: oneOf(random, classes),
    text: oneOf(random, ['because', ' ', '']),
    link: oneOf(random, [null, ' ', 'https://a.example']),
    fileSha256: random() < 0.3 ? digest : null,
    seenOn: seenBefore(draw, recorded),
    quote: null,
    who,
    computed,
  }
}

function basisFrom({ random, classes }: Draw, by: 'net' | 'exit'): ComputedBasis {
  if (by === 'net')
    return {
      by,
      scenarioId: 'a',
      scenarioName: 'a',
      scenarioRevision: 1,
      usageOnlyUsd: integer(random, 5) - 1,
      priceClass: oneOf(random, random() < 0.5 ? classes : evidenceClasses),
      utilizationClass: oneOf(random, random() < 0.5 ? classes : evidenceClasses),
      decisive: [],
    }
  return {
    by,
    sizeUsd: 100,
    depthUsd: 10_000,
    depthClass: oneOf(random, evidenceClasses),
    poolFeeRatio: 0.003,
    slippageRatio: integer(random, 5) / 100,
    slippageLimitRatio: integer(random, 5) / 100,
  }
}

function otherFrom(draw: Draw, sequence: number, recorded: number): EntryBody {
  const { random, earlier, later } = draw
  const maybe = <T>(value: T): T | null => (random() < 0.75 ? value : null)
  const around = () =>
    isoDate(oneOf(random, [earlier, later]) + oneOf(random, [0, 0, integer(random, 20) - 10]))
  const kind = oneOf(random, kinds)
  switch (kind) {
    case 'test-job':
      return {
        kind,
        jobId: `job-${1 + integer(random, 1)}`,
        name: 'a job',
        ranOn: seenBefore(draw, recorded),
        quotedUsd: 1,
        billedUsd: maybe(integer(random, 400) / 100),
        successfulJobs: integer(random, 3),
        failedAttempts: integer(random, 2),
        failedAttemptsUsd: maybe(integer(random, 300) / 100),
        setUpMinutes: null,
        minutesToStart: null,
        minutesToFinish: null,
        outputCheck: oneOf(random, ['matched', 'matched', 'differed', 'not-checked']),
        interruptions: null,
        whatFailed: null,
        supportQuestion: null,
        supportAnswerHours: null,
        dataThatLeft: null,
        cloudName: null,
        cloudUsd: null,
        billSha256: maybe(digest),
        who,
      }
    case 'payout':
      return {
        kind,
        amount: oneOf(random, ['0', '0.000', '0.000000000000000001', '12.50']),
        currency: 'USD',
        receivedOn: seenBefore(draw, recorded),
        reference: 'a line of the bank',
        fileSha256: maybe(digest),
        who,
      }
    case 'record': {
      const on = seenBefore(draw, recorded)
      const of = oneOf(random, ['paid-usage', 'holder-revenue'] as const)
      return {
        kind,
        of,
        usd: oneOf(random, [0.5, 1, 9]),
        from: oneOf(random, [on, on, '2019-01-01']),
        to: on,
        transaction: oneOf(random, ['0123456789abcdef', '0123456789abcdef', 'somewhere']),
        link: oneOf(random, ['https://a.example/tx', 'https://a.example/tx', 'https://x']),
        who,
      }
    }
    case 'dated-path':
      return { kind, text: 'fees will be shared', until: around(), link: random() < 0.8 ? 'x' : null, who }
    case 'tripwire':
      return {
        kind,
        tripwireId: `wire-${1 + integer(random, 2)}`,
        words: 'watch it',
        metric: `metric-${1 + integer(random, 1)}`,
        condition:
          random() < 0.3
            ? { when: 'nothing-new', days: oneOf(random, [1, 10, 60, 90, 120]) }
            : {
                when: oneOf(random, ['below', 'above']),
                threshold: integer(random, 4),
                by: random() < 0.5 ? around() : null,
              },
        who,
      }
    case 'figure':
      return {
        kind,
        metric: `metric-${1 + integer(random, 1)}`,
        value: integer(random, 4),
        class: oneOf(random, evidenceClasses),
        seenOn: seenBefore(draw, recorded),
        link: null,
        text: '',
        who,
      }
    case 'permissions':
      return { kind, jobId: 'job-1', permissions: [], stepsDone: [], who }
    case 'note':
      return { kind, text: 'a note', who }
    case 'checklist':
      return { kind, sha256: oneOf(random, draw.checklistDigests), who }
    case 'own-item':
      return { kind, item: draw.ownItem(), who }
    case 'withdrawal':
      return {
        kind,
        sequence:
          random() < 0.05
            ? sequence + integer(random, 2)
            : Math.max(random() < 0.1 ? 1 : 2, sequence - 1 - integer(random, random() < 0.6 ? 3 : sequence)),
        who,
      }
  }
}
