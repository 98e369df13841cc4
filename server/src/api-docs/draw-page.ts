import type { ApiDocument } from './describe-api.ts'
import type { Operation } from './describe-door.ts'
import { drawOperation } from './draw-operation.ts'
import { drawShape } from './draw-shape.ts'
import { escaped, list, prose } from './markup.ts'
import type { Place } from './names.ts'

interface Door {
  place: Place
  operation: Operation
}

/** The document as one page to read: by what it is about, searchable, with a call to copy at each door. */
export function drawPage(document: ApiDocument, origin: string): string {
  const doors: Door[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      // The document is keyed by method.
      place: { method: method as Place['method'], path },
      operation,
    })),
  )
  const sections = document.tags.map((tag) => ({
    ...tag,
    id: `about-${tag.name.replace(/\W+/g, '-').toLowerCase()}`,
    doors: doors.filter(({ operation }) => operation.tags.includes(tag.name)),
  }))
  const shapes = Object.entries(document.components.schemas).sort(([a], [b]) => a.localeCompare(b))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Comptoir API</title>
<link rel="stylesheet" href="/api/docs/docs.css">
<script src="/api/docs/docs.js" defer></script>
</head>
<body>
<a class="skip" href="#reference">To the reference</a>
<header>
<h1>Comptoir API <span class="version">v${escaped(document.info.version)}</span></h1>
<p class="search"><label for="search">Search</label> <input id="search" type="search" autocomplete="off" placeholder="agents, conversations:read, 409 …"> <span id="found" role="status"></span></p>
<p><a href="/api/openapi.json">openapi.json</a></p>
</header>
<nav aria-label="Doors">
<details open><summary>Contents</summary>
${list(sections, ({ id, name, doors }) => `<section><h2><a href="#${id}">${capitalised(name)}</a></h2><ul>${list(doors, drawLink)}</ul></section>`)}
<section><h2><a href="#shapes">Shapes</a></h2></section>
</details>
</nav>
<main id="reference" tabindex="-1">
<section class="introduction"><h2>Before the first call</h2>
<p>${escaped(document.info.summary)}</p>
${prose(document.info.description)}
<dl>${list(Object.entries(document.components.securitySchemes), ([name, { description = '' }]) => `<dt>${escaped(name)}</dt><dd>${prose(description)}</dd>`)}</dl>
</section>
${list(
  sections,
  ({
    id,
    name,
    description,
    doors,
  }) => `<section class="about" id="${id}"><h2>${capitalised(name)}</h2><p>${escaped(description)}</p>
${list(doors, ({ place, operation }) => drawOperation(place, operation, { origin, components: document.components.schemas }))}
</section>`,
)}
<section class="about" id="shapes"><h2>Shapes</h2>
${list(shapes, ([name, schema]) => `<article class="shape" id="shape-${escaped(name)}"><h3>${escaped(name)}</h3>${drawShape(schema)}</article>`)}
</section>
</main>
</body>
</html>
`
}

const drawLink = ({ place, operation }: Door): string =>
  `<li><a href="#${operation.operationId}"><span class="method ${place.method}">${place.method.toUpperCase()}</span> ${escaped(shortOf(place.path))}</a></li>`

/** What every path of an organisation begins with says nothing. */
const shortOf = (path: string): string =>
  path.replace(/^\/(organisations\/\{organisationId\}|widget\/\{channelKey\})(?=\/)/, '')

const capitalised = (word: string): string => escaped(word.charAt(0).toUpperCase() + word.slice(1))
