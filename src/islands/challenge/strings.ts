import type { Language, Text } from '../../figures/kit/figure.ts'

/** The words of challenges besides those of their authors. */
export const strings = {
  challenge: { en: 'Challenge', zh: '挑战' },
  hint: { en: 'A hint', zh: '提示' },
  solution: { en: 'A solution', zh: '参考解法' },
  python: { en: 'The same in Python, as recorded', zh: '同样的 Python 程序和输出记录' },
  take: { en: 'Put it into the editor', zh: '放进编辑器' },
  solved: { en: 'Solved', zh: '已完成' },
  open: { en: 'not solved yet', zh: '尚未完成' },
  praise: { en: 'All checks hold. Well done!', zh: '检查全部通过，做得漂亮！' },
  unkept: {
    en: 'This browser keeps nothing, so the mark will go with the page.',
    zh: '这个浏览器不保存数据，关掉页面后标记就没有了。',
  },
  unfit: {
    en: 'The checks could not come to their end: something in the program holds another kind of value than they expect.',
    zh: '检查未能完成：程序里有个变量的类型不对。',
  },
  early: {
    en: 'The program returned before the checks could run.',
    zh: '程序提前返回了，检查没有运行。',
  },
} as const satisfies Record<string, Text>

/** The number of checks that pass. */
export function holdingText(language: Language, holding: number, total: number): string {
  return language === 'zh'
    ? `${total} 项检查，通过 ${holding} 项。`
    : `${holding} of ${total} checks hold.`
}

/** Message for a program that no longer has a name that the checks use. */
export function missingText(language: Language, name: string): string {
  return language === 'zh'
    ? `检查要用到 ${name}，请在程序的最外层保留这个名字。`
    : `The checks look at ${name}: keep something of that name at the top level of the program.`
}

/** The number of solved challenges in the course. */
export function solvedText(language: Language, solved: number, total: number): string {
  return language === 'zh'
    ? `全课程 ${total} 题，已完成 ${solved} 题。`
    : `${solved} of ${total} solved.`
}
