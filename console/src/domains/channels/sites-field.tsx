import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { limits } from '#contract/limits.ts'
import { Button } from '../../ui/actions/button.tsx'
import { IconButton } from '../../ui/actions/icon-button.tsx'
import { looksLikeSite } from '../../ui/fields/looks-like.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useWords } from '../../ui/words.tsx'

interface SitesFieldProps {
  value: string[]
  onChange: (sites: string[]) => void
  error: string | null
  isLocked: boolean
}

/** The sites the widget may run on: added one by one, a pasted address taken for its host. */
export function SitesField({ value, onChange, error, isLocked }: SitesFieldProps) {
  const words = useWords().channels.sites
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string | null>(null)

  const add = () => {
    const site = hostOf(typed)
    const wrong = faultOf(site)
    setFault(wrong)
    if (wrong !== null) return
    onChange([...value, site])
    setTyped('')
  }

  function faultOf(site: string): string | null {
    if (!looksLikeSite(site)) return words.wrong
    if (value.includes(site)) return words.twice
    return value.length >= limits.sitesPerChannel ? words.tooMany(limits.sitesPerChannel) : null
  }

  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <h3 className="text-s font-medium">{words.title}</h3>
      {value.length === 0 && <p className="text-ink-soft">{words.none}</p>}
      <ul className="grid gap-1.5">
        {value.map((site) => (
          <li
            key={site}
            className="flex items-center justify-between gap-2 rounded-m border border-line bg-sunken pl-3"
          >
            <span className="truncate font-mono text-xs">{site}</span>
            {!isLocked && (
              <IconButton
                icon={X}
                label={words.remove(site)}
                onPress={() => onChange(value.filter((each) => each !== site))}
              />
            )}
          </li>
        ))}
      </ul>
      {!isLocked && (
        <div className="flex items-start gap-2 phone:flex-col">
          <div className="w-full flex-1">
            <TextField
              label={words.label}
              hint={words.hint}
              placeholder={words.placeholder}
              value={typed}
              onChange={(text) => {
                setTyped(text)
                setFault(null)
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                add()
              }}
              error={fault ?? error}
              isMono
            />
          </div>
          <div className="not-phone:mt-6.5">
            <Button icon={Plus} onPress={add}>
              {words.add}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}

function hostOf(typed: string): string {
  const text = typed.trim().toLowerCase()
  return /^https?:\/\//.test(text) && URL.canParse(text) ? new URL(text).host : text
}
