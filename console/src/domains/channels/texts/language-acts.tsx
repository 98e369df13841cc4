import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words.tsx'

interface LanguageActsProps {
  isFirst: boolean
  onFirst: () => void
  onRemove: () => void
}

/** What can be done with one of several languages. */
export function LanguageActs({ isFirst, onFirst, onRemove }: LanguageActsProps) {
  const words = useWords().channels.texts
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {isFirst ? (
        <span className="text-s text-ink-soft">{words.byDefaultHint}</span>
      ) : (
        <Button size="small" onPress={onFirst}>
          {words.makeDefault}
        </Button>
      )}
      <Button size="small" onPress={onRemove}>
        {words.removeLanguage}
      </Button>
    </div>
  )
}
