// The demo page: a list of samples, a picker, a drop zone and an address field around <docpane-viewer>.
const WORDS = {
  open: '打开文档',
  drop: '把 Word 文档拖到这里',
  private: '只在本机读取，不会上传任何内容。',
  address: '文档地址',
  samples: '示例文档',
};

const chinese = navigator.language.startsWith('zh') || new URLSearchParams(location.search).get('lang') === 'zh';
const viewer = document.getElementById('viewer');
const samples = document.getElementById('samples');
const url = document.getElementById('url');

if (chinese) {
  document.documentElement.lang = 'zh-CN';
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = WORDS[element.dataset.say];
  url.placeholder = WORDS.address;
}

// After the page's language is known: the viewer speaks it. What is picked or dropped before it is here waits for it.
const defined = import('./docpane/element.js');

async function show(source) {
  await defined;
  viewer.src = null;
  if (typeof source === 'string') viewer.src = source;
  else viewer.file = source;
}

samples.append(new Option(chinese ? WORDS.samples : 'Samples', ''));
samples.addEventListener('change', () => samples.value && show(samples.value));

document.getElementById('picker').addEventListener('change', ({ target }) => {
  if (target.files[0]) show(target.files[0]);
  target.value = '';
});

document.getElementById('address').addEventListener('submit', (event) => {
  event.preventDefault();
  if (url.value.trim()) show(url.value.trim());
});

addEventListener('dragover', (event) => {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  document.body.classList.add('dragging');
});
addEventListener('dragleave', (event) => event.relatedTarget ?? document.body.classList.remove('dragging'));
addEventListener('drop', (event) => {
  event.preventDefault();
  document.body.classList.remove('dragging');
  const file = event.dataTransfer?.files[0];
  if (file) show(file);
});

const asked = new URLSearchParams(location.search).get('src');
if (asked) {
  url.value = asked;
  show(asked);
}

const list = await fetch('samples/index.json').then((response) => response.json(), () => []);
for (const { name } of list) samples.append(new Option(name.replace(/\.docx$/, ''), `samples/${name}`));
