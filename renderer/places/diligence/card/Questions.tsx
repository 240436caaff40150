import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import type { ChecklistItem } from '../../../../shared/diligence/checklist.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { EmptyState } from '../../../controls/EmptyState.tsx'
import { type ItemFilter, useDiligencePlace } from '../store.ts'
import { useReadOnlyReason, useScoredToday } from '../use-diligence.ts'
import classes from './Card.module.css'
import { CardHead } from './CardHead.tsx'
import { AskedBy, ChecklistNotice } from './ChecklistNotice.tsx'
import { EvidenceDrawer } from './EvidenceDrawer.tsx'
import { answeredWords } from './exempt-answers.ts'
import { ExemptNotice } from './ExemptNotice.tsx'
import { NoLongerAsked } from './NoLongerAsked.tsx'
import { blankItem } from './own-item.ts'
import { OwnItemForm } from './OwnItemForm.tsx'
import { QuestionTable } from './QuestionTable.tsx'
import { ownItemId, questionGroups } from './rows.ts'
import { ToDoList } from './ToDoList.tsx'
import { useAnswering } from './use-answering.ts'
import { damageWords } from './card-words.ts'

type QuestionsProps = {
  readonly card: Scorecard
  /** What the facts that ship say: nobody keeps it. */
  readonly isStarter?: boolean
}

const filters: { value: ItemFilter; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'unanswered', label: 'Unanswered' },
  { value: 'red flags', label: 'Red flags' },
  { value: 'ageing', label: 'Ageing' },
]

const starterReason = 'These answers are the catalogue’s. Begin a card of this market to add your own.'

/** What is asked of a market, what is known, and what to find out next. */
export function Questions({ card, isStarter = false }: QuestionsProps) {
  const scoredOn = useScoredToday()(card)
  const ofCard = useReadOnlyReason(card)
  const readOnly = isStarter ? starterReason : ofCard
  const filter = useDiligencePlace((place) => place.filter)
  const groups = useMemo(() => questionGroups(scoredOn, filter), [scoredOn, filter])
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups])
  const columns = useRef<HTMLDivElement>(null)
  const { focused, goTo, keep, onRowKey } = useAnswering(card, rows, readOnly, columns)
  const [ownItem, setOwnItem] = useState<ChecklistItem | null>(null)
  const { standing, scored } = scoredOn
  const closeOwnItem = (keptId: string | null) => {
    setOwnItem(null)
    goTo(keptId ?? focused?.id ?? '')
  }
  return (
    <div className={classes.page}>
      {card.damage.length > 0 && (
        <EmptyState
          kind="broken"
          title="This card is damaged: it is only read."
          whatToDo={damageWords(card.damage, card.entries.length)}
        />
      )}
      <CardHead card={card} scoredOn={scoredOn} readOnly={readOnly} isKept={!isStarter} />
      <ChecklistNotice card={card} standing={standing} readOnly={readOnly !== null} />
      {!isStarter && <ExemptNotice card={card} scoredOn={scoredOn} readOnly={readOnly !== null} />}
      <ToDoList card={card} scoredOn={scoredOn} isKept={!isStarter} onGoTo={goTo} />
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="Which questions"
          size="xs"
          value={filter}
          data={filters}
          onChange={(value) => useDiligencePlace.setState({ filter: value })}
        />
        <p className={classes.count} role="status">
          {answeredWords(scored)}
        </p>
        {!isStarter && (
          <Button
            variant="default"
            className={classes.apart}
            disabled={readOnly !== null}
            leftSection={<IconPlus size={14} stroke={1.7} aria-hidden />}
            onClick={() => setOwnItem(blankItem(ownItemId(standing)))}
          >
            A question of your own
          </Button>
        )}
      </div>
      <div className={classes.columns} ref={columns}>
        <div>
          {rows.length === 0 ? (
            <EmptyState
              kind="empty"
              title="No question is left by this filter."
              whatToDo="“All” shows every question again."
            />
          ) : (
            <QuestionTable
              cardId={card.id}
              groups={groups}
              focusedId={focused?.id ?? null}
              onKeyDown={onRowKey}
            />
          )}
          <p id="question-keys" className={classes.keys}>
            Y yes, P partly, N no, U unknown, X does not apply; then 1 to 7 for what it rests on, D for
            yesterday, Enter keeps it and goes on. E leads to the words beside it, Esc back.
          </p>
          <NoLongerAsked card={card} standing={standing} />
          {!isStarter && <AskedBy card={card} standing={standing} readOnly={readOnly !== null} />}
        </div>
        {ownItem === null ? (
          focused !== null && (
            <EvidenceDrawer
              key={focused.id}
              card={card}
              scoredOn={scoredOn}
              row={focused}
              readOnly={readOnly}
              onKeep={() => keep(focused?.id ?? '')}
              onBack={() => goTo(focused?.id ?? '')}
              onEditItem={setOwnItem}
            />
          )
        ) : (
          <OwnItemForm
            key={ownItem.id}
            card={card}
            item={ownItem}
            isNew={ownItem.question === ''}
            onClose={closeOwnItem}
          />
        )}
      </div>
    </div>
  )
}
