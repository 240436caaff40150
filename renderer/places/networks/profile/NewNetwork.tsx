import { Button, Modal, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useContext, useState } from 'react'
import { packOf, packText } from '../../../../shared/markets/market-pack.ts'
import { BookContext, useBook } from '../../../book.ts'
import { safeUrl } from '../../../controls/links.ts'
import { goTo } from '../../../frame/frame-store.ts'
import { todayOf } from './age.ts'
import { blankMarket, marketIdOf } from './blank-market.ts'
import { changed } from './open-market.ts'
import classes from './Editor.module.css'
import page from './Profile.module.css'
import { longest } from './term-bounds.ts'

/** A network that does not ship: its name and address, and everything else unknown until the person says it. */
export function NewNetwork() {
  const store = useContext(BookContext)
  const markets = useBook((book) => book.markets)
  const readOnly = useBook((book) => book.about.readOnlyReason !== null)
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  const [homepage, setHomepage] = useState('https://')
  const [problem, setProblem] = useState<string | null>(null)

  const submit = async () => {
    const id = marketIdOf(name, new Set(markets.map((market) => market.id)))
    if (id === null) return setProblem('Name: expected at least one letter or digit.')
    if (safeUrl(homepage.trim()) === null)
      return setProblem(
        'Home page: expected an address that begins with https://, such as https://example.org.',
      )
    if (store === null) return
    setProblem(null)
    const today = todayOf(Date.now())
    const text = packText(packOf([blankMarket(id, name.trim(), homepage.trim())], today))
    const { client } = store.getState()
    if (
      !(await changed(store, 'add the network', () =>
        client.market.packImport({ text, networks: [{ id, revision: 0 }] }),
      ))
    )
      return
    setOpened(false)
    goTo('networks', id)
  }

  return (
    <>
      <Button
        variant="default"
        disabled={readOnly}
        leftSection={<IconPlus size={14} stroke={1.7} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        New network
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title="A network that does not ship with Idlewatt"
        closeButtonProps={{ 'aria-label': 'Close without adding' }}
      >
        <form
          className={classes.newForm}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          <TextInput
            label="Name"
            data-autofocus
            maxLength={longest.name}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label="Home page"
            maxLength={200}
            value={homepage}
            onChange={(event) => setHomepage(event.currentTarget.value)}
          />
          {problem !== null && (
            <p className={classes.problem} role="alert">
              {problem}
            </p>
          )}
          <p className={page.standing}>All its terms begin as unknown; each is set on its page.</p>
          <div className={classes.buttons}>
            <Button type="submit">Add it</Button>
            <Button variant="default" onClick={() => setOpened(false)}>
              Cancel
            </Button>
          </div>
        </form>
      </Modal>
    </>
  )
}
