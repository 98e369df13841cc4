import { type Colour, inkOn, legibleOn, mix } from '#client/colour.ts'

const light = { surface: '#ffffff', bubble: '#f3f0ea' }
const dark = { surface: '#1e1d1a', bubble: '#2a2824' }

/** The channel's colour in both themes: fills with an ink that can be read on them, and an accent that can be read on ours. */
export function themeOf(brand: Colour): { light: Record<string, Colour>; dark: Record<string, Colour> } {
  // Bright fills glare in the dark: they come nearer to the ground, the visitor's bubbles less than the header.
  const deep = mix(brand, dark.surface, 0.5)
  const mine = mix(brand, dark.surface, 0.25)
  return {
    light: {
      ...fillOf('brand', brand),
      ...fillOf('mine', brand),
      accent: legibleOn(light.bubble, brand),
      wash: mix(brand, light.surface, 0.9),
    },
    dark: {
      ...fillOf('brand', deep),
      ...fillOf('mine', mine),
      accent: legibleOn(dark.bubble, brand, 6),
      wash: mix(brand, dark.surface, 0.8),
    },
  }
}

function fillOf(name: string, fill: Colour): Record<string, Colour> {
  const ink = inkOn(fill)
  return { [name]: fill, [`${name}-ink`]: ink, [`${name}-soft`]: legibleOn(fill, mix(ink, fill, 0.25)) }
}

export function themeSheet(brand: Colour): string {
  const { light, dark } = themeOf(brand)
  return `.chat{${declared(light)}}@media(prefers-color-scheme:dark){.chat{${declared(dark)}}}`
}

const declared = (colours: Record<string, Colour>) =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')
