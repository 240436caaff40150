/** The scenario that is being edited, ahead of what is stored by half a second at most. */
import { create } from 'zustand'
import type { Scenario, ScenarioBody } from '../../../shared/scenario.ts'
import { type EntriesPatch, patched } from '../../../shared/scenario-entries.ts'
import type { BookStore } from '../../book.ts'
import { attempt, codeOf, reasonOf, tell } from '../../frame/attempt.ts'
import { registerPendingEdits } from '../../pending-edits.ts'

type EarningsPlace = {
  /** `base` is the stored scenario that the edits were made from. */
  readonly draft: { readonly base: Scenario; readonly body: ScenarioBody } | null
  readonly saving: boolean
  /** Groups of inputs that are folded open. */
  readonly openGroups: readonly string[]
}

const saveAfterMs = 500

export const useEarnings = create<EarningsPlace>()(() => ({
  draft: null,
  saving: false,
  openGroups: ['income', 'electricity', 'capital'],
}))

let timer: ReturnType<typeof setTimeout> | undefined
let landing: Promise<void> = Promise.resolve()

/** What is on screen of a scenario: the edits where there are some, else what is stored. */
export function bodyOnScreen(draft: EarningsPlace['draft'], scenario: Scenario): ScenarioBody {
  return draft?.base.id === scenario.id ? draft.body : scenario.body
}

export function editInputs(store: BookStore, id: string, patch: EntriesPatch): void {
  edit(store, id, (body) => ({ ...body, inputs: patched(body.inputs, patch) }))
}

/** Chooses a rig or a network, and with it what it knows. */
export function choose(
  store: BookStore,
  id: string,
  chosen: Partial<Pick<ScenarioBody, 'rigId' | 'networkId'>>,
  patch: EntriesPatch,
): void {
  edit(store, id, (body) => ({ ...body, ...chosen, inputs: patched(body.inputs, patch) }))
}

/** Changes what is on screen of a stored scenario; it is saved soon after. */
export function edit(store: BookStore, id: string, change: (body: ScenarioBody) => ScenarioBody): void {
  const { draft } = useEarnings.getState()
  const stored = store.getState().scenarios.find((each) => each.id === id)
  const current = draft?.base.id === id ? draft : stored && { base: stored, body: stored.body }
  if (current === undefined) return
  useEarnings.setState({ draft: { base: current.base, body: change(current.body) } })
  clearTimeout(timer)
  timer = setTimeout(() => void land(store), saveAfterMs)
}

/** Saves the edits now, one save at a time. */
export function land(store: BookStore): Promise<void> {
  clearTimeout(timer)
  landing = landing.then(() => save(store))
  return landing
}

async function save(store: BookStore): Promise<void> {
  const { draft } = useEarnings.getState()
  if (draft === null || store.getState().about.readOnlyReason !== null) return
  useEarnings.setState({ saving: true })
  const saved = await saveOrKeepBoth(store, draft.base, draft.body)
  const after = useEarnings.getState().draft
  const editedMeanwhile = after !== null && after.body !== draft.body
  useEarnings.setState({
    saving: false,
    draft: saved === null ? after : editedMeanwhile ? { base: saved, body: after.body } : null,
  })
}

/** Where another window changed the scenario meanwhile, both stay: the edits become a scenario of their own. */
async function saveOrKeepBoth(
  store: BookStore,
  base: Scenario,
  body: ScenarioBody,
): Promise<Scenario | null> {
  try {
    return await store.getState().saveScenario(base, body)
  } catch (failure) {
    if (codeOf(failure) !== 'CONFLICT')
      return attempt('save the scenario', () => Promise.reject(failure as Error))
    const name = `${body.name}, my changes`.slice(0, 120)
    const kept = await attempt('save the scenario', () =>
      store.getState().saveScenario(null, { ...body, name }),
    )
    if (kept !== null)
      tell(`It was changed elsewhere meanwhile (${reasonOf(failure)}). Yours is kept as “${name}”.`)
    return kept
  }
}

/** Lets the edits land before undo, and when the page is hidden or left. */
export function keepLanding(store: BookStore): () => void {
  const withdraw = registerPendingEdits(() => land(store))
  const onHide = () => {
    if (document.visibilityState === 'hidden') void land(store)
  }
  document.addEventListener('visibilitychange', onHide)
  return () => {
    document.removeEventListener('visibilitychange', onHide)
    withdraw()
    void land(store)
  }
}

export function toggleGroup(id: string, open: boolean): void {
  const { openGroups } = useEarnings.getState()
  const others = openGroups.filter((each) => each !== id)
  useEarnings.setState({ openGroups: open ? [...others, id] : others })
}
