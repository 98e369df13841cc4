import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { limits } from '#contract/limits.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { ComboBox } from '../../../ui/fields/combo-box.tsx'
import { everyLanguage } from '../../../ui/languages.ts'
import { useSpeech } from '../../../ui/words.tsx'

/** One more language, found by its name. */
export function AddLanguage({ spoken, onAdd }: { spoken: readonly string[]; onAdd: (code: string) => void }) {
  const { tag, words: all } = useSpeech()
  const words = all.channels.texts
  const [isSearching, setSearching] = useState(false)
  const others = useMemo(() => everyLanguage(tag).filter(({ id }) => !spoken.includes(id)), [tag, spoken])
  if (spoken.length >= limits.languagesPerChannel)
    return <p className="text-s text-ink-soft">{words.tooMany(limits.languagesPerChannel)}</p>
  if (!isSearching)
    return (
      <div>
        <Button icon={Plus} onPress={() => setSearching(true)}>
          {words.addLanguage}
        </Button>
      </div>
    )
  const choose = (code: string | null) => {
    if (code === null) return
    setSearching(false)
    onAdd(code)
  }
  return <ComboBox label={words.addLanguage} options={others} value={null} onChange={choose} />
}
