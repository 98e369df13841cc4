import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../actions/icon-button.tsx'
import { classNames } from '../class-names.ts'
import { useWords } from '../words.tsx'
import { passwordLength, passwordStrength } from './password-strength.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'

interface PasswordFieldProps extends Omit<TextFieldProps, 'type' | 'end' | 'rows' | 'icon' | 'hint' | 'autoComplete'> {
  /** A new password shows its strength and asks password managers for a fresh one. */
  purpose: { kind: 'current' } | { kind: 'new'; minLength: number }
}

/** A password: hidden until asked to show itself; a new one says how strong it is while it is typed. */
export function PasswordField({ purpose, ...rest }: PasswordFieldProps) {
  const words = useWords().ui.password
  const [isShown, setShown] = useState(false)
  return (
    <TextField
      {...rest}
      type={isShown ? 'text' : 'password'}
      autoComplete={purpose.kind === 'new' ? 'new-password' : 'current-password'}
      spellCheck="false"
      end={
        <div className="-mr-2 flex-none">
          <IconButton
            icon={isShown ? EyeOff : Eye}
            label={isShown ? words.hide : words.show}
            size="small"
            onPress={() => setShown(!isShown)}
          />
        </div>
      }
      hint={purpose.kind === 'new' && <Strength password={rest.value} minLength={purpose.minLength} />}
    />
  )
}

function Strength({ password, minLength }: { password: string; minLength: number }) {
  const words = useWords().ui.password
  const { bars, step } = passwordStrength(password, minLength)
  const isEnough = bars >= 3
  return (
    <span className="grid gap-1.5">
      <span className="grid grid-cols-4 gap-1" aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <span
            key={bar}
            className={classNames(
              'h-1 rounded-xs transition-colors',
              bar > bars ? 'bg-line' : isEnough ? 'bg-green' : 'bg-amber',
            )}
          />
        ))}
      </span>
      <span>
        {bars === 0 ? (
          words.empty(minLength)
        ) : (
          <>
            {/* Only the word changes aloud: counting each letter would talk over the typing. */}
            <b aria-live="polite" className={classNames('mr-1.5', isEnough ? 'text-green' : 'text-amber')}>
              {words.steps[step]}
            </b>
            {words.count(passwordLength(password), minLength)}
          </>
        )}
      </span>
    </span>
  )
}
