import type { Text } from '../../figures/kit/figure.ts'

/** Words on chapters; N stands for a number. */
export const strings = {
  chapter: { en: 'Chapter N', zh: '第 N 章' },
  minutes: { en: 'N min', zh: 'N 分钟' },
  withChallenges: { en: ' (with challenges N)', zh: '（连同挑战 N）' },
  buildsOn: { en: 'Builds on', zh: '先读' },
} as const satisfies Record<string, Text>
