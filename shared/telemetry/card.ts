import type { GpuSample } from './gpu-sample.ts'
import { printable, saysNone } from './reading.ts'

/** One card as a tool names it, before it has its key. */
export type CardRow = {
  readonly uuid: string | null
  readonly card: Omit<GpuSample, 'uuid'>
  /** How many cards the tool says there are; null when it does not say. */
  readonly cardsInRig: number | null
}

export type KeyedCards = { readonly gpus: readonly GpuSample[]; readonly problems: readonly string[] }

const fallbackPrefix = 'pci:'

/**
 * Gives each card of one instant its key: its UUID, and where that is missing or shared by two cards, `pci:` and its
 * PCI bus id, saying so in `problems`. A card with neither is left out, for no watts could be attributed to it.
 *
 * Example: two rows with the same UUID at `00000000:01:00.0` and `00000000:02:00.0` get the keys
 * `pci:00000000:01:00.0` and `pci:00000000:02:00.0`.
 * @see SPEC.md M3
 */
export function keyCards(rows: readonly CardRow[]): KeyedCards {
  const problems: string[] = []
  const byUuid = countBy(rows, (row) => row.uuid)
  const byBus = countBy(rows, (row) => row.card.pciBusId)
  const gpus = rows.flatMap((row) => {
    const { uuid, card } = row
    if (uuid !== null && byUuid.get(uuid) === 1) return [{ uuid, ...card }]
    const why = uuid === null ? 'gives no UUID' : 'shares its UUID with another card'
    if (card.pciBusId === null || byBus.get(card.pciBusId) !== 1) {
      problems.push(`${card.name} ${why} and has no PCI bus id of its own: it is left out.`)
      return []
    }
    problems.push(
      `${card.name} ${why}: it is known by its PCI slot ${card.pciBusId}, so moving it breaks its history.`,
    )
    return [{ uuid: `${fallbackPrefix}${card.pciBusId}`, ...card }]
  })
  return { gpus, problems }
}

/** Whether a card's key is its PCI slot for want of a UUID. Example: `isFallbackKey('pci:00000000:01:00.0')` is true. @see SPEC.md M3 */
export function isFallbackKey(uuid: string): boolean {
  return uuid.startsWith(fallbackPrefix)
}

/**
 * Whether a row begins the next instant because its card is already among the open rows of this one.
 * Example: after one row of card A, a second row of card A does.
 * @see SPEC.md M6
 */
export function beginsNextInstant(open: readonly CardRow[], row: CardRow): boolean {
  return open.some((other) => sameCard(other, row))
}

/**
 * Whether as many cards are there as the tool counts; false where it does not count.
 * Example: two rows that both say `cardsInRig: 2` are complete.
 * @see SPEC.md M6
 */
export function isCompleteInstant(open: readonly CardRow[]): boolean {
  const cardsInRig = open.at(-1)?.cardsInRig ?? null
  return cardsInRig !== null && open.length >= cardsInRig
}

function sameCard(one: CardRow, other: CardRow): boolean {
  const [slot, otherSlot] = [one.card.pciBusId, other.card.pciBusId]
  if (slot !== null && otherSlot !== null) return slot === otherSlot
  return one.uuid === other.uuid && one.card.index === other.card.index
}

function countBy(rows: readonly CardRow[], keyOf: (row: CardRow) => string | null): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** A UUID as NVIDIA writes it, or null. Example: `readUuid('[N/A]')` is null. @see SPEC.md M3 */
export function readUuid(raw: string | undefined): string | null {
  const text = raw?.trim() ?? ''
  return /^(?:GPU-)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text) ? text : null
}

/** A PCI bus id as `domain:bus:device.function` in capitals, or null. Example: `readPciBusId('00000000:2d:00.0')` is `'00000000:2D:00.0'`. @see SPEC.md M3 */
export function readPciBusId(raw: string | undefined): string | null {
  const text = raw?.trim().toUpperCase() ?? ''
  return /^[0-9A-F]{4,8}:[0-9A-F]{2}:[0-9A-F]{2}\.[0-9A-F]$/.test(text) ? text : null
}

/** A driver's version such as `595.71.05`, or null. Example: `readDriverVersion('N/A')` is null. @see SPEC.md M1 */
export function readDriverVersion(raw: string | undefined): string | null {
  const text = raw?.trim() ?? ''
  return /^\d{1,5}(?:\.\d{1,5}){1,3}$/.test(text) ? text : null
}

/** A count or an index below 4096, or null. Example: `readCount('8')` is 8. @see SPEC.md M1 */
export function readCount(raw: string | undefined): number | null {
  const text = raw?.trim() ?? ''
  return /^\d{1,4}$/.test(text) && Number(text) < 4096 ? Number(text) : null
}

/** A card's product name, safe to show. Example: `readName('[N/A]')` is `'NVIDIA GPU (name unknown)'`. @see SPEC.md M1 */
export function readName(raw: string | undefined): string {
  const text = printable(raw ?? '', 120)
  return saysNone(text) ? 'NVIDIA GPU (name unknown)' : text
}
