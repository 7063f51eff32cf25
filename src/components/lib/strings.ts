import type { Text } from '../../figures/kit/figure.ts'

/** Words on chapters, and in the feed of what is new; N stands for a number. */
export const strings = {
  chapter: { en: 'Chapter N', zh: '第 N 章' },
  minutes: { en: 'N min', zh: 'N 分钟' },
  withChallenges: { en: ' (with challenges N)', zh: '（连同挑战 N）' },
  buildsOn: { en: 'Builds on', zh: '先读' },
  feed: { en: 'Diamond & Circle: what is new', zh: '菱形与圆：更新' },
  feedAbout: {
    en: 'New pages, questions and figures of the course on L1 and L2 regularization.',
    zh: '这门 L1 与 L2 正则化课程新增的页面、题目和图。',
  },
} as const satisfies Record<string, Text>
