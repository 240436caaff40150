/** A card of the catalogue. @see SPEC.md C1 to C3 */
import type { Figure } from './figure.ts'

export const gpuVendors = ['NVIDIA', 'AMD', 'Intel', 'Apple'] as const

export type GpuVendor = (typeof gpuVendors)[number]

export const gpuSegments = ['consumer', 'workstation', 'datacentre', 'laptop', 'integrated'] as const

export type GpuSegment = (typeof gpuSegments)[number]

export type CatalogueGpu = {
  readonly id: string
  readonly name: string
  readonly vendor: GpuVendor
  readonly segment: GpuSegment
  readonly launchYear: Figure
  readonly memoryGigabytes: Figure
  /** Known only where two sources agree; where they differ the value is unknown and low and high are theirs. */
  readonly boardLimitWatts: Figure
  /** Measured idle board power; unknown for most cards. */
  readonly idleBoardWatts: Figure
}
