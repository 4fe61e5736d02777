// A document market's preview page: the host's own facts, tabs, pager, actions and wall around <docpane-viewer>.
import './docpane/element.js';

/** What the market knows. Documents, sellers and numbers are made up. */
const DOCUMENTS = {
  'work-summary': { title: '青禾市图书馆2025年度工作总结', seller: '林**禾', number: 'QH-20260108-3317', uploaded: '2026-01-08', tags: ['图书馆', '年度总结', '阅读推广', '读者'], search: '图书馆年度工作总结范文' },
  contract: { title: '办公用房租赁合同', seller: '陈**', number: 'QH-20251212-0846', uploaded: '2025-12-12', tags: ['合同', '租赁', '违约责任'], search: '房屋租赁合同模板' },
  form: { title: '个人信息登记表', seller: '周**然', number: 'QH-20251130-1190', uploaded: '2025-11-30', tags: ['表格', '登记', '姓名'], search: '登记表格下载' },
  report: { title: 'Harbour Water Quality Review', seller: 'M***n', number: 'QH-20251021-7702', uploaded: '2025-10-21', tags: ['water', 'harbour', 'sampling'], search: '英文研究报告' },
  pictures: { title: '图文混排示例', seller: '何**', number: 'QH-20250918-2255', uploaded: '2025-09-18', tags: ['图片', '图文'], search: '图文混排排版' },
};

const asked = new URLSearchParams(location.search).get('doc') ?? '';
const name = Object.hasOwn(DOCUMENTS, asked) ? asked : 'work-summary';
const facts = DOCUMENTS[name];
const $ = (id) => document.getElementById(id);
const viewer = $('viewer');

// The host's own facts, beside the file's.
document.title = `${facts.title} · 青禾文库（示例）`;
for (const [id, text] of Object.entries({ title: facts.title, seller: facts.seller, by: facts.seller, number: facts.number, uploaded: facts.uploaded, 'dock-title': facts.title })) $(id).textContent = text;
viewer.details = { title: facts.title, seller: facts.seller, number: facts.number, uploaded: facts.uploaded, tags: facts.tags };
viewer.actions = ['download', 'print', 'fullscreen', 'report', 'copyright'].map((action) => ({ name: action }));
viewer.watermark = { text: `青禾文库预览\n${facts.number}`, opacity: 0.1 };
viewer.src = `samples/${name}.docx`;

$('tags').replaceChildren(...facts.tags.map((tag) => chip('button', tag, () => find(tag))));
$('related').replaceChildren();
for (const [other, { search }] of Object.entries(DOCUMENTS)) {
  if (other !== name) $('related').append(Object.assign(document.createElement('a'), { href: `market.html?doc=${other}`, textContent: search }));
}

function chip(kind, text, onclick) {
  return Object.assign(document.createElement(kind), { textContent: text, onclick });
}

// What the file says.
const kilobytes = (bytes) => (bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(2)}KB` : `${(bytes / 1024 ** 2).toFixed(2)}MB`);
viewer.addEventListener('docpane-open', ({ detail }) => {
  $('size').textContent = kilobytes(detail.document.metadata.size);
  counted();
});
viewer.addEventListener('docpane-finish', counted);
viewer.addEventListener('docpane-page', paged);

function counted() {
  $('pages').textContent = $('count').textContent = viewer.pageCount;
  paged();
}

// The pager.
function paged() {
  const { page, pageCount } = viewer;
  if (document.activeElement !== $('page')) $('page').value = page;
  $('previous').disabled = page <= 1;
  $('next').disabled = page >= pageCount;
}
$('previous').onclick = () => (viewer.page -= 1);
$('next').onclick = () => (viewer.page += 1);
$('page').onchange = () => {
  const page = Number.parseInt($('page').value.normalize('NFKC'), 10);
  if (page >= 1) viewer.page = Math.min(page, viewer.pageCount);
};

// Tabs: the first two are two views of one viewer.
const tabs = [...document.querySelectorAll('[role="tab"]')];
for (const [index, tab] of tabs.entries()) {
  tab.onclick = () => choose(tab);
  tab.onkeydown = ({ key }) => {
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 }[key];
    if (to === undefined) return;
    const next = tabs.at(to % tabs.length);
    choose(next);
    next.focus();
  };
}
function choose(chosen) {
  for (const tab of tabs) {
    const selected = tab === chosen;
    tab.setAttribute('aria-selected', selected);
    tab.tabIndex = selected ? 0 : -1;
  }
  const shown = chosen.getAttribute('aria-controls');
  for (const id of ['preview', 'hints', 'questions']) $(id).hidden = id !== shown;
  if (shown !== 'preview') return;
  $('preview').setAttribute('aria-labelledby', chosen.id);
  viewer.view = chosen.id === 'tab-text' ? 'text' : 'pages';
}
viewer.addEventListener('docpane-view', ({ detail }) => {
  const tab = $(detail.view === 'text' ? 'tab-text' : 'tab-pages');
  if (tab.getAttribute('aria-selected') !== 'true' && !$('preview').hidden) {
    for (const other of tabs) other.setAttribute('aria-selected', other === tab);
  }
});

// Search: in the document, as tags do.
$('search').onsubmit = (event) => {
  event.preventDefault();
  find(new FormData($('search')).get('q').trim());
};
function find(text) {
  if ($('preview').hidden) choose(tabs[0]);
  if (text) void viewer.find(text);
}
viewer.addEventListener('docpane-tag', ({ detail }) => find(detail.tag));

// Actions, from the page's buttons and from the viewer's menu.
const SAY = {
  download: ['下载文档', '您将下载卖家上传的原始文件（DOCX）。本页为示例，不收取费用。', '下载', '已开始下载'],
  report: ['举报', '请告诉我们本文档有什么问题。', '提交', '感谢反馈（示例页面，未发送任何内容）'],
  copyright: ['版权申诉', '若本文档侵犯了您的权益，请说明权属与联系方式。', '提交', '申诉已记录（示例页面，未发送任何内容）'],
};
for (const button of document.querySelectorAll('[data-action]')) button.onclick = () => viewer.act(button.dataset.action);
let allowed = false;
viewer.addEventListener('docpane-action', (event) => {
  const { action } = event.detail;
  if (!SAY[action] || allowed) return;
  event.preventDefault();
  ask(action);
});
function ask(action) {
  const [title, text, send, done] = SAY[action];
  const dialog = $('dialog');
  $('dialog-title').textContent = title;
  $('dialog-text').textContent = text;
  $('dialog-send').textContent = send;
  $('dialog-reason').hidden = action === 'download';
  dialog.returnValue = '';
  dialog.onclose = () => {
    if (dialog.returnValue !== 'send') return;
    allowed = true;
    if (action === 'download') viewer.act('download');
    allowed = false;
    toast(done);
  };
  dialog.showModal();
}

let hiding;
function toast(text) {
  $('toast').textContent = text;
  $('toast').classList.add('shown');
  clearTimeout(hiding);
  hiding = setTimeout(() => $('toast').classList.remove('shown'), 3000);
}
