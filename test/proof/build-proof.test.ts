/** The shipped vectors are exactly what the generator makes of the outside ones. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { buildProof } from './build-proof.ts'
import { outsidePresent } from './outside.ts'

const folder = fileURLToPath(new URL('../../resources/proof/', import.meta.url))
const where = outsidePresent ? '' : ' (skipped: ../shared/vectors is not beside the repository)'

describe.skipIf(!outsidePresent)(`The shipped vectors${where}`, () => {
  it('are what the generator makes, byte for byte, and no file more', () => {
    const built = buildProof()
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(built).toSorted())
    for (const [name, text] of Object.entries(built)) {
      expect(readFileSync(folder + name, 'utf8') === text, name).toBe(true)
    }
  })
})
