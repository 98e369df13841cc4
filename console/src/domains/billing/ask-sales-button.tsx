import { MessageSquareText } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button as BareButton } from 'react-aria-components/Button'
import { Button } from '../../ui/actions/button.tsx'
import { textLink } from '../../ui/actions/button-look.ts'
import { part } from '../../ui/parts.ts'
import { useWords } from '../../ui/words.tsx'

const AskSalesDialog = lazy(
  part(() => import('./ask-sales-dialog.tsx').then((file) => ({ default: file.AskSalesDialog }))),
)

/** Opens the form that reaches whoever runs the server. `link`: in a place too narrow for a button on one line. */
export function AskSalesButton({ look = 'button' }: { look?: 'button' | 'link' }) {
  const words = useWords().billing.sales
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {look === 'link' ? (
        <BareButton className={`${textLink} text-left`} onPress={() => setOpen(true)}>
          {words.act}
        </BareButton>
      ) : (
        <Button icon={MessageSquareText} onPress={() => setOpen(true)}>
          {words.act}
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <AskSalesDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
