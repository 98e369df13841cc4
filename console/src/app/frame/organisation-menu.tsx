import { Plus } from 'lucide-react'
import type { ReactElement } from 'react'
import { Menu, MenuAct, MenuChoice, MenuLine } from '../../ui/overlays/menu.tsx'
import { useWords } from '../../ui/words.tsx'
import type { FrameProps } from './frame-props.ts'

type OrganisationsProps = Pick<
  FrameProps,
  'organisationId' | 'organisations' | 'onSwitchOrganisation' | 'onMakeOrganisation'
>

interface OrganisationMenuProps extends OrganisationsProps {
  placement: 'right bottom' | 'top start'
  /** What opens it. It was pressed already: the menu comes open. */
  trigger: ReactElement
}

/** The organisations one belongs to. */
export function OrganisationMenu({ placement, trigger, ...props }: OrganisationMenuProps) {
  const words = useWords().frame.organisations
  return (
    <Menu label={words.menu} placement={placement} trigger={trigger} isOpenFirst>
      <OrganisationChoice {...props} />
    </Menu>
  )
}

/** The same inside another menu: a phone has no rail. */
export function OrganisationChoice({
  organisationId,
  organisations,
  onSwitchOrganisation,
  onMakeOrganisation,
}: OrganisationsProps) {
  const words = useWords().frame.organisations
  return (
    <>
      <MenuChoice
        title={words.label}
        value={organisationId}
        onChange={onSwitchOrganisation}
        options={organisations.map(({ id, name, isNews }) => ({
          id,
          label: name,
          ...(isNews && { hint: words.isNew }),
        }))}
      />
      {onMakeOrganisation && <MenuLine />}
      {onMakeOrganisation && (
        <MenuAct icon={Plus} onAction={onMakeOrganisation}>
          {words.make}
        </MenuAct>
      )}
    </>
  )
}
