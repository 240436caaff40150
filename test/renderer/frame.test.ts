import { describe, expect, it } from 'vitest'
import { commandOf } from '../../renderer/frame/shortcuts.ts'
import { inSentence } from '../../renderer/frame/undo.ts'
import { formatRoute, parseRoute } from '../../renderer/route.ts'
import { refuseMarkup, sameOriginScriptUrl } from '../../renderer/trusted-types.ts'

const key = (pressed: string, held: Partial<Parameters<typeof commandOf>[0]> = {}) => ({
  key: pressed,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('Shortcuts', () => {
  it('a number leads to the place at that position', () => {
    expect(commandOf(key('2'), false)).toEqual({ kind: 'place', position: 1 })
    expect(commandOf(key('0'), false)).toBeNull()
  })

  it('Ctrl or Cmd with Z undoes, with Shift or as Y does again', () => {
    expect(commandOf(key('z', { ctrlKey: true }), false)).toEqual({ kind: 'undo' })
    expect(commandOf(key('z', { metaKey: true }), false)).toEqual({ kind: 'undo' })
    expect(commandOf(key('Z', { ctrlKey: true, shiftKey: true }), false)).toEqual({ kind: 'redo' })
    expect(commandOf(key('y', { ctrlKey: true }), false)).toEqual({ kind: 'redo' })
  })

  it('what is typed into a field stays in the field, its own undo too; only the palette opens from there', () => {
    expect(commandOf(key('2'), true)).toBeNull()
    expect(commandOf(key('?', { shiftKey: true }), true)).toBeNull()
    expect(commandOf(key('z', { ctrlKey: true }), true)).toBeNull()
    expect(commandOf(key('k', { ctrlKey: true }), true)).toEqual({ kind: 'palette' })
  })

  it('leaves the browser its own: Alt, Ctrl with a number, Ctrl-Shift-K', () => {
    expect(commandOf(key('1', { altKey: true }), false)).toBeNull()
    expect(commandOf(key('1', { ctrlKey: true }), false)).toBeNull()
    expect(commandOf(key('K', { ctrlKey: true, shiftKey: true }), false)).toBeNull()
  })
})

describe('The address', () => {
  it('holds the place and what is shown in it', () => {
    const route = { place: 'earnings', detail: '3f2a-9' }
    expect(parseRoute(formatRoute(route))).toEqual(route)
    expect(parseRoute('#/rig')).toEqual({ place: 'rig', detail: null })
    expect(parseRoute('#/diligence/card-3f2a/jobs')).toEqual({ place: 'diligence', detail: 'card-3f2a/jobs' })
    expect(parseRoute('#/diligence/card-3f2a/')).toBeNull()
  })

  it('a fragment that carries the bootstrap token is no route', () => {
    expect(parseRoute('#bootstrap=abc')).toBeNull()
    expect(parseRoute('#/rig?bootstrap=abc')).toBeNull()
  })
})

describe('Undo in words', () => {
  it('continues a sentence', () => {
    expect(inSentence('Delete the rig “Attic”')).toBe('delete the rig “Attic”')
  })
})

describe('Trusted Types', () => {
  it('lets style text through and refuses all markup', () => {
    expect(refuseMarkup(':root{--ink:#000}')).toBe(':root{--ink:#000}')
    expect(() => refuseMarkup('a<b')).toThrow('holds "<"')
  })

  it('allows scripts of the own origin only, whatever the spelling', () => {
    const page = 'http://127.0.0.1:4000/'
    expect(sameOriginScriptUrl('./worker.js', page)).toBe('http://127.0.0.1:4000/worker.js')
    for (const address of ['http://127.0.0.1:4001/x.js', '//evil.example/x.js', 'data:text/javascript,1'])
      expect(() => sameOriginScriptUrl(address, page)).toThrow('is refused')
  })
})
