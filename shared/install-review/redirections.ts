/** Where a command's input comes from and where what it prints goes. */
import type { HereDoc, Redirect, Redirection } from 'unbash'
import { readFile } from './files.ts'
import { lookForKeyPaths, type Machine, type Scene } from './machine.ts'
import { noteText } from './notes.ts'
import { has, literal, origin, type Value } from './value.ts'
import { textOfParts, textOfWord } from './words.ts'

export type Target = { readonly path: Value; readonly isAppended: boolean }
export type Redirected = { readonly input: Value; readonly targets: readonly Target[] }

export function redirected(redirects: readonly Redirection[], scene: Scene, machine: Machine): Redirected {
  let { input } = scene
  const targets: Target[] = []
  for (const redirect of redirects) {
    const descriptor = redirect.descriptor?.type === 'FileDescriptor' ? redirect.descriptor.value : undefined
    const source = sourceOf(redirect, scene, machine)
    if (source !== undefined) {
      if (descriptor === undefined || descriptor === 0) input = source
      else machine.descriptors.set(descriptor, source)
    } else if (redirect.type === 'Redirect') {
      const target = targetOf(redirect, scene, machine)
      if (target === undefined) continue
      if (descriptor === undefined || descriptor === 1) targets.push(target)
      else if (descriptor > 2) machine.descriptors.set(descriptor, readFile(target.path.text, scene, machine))
    }
  }
  return { input, targets }
}

function sourceOf(redirect: Redirection, scene: Scene, machine: Machine): Value | undefined {
  if (redirect.type === 'HereDoc') return hereDocument(redirect, scene, machine)
  if (redirect.target === undefined) return undefined
  if (redirect.type === 'HereString')
    return textOfWord(redirect.target, { ...scene, captured: true }, machine)
  if (redirect.operator === '<' || redirect.operator === '<>') {
    const path = textOfWord(redirect.target, scene, machine)
    lookForKeyPaths(machine, path, scene, redirect)
    return readFile(path.text, scene, machine)
  }
  if (redirect.operator !== '<&') return undefined
  return (
    machine.descriptors.get(Number(redirect.target.text)) ??
    (redirect.target.text === '0' ? scene.input : undefined)
  )
}

function hereDocument({ body, operator }: HereDoc, scene: Scene, machine: Machine): Value {
  const { parts } = body
  if (scene.offset !== null)
    machine.hereDocumentsEnd = Math.max(machine.hereDocumentsEnd, scene.offset + body.end)
  const value =
    parts === undefined ? literal(body.text) : textOfParts(parts, { ...scene, captured: true }, machine)
  return operator === '<<-' ? { text: value.text.replace(/^\t+/gm, ''), flags: value.flags } : value
}

function targetOf({ target, operator }: Redirect, scene: Scene, machine: Machine): Target | undefined {
  if (target === undefined) return undefined
  const path = textOfWord(target, scene, machine)
  if (/^\d+$|^-$/.test(path.text)) {
    const descriptor = machine.descriptors.get(Number(path.text))
    return operator === '>&' && descriptor !== undefined && has(descriptor, origin.fetched)
      ? { path: literal('/dev/tcp/'), isAppended: false }
      : undefined
  }
  lookForKeyPaths(machine, path, scene, target)
  noteText(path, scene, machine, target)
  return { path, isAppended: operator === '>>' || operator === '&>>' }
}
