import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A fixture of our own, in the format of the real tool. */
export function ownFixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/nvidia-smi/${name}`, import.meta.url), 'utf8')
}

export function ownFixturePath(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/nvidia-smi/${name}`, import.meta.url))
}

/** Real outputs live beside the repository, not in it. */
const realFolder = new URL('../../../../shared/fixtures/', import.meta.url)
export const realFixturesArePresent = existsSync(realFolder)

export function realFixture(name: string): string {
  return readFileSync(new URL(name, realFolder), 'utf8')
}

export function realFixturePath(name: string): string {
  return fileURLToPath(new URL(name, realFolder))
}
