import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import { classNames } from '../class-names.ts'

interface TabsProps<T extends string> {
  label: string
  tabs: readonly { id: T; label: ReactNode; panel: ReactNode }[]
  value?: T
  onChange?: (value: T) => void
}

/** Several panels in one place, one in sight. Pages of their own are links dressed by `tabLook` instead. */
export function Tabs<T extends string>({ label, tabs, value, onChange }: TabsProps<T>) {
  return (
    <AriaTabs selectedKey={value} onSelectionChange={(key) => onChange && choose(tabs, key, onChange)}>
      <TabList aria-label={label} className={tabRowLook}>
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className={classNames(tabLook, 'data-selected:border-green data-selected:text-ink')}
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="pt-4 outline-offset-4">
          {tab.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

export const tabRowLook = 'flex gap-1 overflow-x-auto border-b border-line [scrollbar-width:none]'

export const tabLook =
  '-mb-px flex h-11 flex-none cursor-pointer items-center gap-2 border-b-2 border-transparent px-2.5 font-medium whitespace-nowrap text-ink-soft no-underline -outline-offset-2 transition-colors hover:text-ink aria-[current=page]:border-green aria-[current=page]:text-ink'

function choose<T extends string>(tabs: TabsProps<T>['tabs'], key: unknown, onChange: (value: T) => void) {
  const chosen = tabs.find(({ id }) => id === key)
  if (chosen) onChange(chosen.id)
}
