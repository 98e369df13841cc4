import { useState } from 'react'
import type { Draft } from '#contract/drafts.ts'
import type { BuilderWords } from '#words/builder.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Banner } from '../../../ui/feedback/notice.tsx'

interface OvertakenBannerProps {
  theirs: Draft
  words: BuilderWords
  onTake: () => void
  onKeepCopy: () => Promise<void>
}

/** A colleague saved meanwhile: both versions are there, and one is chosen. */
export function OvertakenBanner({ theirs, words: { overtaken: words }, onTake, onKeepCopy }: OvertakenBannerProps) {
  const [isBusy, setBusy] = useState(false)
  const keepCopy = async () => {
    setBusy(true)
    await onKeepCopy()
    setBusy(false)
  }
  return (
    <Banner
      kind="amber"
      isUrgent
      actions={
        <>
          <Button size="small" onPress={onTake} isDisabled={isBusy}>
            {words.takeTheirs}
          </Button>
          <Button size="small" onPress={keepCopy} isBusy={isBusy}>
            {words.keepCopy}
          </Button>
        </>
      }
    >
      {words.text(theirs.savedBy)}
    </Banner>
  )
}
