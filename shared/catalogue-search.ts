/**
 * Finds cards of the catalogue: by the name that a driver reports, by what a person types, and what a class idles at.
 * @see SPEC.md C6 to C8
 */
import type { CatalogueGpu, GpuSegment } from './catalogue-gpu.ts'
import type { Catalogue } from './catalogue.ts'
import { type Figure, unknownFigure } from './figure.ts'

/** Names that a driver uses for a card which the catalogue calls otherwise. */
const driverNames: Readonly<Record<string, string>> = {
  'h100 80 gb hbm3': 'h100 sxm5 80 gb',
  h200: 'h200 sxm 141 gb',
  'rtx pro 6000 blackwell workstation edition': 'rtx pro 6000 blackwell',
  'rtx pro 6000 blackwell max q workstation edition': 'rtx pro 6000 blackwell max q',
  'rtx pro 6000 blackwell server edition': 'rtx pro 6000 blackwell server',
}

/** A driver shows up to a tenth less than the memory on the label (error correction, reserved), never more. */
const leastShownMemoryRatio = 0.9
const mostShownMemoryRatio = 1.03

/**
 * The card that a driver's name means, or null: never a guess. The words must be the same, in any order, without
 * the vendor's name; a Laptop or Max-Q card has words more and so is not its namesake. Memory that the driver
 * reports (in MiB, null when it does not) or puts into the name must fit the card's. Without either, a card whose
 * name states its memory, and cards that share a name, are null.
 *
 * Example: `'NVIDIA GeForce RTX 4080 SUPER'` with 16,376 MiB is `geforce-rtx-4080-super`;
 * `'NVIDIA RTX A2000 Laptop GPU'` is null.
 * @see SPEC.md C6
 */
export function findGpuByName(
  catalogue: Pick<Catalogue, 'gpus'>,
  detectedName: string,
  detectedMemoryMebibytes: number | null,
): CatalogueGpu | null {
  const detected = nameParts(detectedName)
  const namesakes = catalogue.gpus.filter((gpu) => nameParts(gpu.name).model === detected.model)
  const memoryIsKnown = detected.memoryGigabytes !== null || detectedMemoryMebibytes !== null
  const candidates = memoryIsKnown
    ? namesakes.filter(
        (gpu) =>
          (detected.memoryGigabytes === null || detected.memoryGigabytes === memoryOnLabel(gpu)) &&
          (detectedMemoryMebibytes === null || fitsMemory(gpu, detectedMemoryMebibytes)),
      )
    : namesakes.filter((gpu) => namesakes.length === 1 && nameParts(gpu.name).memoryGigabytes === null)
  return candidates.length === 1 ? candidates[0]! : null
}

type NameParts = { readonly model: string; readonly memoryGigabytes: number | null }

function nameParts(name: string): NameParts {
  const plain = normalised(name)
  // A market may call a card anything: of an object's own inheritance, "constructor" is no alias.
  const aliased = (Object.hasOwn(driverNames, plain) ? driverNames[plain] : undefined) ?? plain
  const memory = /\b(\d+) gb\b/.exec(aliased)
  const model = aliased
    .replace(/\b\d+ gb\b/, '')
    .split(' ')
    .filter((word) => word !== '')
    .toSorted()
    .join(' ')
  return { model, memoryGigabytes: memory ? Number(memory[1]) : null }
}

/** Lower case, words apart, "80GB" as "80 gb", without vendor names and trade marks. */
function normalised(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/\((r|tm|c)\)/g, ' ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll(/\b(\d+) ?gb\b/g, '$1 gb')
    .replaceAll(/\b(nvidia|amd|intel|apple|corporation|inc)\b/g, ' ')
    .replace(/^(\s*arc .*) graphics\s*$/, '$1')
    .replaceAll(/ +/g, ' ')
    .trim()
}

function memoryOnLabel(gpu: CatalogueGpu): number | null {
  return nameParts(gpu.name).memoryGigabytes ?? gpu.memoryGigabytes.value
}

function fitsMemory(gpu: CatalogueGpu, detectedMemoryMebibytes: number): boolean {
  const label = memoryOnLabel(gpu)
  const least = label ?? gpu.memoryGigabytes.low
  const most = label ?? gpu.memoryGigabytes.high
  const shown = detectedMemoryMebibytes / 1024
  return (
    (least === null || shown >= least * leastShownMemoryRatio) &&
    (most === null || shown <= most * mostShownMemoryRatio)
  )
}

/**
 * The cards whose name holds every word typed, best first: the name itself, then names that begin with what was
 * typed, then those with a word that begins so, then the rest; shorter and newer names first among equals.
 * Spaces may be left out. Nothing typed: all, as they stand.
 *
 * Example: `'4090'` gives GeForce RTX 4090, then GeForce RTX 4090 D; so does `'rtx4090'`.
 * @see SPEC.md C7
 */
export function searchGpus(catalogue: Pick<Catalogue, 'gpus'>, text: string): readonly CatalogueGpu[] {
  const typed = spaced(text)
  if (typed === '') return catalogue.gpus
  return catalogue.gpus
    .flatMap((gpu) => {
      const rank = searchRank(spaced(gpu.name), typed)
      return rank === null ? [] : [{ gpu, rank }]
    })
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        modelLength(a.gpu) - modelLength(b.gpu) ||
        (b.gpu.launchYear.value ?? 0) - (a.gpu.launchYear.value ?? 0) ||
        (a.gpu.name < b.gpu.name ? -1 : 1),
    )
    .map(({ gpu }) => gpu)
}

const spaced = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

const modelLength = (gpu: CatalogueGpu): number => gpu.name.replace(/ \d+ GB$/, '').length

function searchRank(name: string, typed: string): number | null {
  const closed = name.replaceAll(' ', '')
  const words = typed.split(' ')
  if (!words.every((word) => closed.includes(word))) return null
  if (name === typed) return 0
  if (name.startsWith(typed)) return 1
  const nameWords = name.split(' ')
  return words.every((word) => nameWords.some((nameWord) => nameWord.startsWith(word))) ? 2 : 3
}

const fewestMeasuredCards = 3

/**
 * What a card of this class idles at when nobody measured it: the median of the measured cards, in watts, their
 * least and most as its range. An assumption of Idlewatt's, and unknown with fewer than three measured cards.
 *
 * Example: idle readings of 11.6, 27.23, 25.92 and 37.21 W give 26.575 W, from 11.6 to 37.21 W.
 * @see SPEC.md C8
 */
export function medianIdleBoardWatts(
  catalogue: Pick<Catalogue, 'gpus' | 'compiledAt'>,
  segment: GpuSegment,
): Figure {
  const watts = catalogue.gpus
    .filter((gpu) => gpu.segment === segment)
    .flatMap((gpu) => gpu.idleBoardWatts.value ?? [])
    .toSorted((a, b) => a - b)
  if (watts.length < fewestMeasuredCards) return unknownFigure('watts')
  const lower = watts[Math.floor((watts.length - 1) / 2)]!
  const upper = watts[Math.floor(watts.length / 2)]!
  return {
    value: (lower + upper) / 2,
    low: watts[0]!,
    high: watts.at(-1)!,
    unit: 'watts',
    source: `median of ${watts.length} measured ${segment} cards`,
    asOf: catalogue.compiledAt,
    class: 'assumption',
  }
}
