/** What each kind of work asks of a market and of a rig: the numbers and words by which a fit is judged, as data. */
import type { GpuSegment } from '../catalogue-gpu.ts'
import type { AccessForm, JoiningRule, ResourceKind, Workload } from './market-profile.ts'

/** Below `least` it cannot be done; from `wanted` on nothing is lacking; between them it depends on the job. */
export type Span = { readonly least: number; readonly wanted: number }

/** Words that carry the work, and words that may; all others do not. */
export type Accepted<Word extends string> = {
  readonly well: readonly Word[]
  readonly maybe: readonly Word[]
}

/** What nobody's profile and no rig's data tell: it stays open until a person settles it. */
export const openQuestions = {
  location: 'in which country the machine stands and who can reach it',
  links: 'how fast the links between the machines are',
  failover: 'what takes over when the host is gone',
} as const
export type OpenQuestion = keyof typeof openQuestions

export type WorkloadRule = {
  readonly resourceKinds: Accepted<ResourceKind>
  /** Null: any form will do. */
  readonly accessForms: Accepted<AccessForm> | null
  /** Null: whoever joined will do. */
  readonly whoMayJoin: Accepted<JoiningRule> | null
  readonly memoryGigabytes: Span
  readonly gpuCount: Span
  /** Hours a week that the machine stays; above 100 the job runs through the night. */
  readonly offeredHoursPerWeek: Span
  readonly uptimeRatio: Span
  /** A promise of uptime must stand behind it. */
  readonly needsPromise: boolean
  readonly needsIsolation: boolean
  readonly needsVerifiedOutput: boolean
  /** Machines for hours or days, not parts of work handed out by the network. */
  readonly runsLong: boolean
  readonly segments: Accepted<GpuSegment>
  readonly leavesOpen: readonly OpenQuestion[]
}

const whole = ['machine', 'container', 'virtual machine', 'cluster'] as const
const separated = ['machine', 'virtual machine', 'cluster'] as const
const anyCard = { well: ['datacentre', 'workstation', 'consumer'], maybe: ['laptop'] } as const
const siteCard = { well: ['datacentre'], maybe: ['workstation', 'consumer'] } as const
const single = { least: 1, wanted: 1 } as const
const hands = { well: ['dashboard', 'deployment tool', 'several forms'], maybe: [] } as const
const programs = { well: ['API', 'deployment tool', 'several forms'], maybe: ['dashboard'] } as const
const sitesOnly = {
  well: ['professional sites'],
  maybe: ['after approval', 'closed to new hosts'],
} as const

const plain = {
  accessForms: null,
  whoMayJoin: null,
  gpuCount: single,
  needsPromise: false,
  needsIsolation: false,
  needsVerifiedOutput: false,
  runsLong: false,
  segments: anyCard,
  leavesOpen: [],
} as const satisfies Partial<WorkloadRule>

/**
 * Every number is Idlewatt's assumption of a common job of its kind: an 8 GB card answers small models, 24 GB the usual
 * ones; whoever needs it exactly edits the cell. @see SPEC.md WF2
 */
