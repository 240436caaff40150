/** The fit map in words. */
import type { WorkloadNote } from '../../../../shared/guide.ts'
import type { Workload } from '../../../../shared/markets/market-profile.ts'
import { workloads } from '../../../../shared/markets/market-profile.ts'
import type { FitVerdict } from '../../../../shared/markets/workload-fit.ts'

export type FitColumn = {
  readonly id: string
  readonly label: string
  readonly isRig: boolean
  readonly verdicts: Readonly<Record<Workload, FitVerdict>>
}

export function columnOf(
  id: string,
  label: string,
  isRig: boolean,
  fitFor: (workload: Workload) => FitVerdict,
): FitColumn {
  const verdicts = Object.fromEntries(workloads.map((workload) => [workload, fitFor(workload)]))
  return { id, label, isRig, verdicts: verdicts as Record<Workload, FitVerdict> }
}

/** "This rig suits batch and rendering; 5 of 21 networks are shown to be good for something, and of 9 too little is known for any." */
export function fitSentence(columns: readonly FitColumn[], labelOf: (workload: Workload) => string): string {
  const rig = columns.find(({ isRig }) => isRig)
  const networks = columns.filter(({ isRig }) => !isRig)
  const good = networks.filter((column) => fitsOf(column).includes('good')).length
  const silent = networks.filter((column) => fitsOf(column).every((fit) => fit === 'unknown')).length
  const parts = [
    rig === undefined ? null : rigWords(rig, labelOf),
    networks.length === 0
      ? null
      : `${good === 0 ? 'none' : good} of ${networks.length} networks ${good <= 1 ? 'is' : 'are'} shown to be good for something${
          silent === 0 ? '' : `, and of ${silent} too little is known for any`
        }`,
  ].filter((part) => part !== null)
  const text = parts.join('; ')
  return text === '' ? 'There is nothing to fit yet.' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function rigWords(rig: FitColumn, labelOf: (workload: Workload) => string): string {
  const of = (wanted: FitVerdict['fit']) =>
    workloads.filter((workload) => rig.verdicts[workload].fit === wanted)
  const good = of('good').map((workload) => inSentence(labelOf(workload)))
  if (good.length > 0) return `this rig suits ${listWords(good)}`
  if (of('unknown').length === workloads.length) return 'of this rig too little is known to say what it suits'
  const possible = of('possible').length
  return possible === 0
    ? 'this rig suits none of these kinds of work'
    : `this rig suits none without a caveat and ${possible} with one`
}

/** What a verdict stands under, or that nothing qualifies it. */
export function caveatWords({ caveat, isOverride }: FitVerdict): string {
  return caveat ?? (isOverride ? 'Set without a note.' : 'All that it asks for is shown.')
}

/** "Vast.ai, Batch: possible. It is not said whether …", as it is read out. */
export function verdictSentence(column: FitColumn, { workload, label }: WorkloadNote): string {
  const verdict = column.verdicts[workload]
  return `${column.label}, ${label}: ${verdict.fit}. ${caveatWords(verdict)}`
}

const fitsOf = (column: FitColumn): readonly FitVerdict['fit'][] =>
  workloads.map((workload) => column.verdicts[workload].fit)

/** "Batch" within a sentence is "batch"; "HPC and simulation" stays. */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : `${label.charAt(0).toLowerCase()}${label.slice(1)}`
}

function listWords(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
