import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What is wrong with the accessibility of a page, or of the part of it that a selector names.
 *
 * @param options.rules the rules that are tried; all when left out
 * @param options.without rules that are not tried
 */
export async function axeFaults(
  page: Page,
  { within, rules, without = [] }: { within?: string; rules?: string[]; without?: string[] } = {},
): Promise<string[]> {
  const checks = new AxeBuilder({ page })
    // Formulas take most of the time, and have the colour of the text around them.
    .exclude('.katex')
    // A page that was only opened has no frames, and only what is wrong is read: a third of the time.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
  if (within) checks.include(within)
  if (rules) checks.withRules(rules)
  else checks.disableRules(without)
  const { violations } = await checks.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`),
  )
}
