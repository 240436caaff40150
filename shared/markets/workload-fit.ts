/** How far a market or a rig suits a kind of work, why, and with which caveat. What is not known never makes a fit good. */
import type { GpuSegment } from '../catalogue-gpu.ts'
import { type EvidenceClass, type Fact, type Figure, trustByClass } from '../figure.ts'
import type { Fit, MarketProfile, Term, Workload } from './market-profile.ts'
import {
  type Accepted,
  openQuestions,
  type Span,
  type WorkloadRule,
  workloadRules,
} from './workload-rules.ts'

/** `partly`: it depends on the job, or it is only claimed. */
export type Standing = 'met' | 'partly' | 'lacking' | 'unknown'

/** One thing that the work asks for, and what is known of it. */
export type FitReason = {
  /** "memory per GPU" */
  readonly about: string
  /** "24 GB"; null where it is not known. */
  readonly known: string | null
  readonly standing: Standing
  /** What is the matter, as the middle of a sentence; null where it is met or not known. */
  readonly caveat: string | null
  readonly source: string | null
  readonly asOf: string | null
  readonly class: EvidenceClass | null
}

export type FitVerdict = {
  readonly fit: Fit | 'unknown'
  /** What speaks against it and what is not known, in a sentence each; null only where the fit is good. */
  readonly caveat: string | null
  readonly because: readonly FitReason[]
  /** The profile's own word stands instead of the rules. */
  readonly isOverride: boolean
  /** What the rules alone say. */
  readonly byRules: Fit | 'unknown'
}

/**
 * The fit of a market for a kind of work. The rules: something that the work cannot do without is lacking: poor; what
 * is rented is not known, or more is unknown than known: unknown; anything else partly met or not known: possible; all met: good. A word of the
 * profile's own on this work wins over the rules and is marked. A fact that is only a claim, a cap or an assumption
 * counts as partly met.
 *
 * Example: a network that rents out containers and says nothing else is `possible` for batch, and the caveat names
 * the memory as not known.
 *
 * @see SPEC.md WF1 to WF5
 */
export function fitOf(profile: MarketProfile, workload: Workload): FitVerdict {
  const rule = workloadRules[workload]
  const because = marketReasons(profile, rule)
  const judged = judge(because)
  const given = profile.workloadFits.find((entry) => entry.workload === workload)?.fit
  if (given === undefined || given.value === null) return judged
  const caveat = given.text ?? (given.value === 'good' ? null : 'Set in the profile without a note.')
  return { ...judged, fit: given.value, caveat, isOverride: true }
}

/** What is known of a rig; null is unknown. */
export type RigFacts = {
  readonly memoryGigabytesPerGpu: number | null
  readonly gpuCount: number | null
  readonly segment: GpuSegment | null
  /** 0 to 168. */
  readonly offeredHoursPerWeek: number | null
  /** 0 to 1. */
  readonly uptimeRatio: number | null
}

/**
 * The fit of a rig for a kind of work, by the same rules as a market's; without its memory it is unknown.
 * More memory, cards, hours or uptime never make it worse.
 *
 * Example: one consumer card of 24 GB, always offered, up 98 % of the time, is `good` for inference and `poor` for
 * frontier training.
 *
 * @see SPEC.md WF6
 */
export function rigFitOf(rig: RigFacts, workload: Workload): FitVerdict {
  const rule = workloadRules[workload]
  const { memoryGigabytesPerGpu, gpuCount, segment, offeredHoursPerWeek, uptimeRatio } = rig
  return judge([
    amount('memory per GPU', memoryGigabytesPerGpu, rule.memoryGigabytes, gigabytes),
    amount('GPUs', gpuCount, rule.gpuCount, plainNumber),
    word('kind of card', segment, rule.segments),
    amount('hours offered a week', offeredHoursPerWeek, rule.offeredHoursPerWeek, plainNumber),
    amount('uptime', uptimeRatio, rule.uptimeRatio, percent),
    ...openReasons(rule),
  ])
}

function marketReasons(profile: MarketProfile, rule: WorkloadRule): readonly FitReason[] {
  const { hardware, serviceLevel, verification } = profile
  return [
    withTerm('what is rented', profile.resourceKind, rule.resourceKinds),
    memoryOf(profile, rule),
    ...(rule.gpuCount.wanted > 1 ? [gpusOf(profile, rule)] : []),
    ...(rule.accessForms === null
      ? []
      : [withTerm('how one gets at it', profile.accessForm, rule.accessForms)]),
    ...(rule.whoMayJoin === null ? [] : [withTerm('who may join', profile.whoMayJoin, rule.whoMayJoin)]),
    ...(rule.needsPromise || rule.runsLong
      ? [
          withProvenance(
            amount('promised uptime', leastOf(serviceLevel.promisedUptimeRatio), promiseOf(rule), percent),
            serviceLevel.promisedUptimeRatio,
          ),
        ]
      : []),
    ...(rule.needsIsolation ? [method('how a job is isolated', verification.isolated)] : []),
    ...(rule.needsVerifiedOutput ? [method('whether the output is right', verification.outputRight)] : []),
    ...openReasons(rule),
  ]

  function memoryOf({ matching }: MarketProfile, { memoryGigabytes: { wanted } }: WorkloadRule): FitReason {
    const least = hardware.minimumMemoryGigabytes
    const about = 'memory of the smallest card'
    const sure = withProvenance(amount(about, leastOf(least), { least: 0, wanted }, gigabytes), least)
    if (sure.standing === 'met' || matching.value !== 'buyer picks a listing') return sure
    // Who picks the card also picks its memory.
    return trusted(reason(about, 'the buyer picks the card', 'met', null), matching)
  }

  function gpusOf({ resourceKind }: MarketProfile, { gpuCount }: WorkloadRule): FitReason {
    if (resourceKind.value === 'cluster')
      return trusted(reason('GPUs together', 'a cluster', 'met', null), resourceKind)
    const most = hardware.maximumGpuCount
    return withProvenance(amount('GPUs together', leastOf(most), gpuCount, plainNumber), most)
  }
}

