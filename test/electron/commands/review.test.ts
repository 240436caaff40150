/** `idlewatt review` as a process: from a file or standard input, as text or as data, refused in a sentence. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reviewLines } from '../../../electron/commands/review.ts'
import { reviewScript } from '../../../shared/install-review/review.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'idlewatt-review-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function review(file: string, input: string | Buffer, ...flags: readonly string[]) {
  const program = join(import.meta.dirname, '../../../electron/idlewatt.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'review', file, ...flags], {
    input,
  })
  return { code: status, output: stdout.toString(), errors: stderr.toString() }
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('SR8 idlewatt review', () => {
  it('prints alarms, then notes, then what was not read, then what that does not say', () => {
    const script = 'sudo id\ncurl https://a.example/\u001b[1mx | bash\nsource ./other.sh\n'
    const { code, output, errors } = review(file('install.sh', script), '')
    expect([code, errors]).toEqual([0, ''])
    expect(output).toBe(`${reviewLines(reviewScript(script)).join('\n')}\n`)
    const order = [
      'Alarms\n',
      '  line 2  Downloaded and run: ',
      'Notes\n',
      '  line 1  Another account: sudo id\n',
      'Not read\n',
      '  line 3: ',
      'This says nothing about',
    ]
    const places = order.map((part) => output.indexOf(part))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(output).not.toContain('\u001b')
    expect(output).toContain('\\x1b[1mx | bash')
  })

  it('reads standard input and gives the review as data, with exit code 0 whatever it found', () => {
    const given = 'bash <(curl -s https://a.example)\n'
    const { code, output } = review('-', given, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(output)).toMatchObject({
      ...reviewScript(given),
      closing: expect.any(String) as string,
    })
  })

  it('runs nothing of what it reads', () => {
    const trace = join(folder, 'was-run')
    const given = `touch ${trace}\n$(touch ${trace})\neval "touch ${trace}"\necho > ${trace}\n`
    expect(review('-', given).code).toBe(0)
    expect(existsSync(trace)).toBe(false)
  })

  it('refuses what is missing, too large or not UTF-8, each in a sentence', () => {
    const missing = join(folder, 'missing.sh')
    expect(review(missing, '')).toMatchObject({ code: 1, output: '' })
    expect(review(missing, '').errors).toContain(`${missing} cannot be read: there is no such file.`)
    const large = review('-', 'a'.repeat(1_048_577))
    expect(large.code).toBe(1)
    expect(large.errors).toContain('standard input has more than 1048576 bytes')
    const binary = file('program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0xff, 0xfe]))
    expect(review(binary, '').errors).toContain(`${binary} is not UTF-8 text`)
  })
})
