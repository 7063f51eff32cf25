import type { Language, Text } from '../../../figures/kit/figure.ts'

const strings = {
  keys: {
    en: 'Control or Command with Enter runs the program. Tab indents; Escape, then Tab leaves the editor.',
    zh: '按 Ctrl 或 Command 加 Enter 运行程序。Tab 键用于缩进；先按 Escape 再按 Tab 可离开编辑器。',
  },
  tabLeaves: {
    en: 'Tab now leaves the editor.',
    zh: '现在按 Tab 键可离开编辑器。',
  },
  completions: { en: 'Completions', zh: '补全建议' },
  importsIt: { en: 'adds its import', zh: '同时添加导入' },
} as const satisfies Record<string, Text>

/** What the editor says in its interface; the documentation that it shows is in English. */
export const say = (language: Language, name: keyof typeof strings) => strings[name][language]

/** What CodeMirror says itself. */
export const phrases: Record<Language, Record<string, string>> = {
  en: {},
  zh: {
    Completions: strings.completions.zh,
    'Control character': '控制字符',
    'Selection deleted': '已删除所选内容',
  },
}
