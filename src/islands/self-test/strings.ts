import type { Language, Text } from '../../figures/kit/types.ts'
import type { Rating } from '../progress/ladder.ts'

/** The words of the self-test. */
export const strings = {
  counts: { en: 'Where the questions stand', zh: '题目的状态' },
  practise: { en: 'Practise', zh: '开始练习' },
  practiseHint: {
    en: 'First what is due today, then up to ten that you have not tried yet. Stop whenever you like.',
    zh: '先问今天到期的，再问没练过的，新题一次最多十道，随时可以停。',
  },
  round: { en: 'Ten against the clock', zh: '计时十题' },
  roundHint: {
    en: 'At random, a minute and a half for each. The clock can be paused, and nothing ends when it runs out.',
    zh: '随机抽题，每题一分半。可以暂停，时间到了也能接着答。',
  },
  nothingDue: {
    en: 'Nothing is due here today, and nothing is new. Ten against the clock go at any time.',
    zh: '今天没有到期的题，也没有新题。想练的话，随时可以“计时十题”。',
  },
  noQuestion: {
    en: 'No question fits. Choose “All” in one of the lists.',
    zh: '没有符合条件的题目。把其中一项改回“全部”试试。',
  },
  reveal: { en: 'Show the answer', zh: '看答案' },
  space: { en: 'Space', zh: '空格' },
  aloud: { en: 'Answer first, aloud if you can.', zh: '先自己答，最好说出声来。' },
  strong: { en: 'A strong answer, in two minutes', zh: '好的回答，两分钟' },
  weak: { en: 'Weak answers, and what they miss', zh: '差的回答，差在哪里' },
  whole: { en: 'The whole page, with its figure', zh: '完整页面，有图' },
  proof: { en: 'More of it in the course', zh: '课程里的相关章节' },
  loading: { en: 'Loading…', zh: '载入中……' },
  offline: {
    en: 'It could not be loaded. The link below leads to the whole page.',
    zh: '没能载入。可以点下面的链接看完整页面。',
  },
  how: { en: 'How was your answer?', zh: '答得怎么样？' },
  missed: { en: 'Missed', zh: '没答上' },
  partly: { en: 'Partly', zh: '部分答对' },
  knew: { en: 'Knew it', zh: '答上了' },
  clock: { en: 'Time left', zh: '剩余时间' },
  pause: { en: 'Pause', zh: '暂停' },
  goOn: { en: 'Go on', zh: '继续' },
  back: { en: 'One back', zh: '上一题' },
  stop: { en: 'Stop here', zh: '到此为止' },
  timeUp: {
    en: 'The time is up. Finish as calmly as you like.',
    zh: '时间到了。不用急，慢慢答完。',
  },
  unkept: {
    en: 'This browser keeps nothing: your ratings go with this page unless you save them to a file below.',
    zh: '这个浏览器不保存数据，关掉页面后评分就没有了；可以在下面保存到文件。',
  },
  result: { en: 'How it went', zh: '结果' },
  look: { en: 'To look at again', zh: '值得再看的题' },
  allKnown: { en: 'Nothing was missed.', zh: '没有答错的题。' },
  again: { en: 'Ask these again', zh: '这些题再来一遍' },
  end: { en: 'Back to the start', zh: '回到开始' },
} as const satisfies Record<string, Text>

/** The place of a question in its round. */
export function placeText(language: Language, at: number, total: number): string {
  return language === 'zh' ? `第 ${at} 题，共 ${total} 题` : `Question ${at} of ${total}`
}

/** How a round went, in a sentence. */
export function resultText(
  language: Language,
  counts: Readonly<Record<Rating, number>>,
  time: string | undefined,
): string {
  const { knew, partly, missed } = counts
  return language === 'zh'
    ? `答上 ${knew} 题，部分答对 ${partly} 题，没答上 ${missed} 题${time ? `，用时 ${time}` : ''}。`
    : `${knew} known, ${partly} partly, ${missed} missed${time ? `, in ${time}` : ''}.`
}