export const workloadRules: Readonly<Record<Workload, WorkloadRule>> = {
  inference: {
    ...plain,
    resourceKinds: { well: [...whole, 'inference job'], maybe: ['several kinds'] },
    memoryGigabytes: { least: 8, wanted: 24 },
    offeredHoursPerWeek: { least: 20, wanted: 168 },
    uptimeRatio: { least: 0.9, wanted: 0.98 },
  },
  'image and video generation': {
    ...plain,
    resourceKinds: { well: [...whole, 'inference job'], maybe: ['several kinds'] },
    memoryGigabytes: { least: 8, wanted: 16 },
    offeredHoursPerWeek: { least: 10, wanted: 40 },
    uptimeRatio: { least: 0.8, wanted: 0.95 },
    needsVerifiedOutput: true,
  },
  rendering: {
    ...plain,
    resourceKinds: { well: [...whole, 'rendering job'], maybe: ['several kinds'] },
    memoryGigabytes: { least: 6, wanted: 16 },
    offeredHoursPerWeek: { least: 5, wanted: 40 },
    uptimeRatio: { least: 0.8, wanted: 0.9 },
    needsVerifiedOutput: true,
  },
  'fine-tuning': {
    ...plain,
    resourceKinds: { well: whole, maybe: ['several kinds'] },
    memoryGigabytes: { least: 16, wanted: 48 },
    offeredHoursPerWeek: { least: 40, wanted: 168 },
    uptimeRatio: { least: 0.95, wanted: 0.99 },
    needsIsolation: true,
    runsLong: true,
  },
  notebooks: {
    ...plain,
    resourceKinds: { well: ['machine', 'container', 'virtual machine'], maybe: ['cluster', 'several kinds'] },
    accessForms: hands,
    memoryGigabytes: { least: 6, wanted: 16 },
    offeredHoursPerWeek: { least: 40, wanted: 168 },
    uptimeRatio: { least: 0.9, wanted: 0.98 },
    runsLong: true,
  },
  batch: {
    ...plain,
    resourceKinds: { well: whole, maybe: ['several kinds', 'inference job'] },
    memoryGigabytes: { least: 4, wanted: 12 },
    offeredHoursPerWeek: { least: 1, wanted: 20 },
    uptimeRatio: { least: 0.7, wanted: 0.9 },
  },
  'HPC and simulation': {
    ...plain,
    resourceKinds: { well: whole, maybe: ['several kinds'] },
    memoryGigabytes: { least: 8, wanted: 40 },
    gpuCount: { least: 1, wanted: 4 },
    offeredHoursPerWeek: { least: 60, wanted: 168 },
    uptimeRatio: { least: 0.95, wanted: 0.99 },
    runsLong: true,
    segments: siteCard,
    leavesOpen: ['links'],
  },
  'data analytics': {
    ...plain,
    resourceKinds: { well: whole, maybe: ['several kinds'] },
    memoryGigabytes: { least: 12, wanted: 40 },
    offeredHoursPerWeek: { least: 40, wanted: 168 },
    uptimeRatio: { least: 0.9, wanted: 0.98 },
    needsIsolation: true,
    runsLong: true,
  },
  'enterprise hosting': {
    ...plain,
    resourceKinds: { well: whole, maybe: ['several kinds'] },
    whoMayJoin: { well: ['professional sites'], maybe: ['after approval', 'anyone', 'closed to new hosts'] },
    memoryGigabytes: { least: 16, wanted: 40 },
    gpuCount: { least: 1, wanted: 2 },
    offeredHoursPerWeek: { least: 168, wanted: 168 },
    uptimeRatio: { least: 0.99, wanted: 0.999 },
    needsPromise: true,
    needsIsolation: true,
    runsLong: true,
    segments: siteCard,
  },
  'crypto-native': {
    ...plain,
    resourceKinds: { well: whole, maybe: ['several kinds', 'inference job'] },
    accessForms: programs,
    memoryGigabytes: { least: 4, wanted: 8 },
    offeredHoursPerWeek: { least: 40, wanted: 168 },
    uptimeRatio: { least: 0.9, wanted: 0.99 },
    needsVerifiedOutput: true,
  },
  'frontier training': {
    ...plain,
    resourceKinds: { well: ['cluster'], maybe: ['several kinds'] },
    whoMayJoin: sitesOnly,
    memoryGigabytes: { least: 40, wanted: 80 },
    gpuCount: { least: 8, wanted: 1_024 },
    offeredHoursPerWeek: { least: 168, wanted: 168 },
    uptimeRatio: { least: 0.99, wanted: 0.999 },
    needsPromise: true,
    needsIsolation: true,
    runsLong: true,
    segments: { well: ['datacentre'], maybe: [] },
    leavesOpen: ['links'],
  },
  'regulated data': {
    ...plain,
    resourceKinds: { well: separated, maybe: ['container', 'several kinds'] },
    whoMayJoin: sitesOnly,
    memoryGigabytes: { least: 8, wanted: 24 },
    offeredHoursPerWeek: { least: 40, wanted: 168 },
    uptimeRatio: { least: 0.95, wanted: 0.99 },
    needsIsolation: true,
    runsLong: true,
    segments: { well: ['datacentre'], maybe: ['workstation'] },
    leavesOpen: ['location'],
  },
  'mission-critical': {
    ...plain,
    resourceKinds: { well: separated, maybe: ['container', 'several kinds'] },
    whoMayJoin: sitesOnly,
    memoryGigabytes: { least: 8, wanted: 24 },
    gpuCount: { least: 2, wanted: 4 },
    offeredHoursPerWeek: { least: 168, wanted: 168 },
    uptimeRatio: { least: 0.999, wanted: 0.9999 },
    needsPromise: true,
    needsVerifiedOutput: true,
    runsLong: true,
    segments: { well: ['datacentre'], maybe: ['workstation'] },
    leavesOpen: ['failover'],
  },
}
