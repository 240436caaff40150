import type { ReactNode } from 'react'
import { type Checklist, type ChecklistItem, parts } from '../../../../shared/diligence/checklist.ts'
import { partLabels } from '../words.ts'
import classes from './Checklists.module.css'
import { shown } from '../shown.ts'

type ChecklistItemsProps = {
  readonly checklist: Checklist
  readonly renderButtons?: (item: ChecklistItem) => ReactNode
  /** In the place of an item that is being changed. */
  readonly renderForm?: (item: ChecklistItem) => ReactNode
}

/** All questions, part by part. */
export function ChecklistItems({ checklist, renderButtons, renderForm }: ChecklistItemsProps) {
  return (
    <div className={classes.parts}>
      {parts.map((part) => {
        const items = checklist.items.filter((item) => item.part === part)
        if (items.length === 0) return null
        return (
          <section
            key={part}
            className={classes.part}
            aria-label={`${shown(checklist.name)}, ${partLabels[part]}`}
          >
            <h3 className={classes.partTitle}>
              {partLabels[part]} <span className={classes.small}>{items.length}</span>
            </h3>
            <ul>
              {items.map((item) => (
                <li key={item.id} className={classes.item}>
                  {renderForm?.(item) ?? <Item item={item} buttons={renderButtons?.(item)} />}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function Item({ item, buttons }: { readonly item: ChecklistItem; readonly buttons: ReactNode }) {
  return (
    <div className={classes.itemRow}>
      <details className={classes.details}>
        <summary>{shown(item.question)}</summary>
        <dl className={classes.facts}>
          <dt>Why</dt>
          <dd>{shown(item.why)}</dd>
          <dt>How to check</dt>
          <dd>{shown(item.howToCheck)}</dd>
          <dt>Evidence that counts</dt>
          <dd>{shown(item.evidenceThatCounts)}</dd>
          {item.exemption !== null && (
            <>
              <dt>Does not apply</dt>
              <dd>{shown(item.exemption.words)}</dd>
            </>
          )}
        </dl>
      </details>
      <span className={classes.small}>
        {shown(item.topic)} · {item.importance} · half-life {item.halfLifeDays} d
        {item.redFlag ? ' · red flag' : ''}
        {item.computation === null ? '' : ' · computed'}
      </span>
      <span className={classes.actions}>{buttons}</span>
    </div>
  )
}
