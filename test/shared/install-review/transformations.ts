/** The same command in other clothes: each gives text that a shell would run to the same effect. */

export type Transformation = { readonly name: string; readonly of: (script: string) => string | null }

const quoted = (script: string) => `'${script.replaceAll("'", `'\\''`)}'`
/** UTF-8, so that a hidden character survives the way through base64. */
const base64 = (script: string) => Buffer.from(script).toString('base64')
const octal = (script: string) =>
  [...Buffer.from(script)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')

/** The word that a command begins with, where it is plain. */
const firstWord = (script: string) => /^[a-z][\w.-]*(?= )/.exec(script)?.[0]
const withFirst = (script: string, change: (word: string) => string) => {
  const word = firstWord(script)
  return word === undefined ? null : change(word) + script.slice(word.length)
}

export const transformations: readonly Transformation[] = [
  { name: 'as it is', of: (script) => script },
  { name: 'name quoted', of: (script) => withFirst(script, (word) => `"${word}"`) },
  {
    name: 'name in two quotes',
    of: (script) => withFirst(script, (word) => `"${word.slice(0, 1)}"'${word.slice(1)}'`),
  },
  { name: 'name with a backslash', of: (script) => withFirst(script, (word) => `\\${word}`) },
  {
    name: 'name in a variable',
    of: (script) => withFirst(script, (word) => `tool=${word}\n$tool`),
  },
  {
    name: 'name in two variables',
    of: (script) => withFirst(script, (word) => `a=${word.slice(0, 2)}; b=${word.slice(2)}\n"\${a}\${b}"`),
  },
  {
    name: 'whole command in a variable',
    of: (script) => `job=${quoted(script)}\neval "$job"`,
  },
  { name: 'sh -c', of: (script) => `sh -c ${quoted(script)}` },
  { name: 'bash -c within bash -c', of: (script) => `bash -c ${quoted(`bash -c ${quoted(script)}`)}` },
  { name: 'base64', of: (script) => `echo ${base64(script)} | base64 --decode | bash` },
  { name: 'octal', of: (script) => `printf '${octal(script)}' | sh` },
  { name: 'here-doc', of: (script) => `bash <<'END'\n${script}\nEND` },
  { name: 'here-string', of: (script) => `bash <<< ${quoted(script)}` },
  { name: 'written to a file', of: (script) => `cat > /tmp/job.sh <<'END'\n${script}\nEND\nsh /tmp/job.sh` },
  {
    name: 'alias',
    of: (script) => withFirst(script, (word) => `alias go=${word}\ngo`),
  },
  { name: 'function', of: (script) => `job() {\n  ${script}\n}\njob` },
  {
    name: 'function for the name',
    of: (script) => withFirst(script, (word) => `go() { ${word} "$@"; }\ngo`),
  },
  {
    name: 'line continuation',
    of: (script) => (script.includes("'") ? null : script.replace(/ /, ' \\\n  ')),
  },
  { name: 'more blanks', of: (script) => withFirst(script, (word) => `   \t${word}   `) },
  { name: 'in a branch', of: (script) => `if true; then\n  ${script}\nfi` },
  { name: 'in a loop', of: (script) => `for i in 1 2 3; do ${script}; done` },
  { name: 'in the background', of: (script) => `(${script}\n) &` },
  { name: 'behind wrappers', of: (script) => `nohup timeout 60 env A=1 sh -c ${quoted(script)} &` },
  { name: 'as another account', of: (script) => `su nobody -c ${quoted(script)}` },
  { name: 'through xargs', of: (script) => `echo x | xargs -I% sh -c ${quoted(script)}` },
  { name: 'command substitution', of: (script) => `out=$(${script}\n)` },
  { name: 'other line ends', of: (script) => `set -e\r\n${script}\r\n` },
]
