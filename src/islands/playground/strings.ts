import type { Text } from '../../figures/kit/figure.ts'

/** The words in the interface of the playground. */
export const strings = {
  examples: { en: 'Start from an example', zh: '从一个例子开始' },
  replaced: { en: 'It took the place of your code.', zh: '刚才的代码已被替换。' },
  bringBack: { en: 'Bring mine back', zh: '换回我的代码' },
  own: { en: 'Your code, as you left it.', zh: '这是你上次留下的代码。' },
} as const satisfies Record<string, Text>
