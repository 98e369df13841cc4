import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsOf } from '#contract/flow/problems.ts'
import { Flow } from '#contract/flow/shape.ts'
import { locales } from '#contract/vocabulary.ts'
import { builderWords } from '#words/builder.ts'
import { savable } from './saving/savable.ts'
import { flowOfTemplate, templateIds } from './templates.ts'

test('every template can be published as it is, in every language of the product', () => {
  for (const locale of locales)
    for (const id of templateIds) {
      const flow = flowOfTemplate(id, builderWords(locale))
      assert.deepEqual(problemsOf(flow, { languages: [...locales] }), [], `${id} in ${locale}`)
      assert.deepEqual(Flow.parse(savable(flow)), flow, 'and is kept as it is')
    }
})
