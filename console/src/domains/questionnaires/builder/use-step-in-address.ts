import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { StepId } from '#contract/flow/flow.ts'

const route = getRouteApi('/frame/settings/questionnaires/$questionnaireId')

/** The step in hand: in the address as well, so that it can be sent to a colleague, without a trail of pages behind it. */
export function useStepInAddress(first: StepId | null): [StepId | null, (id: StepId | null) => void] {
  const asked = route.useSearch().step ?? null
  const navigate = route.useNavigate()
  const [chosen, choose] = useState(asked ?? first)
  const written = useRef(asked)
  const isMounted = useRef(false)

  useEffect(() => {
    // A link of elsewhere, or of the palette, names another step.
    if (asked === written.current) return
    written.current = asked
    if (asked !== null) choose(asked)
  }, [asked])
  useEffect(() => {
    if (!isMounted.current) {
      isMounted.current = true
      return
    }
    if (chosen === written.current) return
    written.current = chosen
    void navigate({ search: { step: chosen ?? undefined }, replace: true })
  }, [chosen, navigate])
  return [chosen, choose]
}
