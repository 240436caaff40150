import { onTestFinished } from 'vitest'
import type { Stamp } from '../../../electron/database/document-table.ts'
import { openStore, type Store, type StoreOptions } from '../../../electron/database/store.ts'
import { assumed } from '../../../shared/figure.ts'
import type { ScenarioBody } from '../../../shared/scenario.ts'
import { bookOptions, nowUtcMs } from './book-options.ts'

export function openBook(folder: string, options: Partial<StoreOptions> = {}): Store {
  const store = openStore({ ...bookOptions(folder), ...options })
  onTestFinished(() => store.close())
  return store
}

let count = 0
export const stamp: Stamp = { nowUtcMs, newId: () => `id-${(count += 1)}` }

export function scenarioBody(name: string, priceUsdPerKwh = 0.3): ScenarioBody {
  return {
    schema: 1,
    name,
    rigId: null,
    networkId: null,
    inputs: { energyPrice: assumed(priceUsdPerKwh, 'usdPerKwh') },
  }
}
