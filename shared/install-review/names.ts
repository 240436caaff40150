/** Names of commands that are written so that nobody finds them. */
import { watched } from './commands.ts'
import { report, type Machine, type Scene, type Span } from './machine.ts'
import { matchesGlob } from './paths.ts'
import { unknownText, type Value } from './value.ts'

/** `/bin/c?rl`: a pattern that stands for a command. */
const isPatternOfName = (name: string) =>
  name.length < 20 &&
  /[?*[]/.test(name) &&
  name.replace(/[?*]|\[[^\]]*\]/g, '').length > 1 &&
  [...watched].some((each) => matchesGlob(name, each))

/** A name that is watched and does not stand in the word as it is: put together from pieces. */
export function lookAtName(machine: Machine, word: string, { text }: Value, scene: Scene, at: Span): void {
  const name = text.replace(/^[\s\S]*\//, '').replaceAll(unknownText, '')
  if (/\$\{?IFS/.test(word) || isPatternOfName(name)) report(machine, 'split-name', scene, at)
  if (!watched.has(name) || word.includes(name) || name.length < 2) return
  const isOneExpansion =
    /^["']?(?:[\w/.~-]*\/)?\$(?:\w+|[@*]|\{[\w[\]@]+\}|\{\w+:?[-=][^}]*\}|\(.*\))["']?$/s.test(word) ||
    /^`[^`]*`$/.test(word)
  if (!isOneExpansion && /["'\\$`{]/.test(word)) report(machine, 'split-name', scene, at)
}
