/** The backend in its own process, over message ports, as Electron runs it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeFolder, runHost, temporaryFolder } from './host-processes.ts'

let folder = ''
beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => removeFolder(folder))

it('answers calls and streams on a port that came before the book was open, and closes the book when it is ended', async () => {
  const host = runHost('test/electron/probe-backend-process.ts', ['--data', folder])
  expect(await host.ended, host.errors()).toBe(0)
  expect(JSON.parse(host.output())).toEqual({ host: 'electron', dataFolder: folder, firstEvent: 'state' })
  expect(existsSync(join(folder, 'book.db'))).toBe(true)
  expect(existsSync(join(folder, 'book.db-wal'))).toBe(false)
})
