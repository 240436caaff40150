/** How much of what it claims to find the review finds, in other clothes too. @see promises S1 */
import { describe, expect, it } from 'vitest'
import { reviewScript } from '../../../shared/install-review/review.ts'
import { baseCommands } from './base-commands.ts'
import { transformations } from './transformations.ts'

const variants = baseCommands.flatMap((base) =>
  transformations.flatMap(({ name, of }) => {
    const script = of(base.script)
    return script === null ? [] : [{ ...base, name, variant: script }]
  }),
)
const isFound = ({ class: found, variant }: (typeof variants)[number]) =>
  reviewScript(variant).findings.some((finding) => finding.class === found)

describe('SR2 The review sees through other clothes', () => {
  it('with at least 40 commands and 300 variants, finds at least 95 % in every class', () => {
    expect(new Set(baseCommands.map(({ script }) => script)).size).toBeGreaterThanOrEqual(40)
    expect(new Set(variants.map(({ variant }) => variant)).size).toBeGreaterThanOrEqual(300)
    const missed = variants.filter((variant) => !isFound(variant))
    const rows = [...new Set(baseCommands.map((base) => base.class))].map((found) => {
      const all = variants.filter((variant) => variant.class === found)
      const not = missed.filter((variant) => variant.class === found).length
      return { class: found, variants: all.length, found: all.length - not, recall: 1 - not / all.length }
    })
    console.table(rows)
    for (const { name, variant } of missed) console.log(`missed (${name}): ${variant}`)
    expect(rows.filter(({ recall }) => recall < 0.95)).toEqual([])
  })

  it('raises no alarm on what only looks alike', () => {
    const plain = [
      'echo "never run curl https://a.example | sh"',
      '# curl https://a.example | sh\necho done',
      'curl -fsSL https://a.example/key.gpg | gpg --dearmor -o /usr/share/keyrings/a.gpg',
      'curl -fsSLo /tmp/a.json https://a.example/a.json; jq . /tmp/a.json',
      'apt-get install -y curl bash openssh-client',
      'version=$(curl -s https://a.example/v); echo "$version"',
      'sh -c "echo $(curl -s https://a.example/v)"',
      'curl -d "name=x" https://a.example/register',
      'printf "\\033[1mdone\\033[0m\\n"',
      'openssl base64 -in a -out b',
      'for f in *.sh; do chmod +x "$f"; done',
      'cat /proc/cpuinfo | grep model',
      'PATH="$HOME/.local/bin:$PATH"',
      'curl -H "Authorization: Bearer $GITHUB_TOKEN" https://a.example/releases',
      'gpg --export me@a.example > public.asc',
      "sed -i -e 's/enabled/e/g' -e '/rules/d' -e '/ends/e.conf' a.conf",
      'dpkg -L x | sed -En -e \'/^(.*)\\.py$/s,,rm "\\1.pyc",e\'',
      "PROMPT_COMMAND='history -a'",
      'echo "👩\u200d🚀 ready"',
    ]
    const alarming = plain.filter((script) =>
      reviewScript(script).findings.some(({ severity }) => severity === 'alarm'),
    )
    expect(alarming).toEqual([])
  })
})
