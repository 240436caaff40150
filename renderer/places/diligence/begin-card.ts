/** Begins a card, and opens it. */
import { useCallback, useContext } from 'react'
import { BookContext } from '../../book.ts'
import { goTo } from '../../frame/frame-store.ts'
import { cardDetail } from './address.ts'
import { checklistChoices } from './checklist-choices.ts'
import { useDiligencePlace } from './store.ts'
import { changeDiligence, readDiligence, useListing, useRoles } from './use-diligence.ts'
import { shown } from './shown.ts'

/** `networkId` null: a market that the catalogue does not have. */
export function useBeginCard(): (name: string, networkId: string | null) => Promise<void> {
  const book = useContext(BookContext)
  const listing = useListing()
  const beginWith = useDiligencePlace((place) => place.beginWith)
  const isThere = checklistChoices(listing).some(({ key }) => key === beginWith)
  const checklist = beginWith === null || !isThere ? listing.shippedSha256 : beginWith
  const roles = useRoles()
  return useCallback(
    async (name, networkId) => {
      if (book === null) return
      const card = await changeDiligence(book, `begin a card of “${shown(name)}”`, () =>
        book.getState().client.scorecard.begin({ name, networkId, roles: [...roles], checklist }),
      )
      if (card === null) return
      await readDiligence(book)
      goTo('diligence', cardDetail(card.id))
    },
    [book, roles, checklist],
  )
}
