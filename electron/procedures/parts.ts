/** What the procedures work on; the backend puts it together once. */
import type { About } from '../../shared/api.ts'
import type { Catalogue } from '../../shared/catalogue.ts'
import type { ShippedDiligence } from '../checklists.ts'
import type { Stamp } from '../database/document-table.ts'
import type { Store } from '../database/store.ts'
import type { Sampler } from '../telemetry/sampler.ts'

export type Parts = {
  readonly book: Store
  readonly sampler: Sampler
  readonly catalogue: Catalogue
  readonly diligence: ShippedDiligence
  readonly about: () => About
  readonly stamp: () => Stamp
  /** Aborted when the backend closes: every stream ends with it. */
  readonly closing: AbortSignal
}
