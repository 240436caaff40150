import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { type ReactNode, useContext, useState } from 'react'
import type { Checklist } from '../../../../shared/diligence/checklist.ts'
import type { OwnChecklist } from '../../../../shared/diligence/scorecard.ts'
import { BookContext } from '../../../book.ts'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import { tell } from '../../../frame/attempt.ts'
import { changeDiligence, readDiligence, useListing, useReadOnlyReason, useToday } from '../use-diligence.ts'
import { counted } from '../words.ts'
import { ChecklistEditor } from './ChecklistEditor.tsx'
import { ChecklistItems } from './ChecklistItems.tsx'
import classes from './Checklists.module.css'
import { copyOf } from './own-checklist.ts'
import { editable } from './save-checklist.ts'
import { shown } from '../shown.ts'

/** What is asked of a market: the checklist that ships, and one's own. */
export function ChecklistsPage() {
  const book = useContext(BookContext)
  const { shippedChecklist, shippedSha256, ownChecklists } = useListing()
  const today = useToday()
  const readOnly = useReadOnlyReason(null) !== null
  const [openId, setOpenId] = useState<string | null>(null)
  const copy = async (checklist: Checklist) => {
    if (book === null) return
    const body = copyOf(checklist, today, `own-${crypto.randomUUID()}`)
    const kept = await changeDiligence(book, 'copy the checklist', () =>
      book.getState().client.scorecard.saveChecklist({ id: null, revision: 0, body: editable(body) }),
    )
    if (kept === null) return
    await readDiligence(book)
    setOpenId(kept.id)
  }
  const remove = async (own: OwnChecklist) => {
    if (book === null) return
    const done = await changeDiligence(book, 'remove the checklist', () =>
      book.getState().client.scorecard.removeChecklist({ id: own.id, revision: own.revision }),
    )
    if (done === null) return
    tell(`Removed: “${shown(own.body.name)}”. Cards that were answered by it keep it. Ctrl Z brings it back.`)
  }
  const toggle = (id: string) => setOpenId(openId === id ? null : id)
  return (
    <div className={classes.page}>
      <SentenceHeadline
        sentence={`${counted(shippedChecklist.items.length, 'question', 'questions')} ship with Idlewatt; ${
          ownChecklists.length === 0
            ? 'you have no checklist of your own yet.'
            : `you have ${counted(ownChecklists.length, 'checklist', 'checklists')} of your own.`
        }`}
        aside="A card stays with the version that it was answered by; a newer one is taken on in the card, and old answers stay readable."
      />
      <ul className={classes.checklists}>
        <Entry
          checklist={shippedChecklist}
          note="ships with Idlewatt; it is not changed, only copied"
          isOpen={openId === shippedSha256}
          onToggle={() => toggle(shippedSha256)}
          buttons={
            <CopyButton
              checklist={shippedChecklist}
              disabled={readOnly}
              onCopy={() => void copy(shippedChecklist)}
            />
          }
        >
          <ChecklistItems checklist={shippedChecklist} />
        </Entry>
        {ownChecklists.map((own) => (
          <Entry
            key={own.id}
            checklist={own.body}
            note="yours"
            isOpen={openId === own.id}
            onToggle={() => toggle(own.id)}
            buttons={
              <>
                <CopyButton checklist={own.body} disabled={readOnly} onCopy={() => void copy(own.body)} />
                <Button
                  variant="default"
                  size="compact-xs"
                  disabled={readOnly}
                  aria-label={`Remove ${shown(own.body.name)}`}
                  onClick={() => void remove(own)}
                >
                  Remove
                </Button>
              </>
            }
          >
            <ChecklistEditor key={own.revision} own={own} readOnly={readOnly} />
          </Entry>
        ))}
      </ul>
    </div>
  )
}

type CopyButtonProps = {
  readonly checklist: Checklist
  readonly disabled: boolean
  readonly onCopy: () => void
}

function CopyButton({ checklist, disabled, onCopy }: CopyButtonProps) {
  return (
    <Button
      variant="default"
      size="compact-xs"
      disabled={disabled}
      leftSection={<IconCopy size={13} stroke={1.7} aria-hidden />}
      aria-label={`Copy ${shown(checklist.name)}`}
      onClick={onCopy}
    >
      Copy
    </Button>
  )
}

type EntryProps = {
  readonly checklist: Checklist
  readonly note: string
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly buttons: ReactNode
  readonly children: ReactNode
}

function Entry({ checklist, note, isOpen, onToggle, buttons, children }: EntryProps) {
  return (
    <li className={classes.checklist}>
      <div className={classes.head}>
        <div className={classes.words}>
          <h2 className={classes.title}>{shown(checklist.name)}</h2>
          <span className={classes.small}>
            version {checklist.version} of {checklist.compiledAt} ·{' '}
            {counted(checklist.items.length, 'question', 'questions')} · {note}
          </span>
        </div>
        <Button
          variant="default"
          size="compact-xs"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? 'Close' : 'Open'} the questions of ${shown(checklist.name)}`}
          onClick={onToggle}
        >
          {isOpen ? 'Close' : 'Open'}
        </Button>
        {buttons}
      </div>
      {isOpen && children}
    </li>
  )
}
