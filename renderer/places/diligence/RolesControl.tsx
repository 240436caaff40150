import { useId } from 'react'
import { roles as allRoles } from '../../../shared/diligence/checklist.ts'
import classes from './RolesControl.module.css'
import { toggleRole } from './store.ts'
import { useRoles } from './use-diligence.ts'
import { roleLabels } from './words.ts'

/** Whose eyes everything is scored with: one role, or two at once. */
export function RolesControl() {
  const roles = useRoles()
  const id = useId()
  return (
    <div className={classes.roles}>
      <span id={id} className={classes.label}>
        Seen as, one or two
      </span>
      <div className={classes.buttons} role="group" aria-labelledby={id}>
        {allRoles.map((role) => (
          <button
            key={role}
            type="button"
            className={classes.button}
            aria-pressed={roles.includes(role)}
            onClick={() => toggleRole(roles, role)}
          >
            {roleLabels[role]}
          </button>
        ))}
      </div>
    </div>
  )
}
