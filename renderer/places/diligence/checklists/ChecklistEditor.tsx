import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Checklist, ChecklistItem } from '../../../../shared/diligence/checklist.ts'
import type { OwnChecklist } from '../../../../shared/diligence/scorecard.ts'
import { NameField } from '../../../controls/NameField.tsx'
import { tell } from '../../../frame/attempt.ts'
import { useToday } from '../use-diligence.ts'
import { ChecklistItems } from './ChecklistItems.tsx'
import classes from './Checklists.module.css'
import { draftOfItem, newItemDraft } from './item-draft.ts'
import { ItemForm } from './ItemForm.tsx'
import { nextVersion, withItem } from './own-checklist.ts'
import { useSaveChecklist } from './save-checklist.ts'
import { shown } from '../shown.ts'

type ChecklistEditorProps = { readonly own: OwnChecklist; readonly readOnly: boolean }

/** A checklist of the person's own: its name and its questions. Every change is kept as the next version. */
export function ChecklistEditor({ own, readOnly }: ChecklistEditorProps) {
  const today = useToday()
  const save = useSaveChecklist(own)
  /** Of the question in the form; 'new' for one more. */
  const [editing, setEditing] = useState<string | null>(null)
  const [naming, setNaming] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { body } = own
  const keep = async (change: Partial<Checklist>) => {
    const refused = await save(nextVersion(body, today, change))
    setProblem(refused)
    if (refused === null) setEditing(null)
    return refused
  }
  const rename = (name: string) => {
    setNaming(false)
    if (name.trim() !== '' && name.trim() !== body.name) void keep({ name: name.trim() })
  }
  const remove = async (item: ChecklistItem) => {
    const refused = await keep({ items: body.items.filter(({ id }) => id !== item.id) })
    if (refused === null) tell(`Removed: “${shown(item.question)}”. Ctrl Z brings it back.`)
  }
  const form = (item: ChecklistItem | null) => (
    <ItemForm
      initial={item === null ? newItemDraft : draftOfItem(item)}
      checklist={body}
      onKeep={(kept) => keep({ items: withItem(body.items, kept) })}
      onClose={() => setEditing(null)}
    />
  )
  return (
    <div className={classes.editor}>
      <div className={classes.bar}>
        {naming ? (
          <NameField
            label="Name of the checklist"
            name={body.name}
            onDone={rename}
            onCancel={() => setNaming(false)}
          />
        ) : (
          <Button variant="default" size="compact-xs" disabled={readOnly} onClick={() => setNaming(true)}>
            Rename
          </Button>
        )}
        <Button
          variant="default"
          size="compact-xs"
          disabled={readOnly || editing === 'new'}
          leftSection={<IconPlus size={13} stroke={1.7} aria-hidden />}
          onClick={() => setEditing('new')}
        >
          Add a question
        </Button>
      </div>
      {problem !== null && editing === null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {editing === 'new' && form(null)}
      <ChecklistItems
        checklist={body}
        renderForm={(item) => (editing === item.id ? form(item) : null)}
        renderButtons={(item) => (
          <>
            <Button
              variant="default"
              size="compact-xs"
              disabled={readOnly}
              aria-label={`Edit: ${shown(item.question)}`}
              onClick={() => setEditing(item.id)}
            >
              Edit
            </Button>
            <Button
              variant="default"
              size="compact-xs"
              disabled={readOnly || body.items.length === 1}
              aria-label={`Remove: ${shown(item.question)}`}
              onClick={() => void remove(item)}
            >
              Remove
            </Button>
          </>
        )}
      />
    </div>
  )
}
