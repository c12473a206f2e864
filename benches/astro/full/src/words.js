export const SITE = '广元市铝产业联盟';
export const OTHER = 'Guangyuan Aluminium Industry Alliance';
export const LANGS = [['zh-Hans', '', 'zh_CN'], ['zh-Hant', '/zh-hant', 'zh_TW'], ['en', '/en', 'en_GB']];
export const SECTIONS = [['首页', '/'], ['动态', '/news/'], ['成员', '/members/'], ['产业链', '/chain/'], ['数据', '/figures/'], ['关于', '/about/']];
export const CATEGORIES = { alliance: '联盟', industry: '行业', project: '项目', policy: '政策', market: '市场' };
export const STAGES = { alumina: '氧化铝', anode: '阳极碳素', electrolytic: '电解铝', processing: '铝精深加工', recycled: '再生铝' };
export const HUES = { electrolytic: ' tag--heat', recycled: ' tag--water' };

export const written = date => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

// The small drawing: the bands between the stages, and the stages.
export const BANDS = [
  ['alumina', 'M92 14.8L113 14.8', 15.1, 'M112.5 22.3L122 14.8L112.5 7.3Z'],
  ['anode', 'M92 75.5L99.5 75.5A7.5 7.5 0 0 0 107 68L107 31.5A3.5 3.5 0 0 1 110.5 28L114 28', 3.2, 'M113.5 32.5L122 28L113.5 23.5Z'],
  ['primary', 'M212 13.3L238 13.3', 7.7, 'M237.5 17.8L246 13.3L237.5 8.8Z'],
  ['product', 'M336 14.9L350 14.9', 11, 'M349.5 20.4L358 14.9L349.5 9.4Z'],
  ['offcuts', 'M336 26L341.5 26A5.5 5.5 0 0 1 347 31.5L347 70.2A1.5 1.5 0 0 1 345.5 71.7L344 71.7', 3.1, 'M344.5 67.2L336 71.7L344.5 76.2Z'],
  ['scrap', 'M358 79.1L344 79.1', 3.5, 'M344.5 74.6L336 79.1L344.5 83.6Z'],
  ['recycled', 'M246 75.5L237.5 75.5A8.5 8.5 0 0 1 229 67L229 28.9A4.5 4.5 0 0 1 233.5 24.4L238 24.4', 6.3, 'M237.5 28.9L246 24.4L237.5 19.9Z'],
];
export const NODES = [['alumina', 2, 2], ['anode', 2, 59], ['electrolytic', 122, 2], ['processing', 246, 2], ['recycled', 246, 59]];
