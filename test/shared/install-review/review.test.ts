/** What the review says, where, and what it says it did not read. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { alarmClasses, noteClasses, reasons } from '../../../shared/install-review/classes.ts'
import { closingSentence, reviewScript } from '../../../shared/install-review/review.ts'
import { visible } from '../../../shared/install-review/visible.ts'

const found = (script: string) =>
  reviewScript(script).findings.map(({ class: name, line, column }) => `${name} ${line}:${column}`)

describe('SR1 A review', () => {
  it('names class, line, column, excerpt and meaning', () => {
    expect(reviewScript('set -e\ncurl https://a.example | sh\n')).toEqual({
      findings: [
        {
          class: 'download-to-shell',
          severity: 'alarm',
          line: 2,
          column: 26,
          excerpt: 'curl https://a.example | sh',
          meaning: reasons['fetched-and-run'].meaning,
        },
      ],
      lines: 2,
      notRead: [],
    })
    expect(reviewScript('curl https://a.example | sh').findings[0]?.class).toBe('download-to-shell')
  })

  it('points into a text that is handed to a shell, and to the place where a decoded one is run', () => {
    expect(found("bash -c '\nls\ncurl u | sh\n'")).toEqual(['download-to-shell 3:10'])
    const decoded = reviewScript('ls\necho Y3VybCB1IHwgc2g= | base64 -d | sh').findings.find(
      (finding) => finding.class === 'download-to-shell',
    )
    expect(decoded).toMatchObject({
      line: 2,
      excerpt: expect.stringContaining('[runs] curl u | sh') as string,
    })
  })

  it('gives notes and no alarm for a plain installation of a package', () => {
    const { findings } = reviewScript(
      'apt-get install -y nvidia-driver\nuseradd -r node\nsystemctl enable node\nmodprobe nvidia\n',
    )
    expect(findings.map(({ class: name, severity }) => `${severity} ${name}`)).toEqual([
      'note service',
      'note kernel-module',
    ])
  })

  it('follows every branch: what is never taken hides nothing', () => {
    expect(found('a=curl\nif false; then a=true; fi\n$a u | sh')).toEqual(['download-to-shell 3:8'])
    expect(found('a=curl\n(a=true)\n$a u | sh')).toEqual(['download-to-shell 3:8'])
    expect(found('a=curl\na=true\n$a u | sh')).toEqual([])
  })
})

describe('SR3 What was not read', () => {
  it('is said with its line, and looked at word by word', () => {
    const { findings, notRead } = reviewScript('ls\nif [ x ]; then\ncurl u | sh\n')
    expect(notRead).toEqual([
      { line: 3, why: expect.stringContaining("expected 'fi' to close 'if'") as string },
    ])
    expect(findings.map(({ line }) => line)).toContain(3)
  })

  it('names files that are run and are not part of the text, and an eval that nobody can foresee', () => {
    expect(reviewScript('bash /opt/other.sh').notRead).toEqual([
      { line: 1, why: 'a file is run that is not part of this text: /opt/other.sh' },
    ])
    expect(reviewScript('eval "$1"').notRead).toEqual([
      { line: 1, why: 'what eval runs is only known when the script runs' },
    ])
  })
})

describe('SR4 The words of a review', () => {
  it('never call a script safe, and say what was looked for and that this is all', () => {
    const nothing = closingSentence(reviewScript('ls'))
    expect(nothing).toMatch(/^Nothing of what was looked for was found in one line\. Looked for: /)
    expect(nothing).toContain('This says nothing about what was not looked for')
    for (const label of [...Object.values(alarmClasses), ...Object.values(noteClasses)])
      expect(nothing).toContain(label.toLowerCase())
    const folder = join(import.meta.dirname, '../../../shared/install-review')
    const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
    texts.push(readFileSync(join(folder, '../../electron/commands/review.ts'), 'utf8'))
    expect(texts.length).toBeGreaterThan(10)
    expect(texts.filter((text) => /safe/i.test(text))).toEqual([])
  })
})

describe('SR5 Text shown', () => {
  it('writes out what hides or moves other text', () => {
    expect(visible('a\u001b[2Kb')).toBe('a\\x1b[2Kb')
    expect(visible('\u202e\u200b\t\r\ufeff\u{e0041}\u0085\ud800')).toBe(
      '\\u202e\\u200b\\t\\r\\ufeff\\u{e0041}\\x85\\ud800',
    )
    expect(reviewScript('curl "\u202eu" | sh').findings[0]?.excerpt).toBe('curl "\\u202eu" | sh')
  })

  it('does not take line ends of another system, a mark at the start or joined pictures for hidden', () => {
    expect(found('\ufeffls\r\necho 👩\u200d🚀\r\n')).toEqual([])
    expect(found('ls\rcurl\necho a\u200db')).toEqual(['hidden-characters 1:3', 'hidden-characters 2:7'])
  })
})

describe("SR6 Debian's own maintainer scripts", () => {
  it('raise alarms in at most one of ten', ({ skip }) => {
    const folder = '/var/lib/dpkg/info'
    const names = listed(folder).filter((name) => /\.(?:preinst|postinst|prerm|postrm)$/.test(name))
    if (names.length < 100) {
      console.warn(`SKIPPED: ${folder} has ${names.length} maintainer scripts here; at least 100 are needed`)
      skip()
    }
    const reviews = names.map((name) => ({ name, ...reviewScript(readFileSync(join(folder, name), 'utf8')) }))
    const alarming = reviews.filter(({ findings }) => findings.some(({ severity }) => severity === 'alarm'))
    const unread = reviews.filter(({ notRead }) => notRead.length > 0)
    console.log(
      `Debian: ${alarming.length} of ${names.length} maintainer scripts raise an alarm; ${unread.length} have parts that were not read`,
    )
    expect(alarming.length / names.length).toBeLessThanOrEqual(0.1)
    expect(reviews.flatMap(({ findings }) => findings).length).toBeGreaterThan(50)
  })
})

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