/** Without a need of a promise only its lack is a caveat: a low one does not rule the work out. */
function promiseOf({ needsPromise, uptimeRatio }: WorkloadRule): Span {
  return needsPromise ? uptimeRatio : { least: 0, wanted: uptimeRatio.least }
}

function openReasons({ leavesOpen }: WorkloadRule): readonly FitReason[] {
  return leavesOpen.map((question) => unknownReason(openQuestions[question]))
}

const nobodySays =
  /^(?:not|nothing|never|none) (?:was |is )?(?:documented|found|known|stated|said|published)\b/i

/** A method named in words. Words that begin with a no are a no, but that nobody says is no answer. */
function method(about: string, fact: Fact): FitReason {
  if (fact.text === null || nobodySays.test(fact.text)) return unknownReason(about)
  const denied = /^(?:no|none|not|nothing|never)\b/i.test(fact.text)
  return trusted(
    reason(about, fact.text, denied ? 'lacking' : 'met', denied ? `${about}: ${fact.text}` : null),
    fact,
  )
}

function withTerm<Word extends string>(about: string, term: Term<Word>, accepted: Accepted<Word>): FitReason {
  return term.value === null ? unknownReason(about) : trusted(word(about, term.value, accepted), term)
}

function word<Word extends string>(about: string, known: Word | null, accepted: Accepted<Word>): FitReason {
  if (known === null) return unknownReason(about)
  if (accepted.well.includes(known)) return reason(about, known, 'met', null)
  if (accepted.maybe.includes(known))
    return reason(about, known, 'partly', `${about} is “${known}”, which suits only some jobs of this kind`)
  return reason(about, known, 'lacking', `${about} is “${known}”, which does not carry this work`)
}

function amount(
  about: string,
  known: number | null,
  { least, wanted }: Span,
  inWords: (value: number) => string,
): FitReason {
  if (known === null) return unknownReason(about)
  if (known >= wanted) return reason(about, inWords(known), 'met', null)
  if (known < least)
    return reason(
      about,
      inWords(known),
      'lacking',
      `${about}: ${inWords(known)}, and it takes ${inWords(least)}`,
    )
  return reason(
    about,
    inWords(known),
    'partly',
    `${about}: ${inWords(known)}, where larger jobs want ${inWords(wanted)}`,
  )
}

function reason(about: string, known: string, standing: Standing, caveat: string | null): FitReason {
  return { about, known, standing, caveat, source: null, asOf: null, class: null }
}

function unknownReason(about: string): FitReason {
  return { about, known: null, standing: 'unknown', caveat: null, source: null, asOf: null, class: null }
}

type Provenance = Pick<Fact, 'source' | 'asOf' | 'class'>

function trusted(found: FitReason, { source, asOf, class: evidence }: Provenance): FitReason {
  const weighed: FitReason =
    found.standing === 'met' && trustByClass[evidence] === 0
      ? { ...found, standing: 'partly', caveat: `${found.about} is only claimed or assumed` }
      : found
  return { ...weighed, source, asOf, class: evidence }
}

const withProvenance = (found: FitReason, figure: Figure): FitReason =>
  found.known === null ? found : trusted(found, figure)

/** What can be counted on: the low end of a range, else the value. */
const leastOf = ({ low, value }: Figure): number | null => low ?? value

function judge(because: readonly FitReason[]): FitVerdict {
  const ofStanding = (wanted: Standing) => because.filter(({ standing }) => standing === wanted)
  const [lacking] = ofStanding('lacking')
  const [partly] = ofStanding('partly')
  const unknown = ofStanding('unknown')
  if (lacking !== undefined) return verdict('poor', [lacking.caveat])
  const notKnown = unknown.length === 0 ? null : `not known: ${unknown.map(({ about }) => about).join('; ')}`
  if (because[0]?.standing === 'unknown' || unknown.length > because.length / 2)
    return verdict('unknown', [notKnown])
  if (partly === undefined && notKnown === null) return verdict('good', [])
  return verdict('possible', [partly?.caveat ?? null, notKnown])

  function verdict(fit: FitVerdict['fit'], caveats: readonly (string | null)[]): FitVerdict {
    const sentences = caveats.filter((caveat) => caveat !== null).map((caveat) => sentence(caveat))
    const caveat = sentences.length === 0 ? null : sentences.join(' ')
    return { fit, caveat, because, isOverride: false, byRules: fit }
  }
}

function sentence(caveat: string): string {
  return `${caveat.charAt(0).toUpperCase()}${caveat.slice(1).replace(/\.$/, '')}.`
}

const plainNumber = (value: number): string => String(value)
const gigabytes = (value: number): string => `${value} GB`
const percent = (value: number): string => `${Math.round(value * 10_000) / 100} %`
