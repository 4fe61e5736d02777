// The demo page: a list of samples, a picker, a drop zone and an address field around <docpane-viewer>.
const WORDS = {
  en: { open: 'Open a document', drop: 'Drop a Word document here', private: 'It is read on this device only: nothing is uploaded.', address: 'Address of a document', samples: 'Samples' },
  'zh-CN': { open: '打开文档', drop: '把 Word 文档拖到这里', private: '只在本机读取，不会上传任何内容。', address: '文档地址', samples: '示例文档' },
  'zh-TW': { open: '開啟文件', drop: '把 Word 文件拖到這裡', private: '只在本機讀取，不會上傳任何內容。', address: '文件網址', samples: '範例文件' },
  ja: { open: '文書を開く', drop: 'ここに Word 文書をドロップ', private: 'この端末の中だけで読まれ、送信されません。', address: '文書のアドレス', samples: 'サンプル' },
  ko: { open: '문서 열기', drop: 'Word 문서를 여기에 놓으세요', private: '이 기기에서만 읽으며 업로드하지 않습니다.', address: '문서 주소', samples: '예제' },
  de: { open: 'Dokument öffnen', drop: 'Word-Dokument hierher ziehen', private: 'Es wird nur auf diesem Gerät gelesen: nichts wird hochgeladen.', address: 'Adresse eines Dokuments', samples: 'Beispiele' },
  fr: { open: 'Ouvrir un document', drop: 'Déposez un document Word ici', private: 'Il n’est lu que sur cet appareil : rien n’est envoyé.', address: 'Adresse d’un document', samples: 'Exemples' },
  es: { open: 'Abrir un documento', drop: 'Suelte aquí un documento de Word', private: 'Solo se lee en este dispositivo: no se sube nada.', address: 'Dirección de un documento', samples: 'Ejemplos' },
  ar: { open: 'فتح مستند', drop: 'أفلت مستند Word هنا', private: 'يُقرأ على هذا الجهاز فقط ولا يُرفع أي شيء.', address: 'عنوان مستند', samples: 'أمثلة' },
};

const query = new URLSearchParams(location.search);
const viewer = document.getElementById('viewer');
const samples = document.getElementById('samples');
const url = document.getElementById('url');

/** The first of the wanted languages that there are words for; Chinese by its script. */
function known(tags) {
  for (const tag of tags) {
    const chinese = /^zh/i.test(tag) && (/hant|-(tw|hk|mo)\b/i.test(tag) ? 'zh-TW' : 'zh-CN');
    const found = chinese || Object.keys(WORDS).find((own) => own === tag.toLowerCase().split('-')[0]);
    if (found) return found;
  }
  return 'en';
}

// `?lang=ar` asks for a language; else it is the browser's. The viewer speaks the page's.
const lang = known([query.get('lang') ?? '', ...navigator.languages]);
const words = WORDS[lang];
document.documentElement.lang = lang;
document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr';
for (const element of document.querySelectorAll('[data-say]')) element.textContent = words[element.dataset.say];
url.placeholder = words.address;
url.setAttribute('aria-label', words.address);
samples.setAttribute('aria-label', words.samples);

// After the page's language is known: the viewer speaks it. What is picked or dropped before it is here waits for it.
const defined = import('./docpane/element.js');

async function show(source) {
  await defined;
  viewer.src = null;
  if (typeof source === 'string') viewer.src = source;
  else viewer.file = source;
}

samples.append(new Option(words.samples, ''));
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

const asked = query.get('src');
if (asked) {
  url.value = asked;
  show(asked);
}

const list = await fetch('samples/index.json').then((response) => response.json(), () => []);
for (const { name } of list) samples.append(new Option(name.replace(/\.docx$/, ''), `samples/${name}`));
