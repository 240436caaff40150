import type { Settings } from '../../../../shared/scenario.ts'
import { Step } from './Step.tsx'
import classes from './FirstRun.module.css'

type Role = NonNullable<Settings['role']>

const roles: readonly { readonly id: Role; readonly label: string; readonly asks: string }[] = [
  { id: 'owner', label: 'I own a GPU', asks: 'Is it worth switching on, at my tariff?' },
  { id: 'operator', label: 'I run several', asks: 'What must each bring, and when do I stop?' },
  {
    id: 'investor',
    label: 'I look at a network’s token',
    asks: 'Does its host earn without the token rising?',
  },
  { id: 'buyer', label: 'I rent compute', asks: 'What does an hour cost whoever serves it?' },
]

type RoleStepProps = { readonly role: Settings['role']; readonly onRole: (role: Role) => void }

export function RoleStep({ role, onRole }: RoleStepProps) {
  return (
    <Step number={1} title="Who is asking?">
      <div className={classes.choices}>
        {roles.map(({ id, label, asks }) => (
          <button
            key={id}
            type="button"
            className={classes.choice}
            aria-pressed={role === id}
            onClick={() => onRole(id)}
          >
            <span className={classes.choiceLabel}>{label}</span>
            <span className={classes.choiceNote}>{asks}</span>
          </button>
        ))}
      </div>
    </Step>
  )
}
