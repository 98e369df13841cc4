import { MessageSquareText } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words.tsx'

const AskSalesDialog = lazy(() => import('./ask-sales-dialog.tsx').then((file) => ({ default: file.AskSalesDialog })))

/** Opens the form that reaches whoever runs the server. */
export function AskSalesButton({ isBlock = false }: { isBlock?: boolean }) {
  const words = useWords().billing.sales
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={MessageSquareText} isBlock={isBlock} onPress={() => setOpen(true)}>
        {words.act}
      </Button>
      {isOpen && (
        <Suspense>
          <AskSalesDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
