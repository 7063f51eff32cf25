import type { Language, Text } from '../../figures/kit/figure.ts'
import type { FailureCode } from './outputs/failure.ts'
import type { Place } from './place.ts'

/** What every cell says in its own interface. */
export const strings = {
  code: { en: 'Code', zh: '代码' },
  untitled: { en: 'Code that runs on this page', zh: '可在本页运行的代码' },
  output: { en: 'Output', zh: '输出' },
  run: { en: 'Run', zh: '运行' },
  stop: { en: 'Stop', zh: '停止' },
  reset: { en: 'Reset', zh: '重置' },
  copyLink: { en: 'Copy link', zh: '复制链接' },
  linkCopied: { en: 'Link copied', zh: '已复制' },
  copyCode: { en: 'Copy code', zh: '复制代码' },
  codeCopied: { en: 'Code copied', zh: '已复制' },
  download: { en: 'Download', zh: '下载' },
  playground: { en: 'Playground', zh: '试验场' },
  editable: { en: 'Click the code to edit it.', zh: '点击代码即可修改。' },
  enterToEdit: { en: 'Press Enter to edit the code.', zh: '按 Enter 键修改代码。' },
  edited: { en: 'Edited, not run yet.', zh: '已修改，尚未运行。' },
  followed: { en: 'Follows the figure, not run yet.', zh: '已随图更新，尚未运行。' },
  waiting: { en: 'Waiting for another cell…', zh: '正在等待另一段代码……' },
  loading: { en: 'Loading…', zh: '正在加载……' },
  running: { en: 'Running…', zh: '正在运行……' },
  noOutput: { en: 'The program showed nothing.', zh: '程序没有输出。' },
  table: { en: 'Table', zh: '表格' },
  progress: { en: 'Progress', zh: '进度' },
  failed: { en: '✗ Not yet:', zh: '✗ 还不对：' },
  plot: { en: 'Picture drawn by the program', zh: '程序绘制的图' },
  fromLink: {
    en: 'This code comes from a link and has not been run. Read it before you do.',
    zh: '这段代码来自链接，尚未运行。请先读一读再运行。',
  },
  damagedLink: {
    en: 'The link to this code is damaged, so the original is shown. Ask for the link again.',
    zh: '链接中的代码已损坏，这里显示的是原来的代码。请重新获取链接。',
  },
  earlierState: {
    en: 'The figure has moved on. This is your code, made from an earlier state.',
    zh: '图已经变了，这里是你在先前的状态下修改的代码。',
  },
  takeState: { en: 'Take the code of the present state', zh: '改用当前状态的代码' },
  ownVersion: {
    en: 'This is your version, kept on this device.',
    zh: '这是你修改过的代码，保存在这台设备上。',
  },
  takeOriginal: { en: 'Back to the original', zh: '恢复原来的代码' },
  tooLarge: {
    en: 'This code is too long for a link. Download it instead.',
    zh: '代码太长，放不进链接。请改用下载。',
  },
  tooLong: {
    en: 'Not inserted: a cell holds at most 100,000 characters.',
    zh: '未插入：一段代码最多 100,000 个字符。',
  },
  unloaded: {
    en: 'A part of this page could not be loaded. Check the connection, then reload the page.',
    zh: '页面的一部分未能加载。请检查网络，然后刷新页面。',
  },
  staticNote: {
    en: 'With JavaScript on, this code can be edited and run here.',
    zh: '启用 JavaScript 后，可以在这里修改并运行这段代码。',
  },
} as const satisfies Record<string, Text>

/** What ended a program, in the reader's words. */
export const failures: Readonly<Record<FailureCode, Text>> = {
  syntax: {
    en: 'The code is not TypeScript as it stands.',
    zh: '这段代码不符合 TypeScript 的语法。',
  },
  error: { en: 'The program ended with an error.', zh: '程序因错误而终止。' },
  'unknown-import': {
    en: 'An import names something that is not here.',
    zh: '导入了这里没有的东西。',
  },
  'time-limit': {
    en: 'Ended at the time limit. Is there a loop without an end?',
    zh: '到达时间上限，已终止。是不是有不会结束的循环？',
  },
  'too-complex': {
    en: 'Ended, because the code takes too long to read. Is it nested very deeply?',
    zh: '代码太久没能解析完，已终止。是不是嵌套太深了？',
  },
  'too-much-output': {
    en: 'Ended, because it showed more than a page can hold.',
    zh: '输出太多，页面放不下，已终止。',
  },
  'out-of-memory': { en: 'Ended, because the memory ran out.', zh: '内存用尽，已终止。' },
  stopped: { en: 'Stopped.', zh: '已停止。' },
  unavailable: {
    en: 'This browser cannot start the program. Download it, and run it with Node.',
    zh: '这个浏览器无法启动程序。可以下载代码，用 Node 运行。',
  },
}

/** What stands between two sentences, or behind a colon. */
export const gap: Text = { en: ' ', zh: '' }

/** Where in the code something is, as a link says it. */
export function placeText(language: Language, { line, column }: Place): string {
  return language === 'zh' ? `第 ${line} 行，第 ${column} 列` : `Line ${line}, column ${column}`
}

/** That a mark of prose stands where code takes another. */
export function proseMarkText(language: Language, wrong: string, right: string): string {
  return language === 'zh'
    ? `代码不认得 ${wrong} 这个符号，请换成英文输入法下的 ${right}`
    : `${wrong} is a mark of prose: write ${right} in its place.`
}

/** That a program has come to its end, and how long it took in ms. */
export function doneText(language: Language, duration: number): string {
  const time = duration < 1000 ? `${Math.max(1, Math.round(duration))} ms` : seconds(duration)
  return language === 'zh' ? `已完成，用时 ${time}。` : `Done in ${time}.`
}

/** How much time is left, in ms. */
export function leftText(language: Language, left: number): string {
  return language === 'zh' ? `正在运行，还剩 ${seconds(left)}` : `Running, ${seconds(left)} left`
}

/** That a table shows only its first rows. */
export function moreRowsText(language: Language, shown: number, total: number): string {
  return language === 'zh'
    ? `共 ${total} 行，显示前 ${shown} 行。`
    : `The first ${shown} of ${total} rows.`
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
