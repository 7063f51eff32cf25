import type { Language, Text } from '../../figures/kit/figure.ts'

/** The words in the interface of every figure. */
export const strings = {
  reset: { en: 'Reset', zh: '重置' },
  play: { en: 'Play', zh: '播放' },
  pause: { en: 'Pause', zh: '暂停' },
  copyLink: { en: 'Copy link', zh: '复制链接' },
  copied: { en: 'Link copied', zh: '已复制' },
  download: { en: 'Download', zh: '下载' },
  picture: { en: 'Picture of this state', zh: '此状态的图片' },
  embed: { en: 'Embed', zh: '嵌入' },
  embedHint: {
    en: 'For a page of your own: the picture in this state, which readers can move.',
    zh: '放进自己的网页：此状态的图，读者可以操作。',
  },
  embedLine: { en: 'Line of HTML', zh: '一行 HTML' },
  copyLine: { en: 'Copy', zh: '复制' },
  lineCopied: { en: 'Copied', zh: '已复制' },
  from: { en: 'From', zh: '出自' },
  numbers: { en: 'Numbers', zh: '数值' },
  code: { en: 'Run this in code', zh: '用代码重现' },
  controls: { en: 'Controls', zh: '控件' },
  pointHint: {
    en: 'Arrow keys move the point, with Shift in fine steps, Home puts it back.',
    zh: '方向键移动该点，按住 Shift 微调，Home 键重置。',
  },
  pointsHint: {
    en: 'Arrow keys move the point, with Shift in fine steps; Page Up and Page Down go to its neighbours, Delete removes it. A double click adds a point.',
    zh: '方向键移动该点，按住 Shift 微调；Page Up 和 Page Down 转到相邻的点，Delete 键删除。双击可添加一个点。',
  },
  pointsUse: {
    en: 'Drag them in the picture; a double click adds one, Delete removes one.',
    zh: '可在图中拖动；双击添加，Delete 键删除。',
  },
  addPoint: { en: 'Add a point', zh: '添加一个点' },
  removePoint: { en: 'Remove point', zh: '删除点' },
  pointsAsNumbers: { en: 'Points as numbers', zh: '各点的坐标' },
  point: { en: 'Point', zh: '点' },
  pointRole: { en: 'point in the plane', zh: '平面上的点' },
  more: { en: 'More controls', zh: '更多控件' },
  whole: { en: 'The whole figure', zh: '查看完整的图' },
  drag: { en: 'drag me', zh: '拖动我' },
  back: { en: 'Back to the text', zh: '回到正文' },
  away: { en: 'This figure is open beside the text.', zh: '这幅图正开在正文旁边。' },
  staticNote: {
    en: 'This is the figure’s first state. With JavaScript on, everything in it moves.',
    zh: '这是图的初始状态。启用 JavaScript 后，图中的一切都可以操作。',
  },
} as const satisfies Record<string, Text>

/** The accessible name of the program of a figure. */
export function codeLabel(language: Language, title: string): string {
  return language === 'en' ? `Code: ${title}` : `代码：${title}`
}

/** Message for a number outside the range of a parameter. */
export function rangeMessage(language: Language, label: string, min: number, max: number): string {
  return language === 'en'
    ? `${label}: expected a number from ${min} to ${max}.`
    : `${label}：请输入 ${min} 到 ${max} 之间的数。`
}
