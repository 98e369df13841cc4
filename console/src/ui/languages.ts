/** Languages that visitors of French and English sites write in most. */
const usual = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'ar']

// ISO 639-1, without what nobody is spoken to in.
const codes =
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn nr nv ny oc oj om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'.split(
    ' ',
  )

/** Every language by its name in the reader's own, in its order. */
export function everyLanguage(tag: string): { id: string; label: string }[] {
  const nameOf = languageNames(tag)
  const collator = new Intl.Collator(tag, { sensitivity: 'base' })
  return codes.map((id) => ({ id, label: nameOf(id) })).sort((one, other) => collator.compare(one.label, other.label))
}

// Making one takes longer than a hundred questions to it.
const namesIn = new Map<string, Intl.DisplayNames>()

/** What a language is called at the beginning of a line. */
export function languageNames(tag: string): (code: string) => string {
  const names = namesIn.get(tag) ?? new Intl.DisplayNames(tag, { type: 'language' })
  namesIn.set(tag, names)
  return (code) => {
    const name = names.of(code) ?? code
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
  }
}

/** The languages in sight: those that are accepted, then the usual ones that are not. */
export const languagesInSight = (accepted: readonly string[]): string[] => [
  ...accepted,
  ...usual.filter((code) => !accepted.includes(code)),
]
